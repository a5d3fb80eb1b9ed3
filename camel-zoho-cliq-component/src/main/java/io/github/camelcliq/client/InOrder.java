package io.github.camelcliq.client;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Calls that are made one after the other, in the order in which they were added, on whichever thread comes first. They
 * are added under a lock and made outside it, since whatever follows them runs right there.
 */
final class InOrder {

    private static final Logger LOG = LoggerFactory.getLogger(InOrder.class);

    private final Queue<Runnable> calls = new ConcurrentLinkedQueue<>();
    private final AtomicInteger rounds = new AtomicInteger();

    void add(Runnable call) {
        calls.add(call);
    }

    /** Makes the calls that were added, unless another thread is at it, which then makes these too. */
    void makeAll() {
        if (calls.isEmpty() || rounds.getAndIncrement() != 0) {
            return;
        }
        int made = 1;
        do {
            for (Runnable next = calls.poll(); next != null; next = calls.poll()) {
                make(next);
            }
            made = rounds.addAndGet(-made);
        } while (made != 0);
    }

    /** Whatever one call throws, those behind it are made all the same. */
    private static void make(Runnable call) {
        try {
            call.run();
        } catch (Throwable thrown) {
            LOG.error("A post that got its turn, or was refused it, failed", thrown);
        }
    }
}
