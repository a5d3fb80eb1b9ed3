package io.github.camelcliq;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.PooledByteBufAllocator;
import io.netty.util.ResourceLeakDetector;
import io.vertx.core.Vertx;
import java.util.List;
import org.apache.logging.log4j.Level;

/** Netty's leak detector at its most suspicious, for as long as it is open. */
final class LeakWatch implements AutoCloseable {

    private final ResourceLeakDetector.Level before;
    private final CapturedLog log = new CapturedLog(ResourceLeakDetector.class.getName(), Level.ERROR);

    LeakWatch() {
        // Vert.x switches the detector off when it is first loaded
        Vertx.vertx().close();
        before = ResourceLeakDetector.getLevel();
        ResourceLeakDetector.setLevel(ResourceLeakDetector.Level.PARANOID);
    }

    /** What the detector reported, once it had reason to look at what was collected. */
    List<String> reports() {
        for (int round = 0; round < 5; round++) {
            System.gc();
            PooledByteBufAllocator.DEFAULT.directBuffer(16).release();
        }
        return log.lines();
    }

    void assertNothingLeaked() {
        assertThat(reports()).as("leaks that Netty found").isEmpty();
    }

    @Override
    public void close() {
        ResourceLeakDetector.setLevel(before);
        log.close();
    }
}
