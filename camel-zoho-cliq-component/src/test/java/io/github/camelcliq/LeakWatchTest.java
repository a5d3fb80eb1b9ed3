package io.github.camelcliq;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.netty.buffer.PooledByteBufAllocator;
import org.junit.jupiter.api.Test;

/** The watch over leaks is awake: what the other tests report as clean could have been found dirty. */
class LeakWatchTest {

    @Test
    void seesABufferThatNobodyReleased() {
        try (LeakWatch leaks = new LeakWatch()) {
            leakOneBuffer();

            await().untilAsserted(() -> assertThat(leaks.reports())
                    .anySatisfy(report -> assertThat(report).contains("LEAK")));
        }
    }

    private static void leakOneBuffer() {
        PooledByteBufAllocator.DEFAULT.directBuffer(16);
    }
}
