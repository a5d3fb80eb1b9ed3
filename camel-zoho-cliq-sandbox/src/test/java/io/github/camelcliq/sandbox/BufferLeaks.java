package io.github.camelcliq.sandbox;

import static org.awaitility.Awaitility.await;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.PooledByteBufAllocator;
import io.netty.util.ResourceLeakDetector;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.core.LogEvent;
import org.apache.logging.log4j.core.Logger;
import org.apache.logging.log4j.core.appender.AbstractAppender;
import org.apache.logging.log4j.core.config.Property;

/** Network buffers that were lost, as Netty's leak detector tells its log: it looks at every buffer meanwhile. */
final class BufferLeaks implements AutoCloseable {

    private final List<String> reports = new CopyOnWriteArrayList<>();
    private final ResourceLeakDetector.Level before = ResourceLeakDetector.getLevel();
    private final Logger log = (Logger) LogManager.getLogger(ResourceLeakDetector.class);
    private final AbstractAppender reporter =
            new AbstractAppender("leaks " + UUID.randomUUID(), null, null, true, Property.EMPTY_ARRAY) {
                @Override
                public void append(LogEvent event) {
                    reports.add(event.getMessage().getFormattedMessage());
                }
            };

    BufferLeaks() {
        reporter.start();
        log.addAppender(reporter);
        log.setAdditive(false);
        ResourceLeakDetector.setLevel(ResourceLeakDetector.Level.PARANOID);
    }

    /**
     * What was lost up to now. A buffer is lost on purpose, and waited for: when the detector has told of that one, it
     * has told of those before.
     */
    List<String> found() {
        String canary = "lost on purpose " + UUID.randomUUID();
        lose(canary);
        await().until(() -> {
            System.gc();
            // the detector tells what it knows when the next buffer is asked for
            PooledByteBufAllocator.DEFAULT.directBuffer().release();
            return reports.stream().anyMatch(report -> report.contains(canary));
        });
        List<String> others = new ArrayList<>(reports);
        others.removeIf(report -> report.contains("lost on purpose"));
        return others;
    }

    /** Loses a buffer that says so in the detector's report. */
    static void lose(String name) {
        ByteBuf lost = PooledByteBufAllocator.DEFAULT.directBuffer();
        lost.touch(name);
    }

    @Override
    public void close() {
        ResourceLeakDetector.setLevel(before);
        log.removeAppender(reporter);
        log.setAdditive(true);
        reporter.stop();
    }
}
