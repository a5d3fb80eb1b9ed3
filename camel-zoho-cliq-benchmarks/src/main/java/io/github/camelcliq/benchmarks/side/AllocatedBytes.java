package io.github.camelcliq.benchmarks.side;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.HashMap;
import java.util.Map;

/**
 * What the threads of this JVM allocate, all but the one that asks. Looked at often enough, it misses nothing of
 * threads that end but what they allocated since the look before; threads of which it never heard are counted.
 */
final class AllocatedBytes {

    private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private final long self = Thread.currentThread().getId();
    private final Map<Long, Long> before = new HashMap<>();
    private final Map<Long, Long> latest = new HashMap<>();
    private final long startedBefore;

    /** Counts from now on. */
    AllocatedBytes() {
        startedBefore = threads.getTotalStartedThreadCount();
        look();
        before.putAll(latest);
    }

    /** Remembers what each thread has allocated by now. */
    void look() {
        long[] ids = threads.getAllThreadIds();
        long[] bytes = threads.getThreadAllocatedBytes(ids);
        for (int at = 0; at < ids.length; at++) {
            if (ids[at] != self && bytes[at] >= 0) {
                latest.put(ids[at], bytes[at]);
            }
        }
    }

    /** Bytes since the first look, until the latest. */
    long sum() {
        return latest.entrySet().stream()
                .mapToLong(thread -> thread.getValue() - before.getOrDefault(thread.getKey(), 0L))
                .sum();
    }

    /** Threads that began and ended between two looks, so that what they allocated is not in the sum. */
    long unseen() {
        long seen =
                latest.keySet().stream().filter(id -> !before.containsKey(id)).count();
        return Math.max(0, threads.getTotalStartedThreadCount() - startedBefore - seen);
    }
}
