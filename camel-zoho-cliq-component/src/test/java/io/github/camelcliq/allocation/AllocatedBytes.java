package io.github.camelcliq.allocation;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.HashMap;
import java.util.Map;

/** What the threads of this JVM have allocated since they were counted first. */
final class AllocatedBytes {

    private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private final Map<Long, Long> before = look();
    private final long startedBefore = threads.getTotalStartedThreadCount();

    private Map<Long, Long> look() {
        Map<Long, Long> allocated = new HashMap<>();
        long[] ids = threads.getAllThreadIds();
        long[] bytes = threads.getThreadAllocatedBytes(ids);
        for (int at = 0; at < ids.length; at++) {
            if (bytes[at] >= 0) {
                allocated.put(ids[at], bytes[at]);
            }
        }
        return allocated;
    }

    /** @throws IllegalStateException if a thread came and went meanwhile, so that nobody knows what it allocated */
    long sum() {
        long started = threads.getTotalStartedThreadCount() - startedBefore;
        Map<Long, Long> now = look();
        long came = now.keySet().stream().filter(id -> !before.containsKey(id)).count();
        if (started > came) {
            throw new IllegalStateException("a thread came and went");
        }
        return now.entrySet().stream()
                .mapToLong(thread -> thread.getValue() - before.getOrDefault(thread.getKey(), 0L))
                .sum();
    }
}
