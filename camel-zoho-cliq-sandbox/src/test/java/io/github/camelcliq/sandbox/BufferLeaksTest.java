package io.github.camelcliq.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.PooledByteBufAllocator;
import org.junit.jupiter.api.Test;

/** The other tests of soundness rely on it. */
class BufferLeaksTest {

    @Test
    void aLostBufferIsFound() {
        try (BufferLeaks leaks = new BufferLeaks()) {
            BufferLeaks.lose("nobody released this one");

            assertThat(leaks.found()).singleElement().asString().contains("nobody released this one");
        }
    }

    @Test
    void aReleasedBufferIsNot() {
        try (BufferLeaks leaks = new BufferLeaks()) {
            release();

            assertThat(leaks.found()).isEmpty();
        }
    }

    /** By itself, so that no variable of the test keeps the buffer, which may be the next one given out. */
    private static void release() {
        PooledByteBufAllocator.DEFAULT.directBuffer().release();
    }
}
