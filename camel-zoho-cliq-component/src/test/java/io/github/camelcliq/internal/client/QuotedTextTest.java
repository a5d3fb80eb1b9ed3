package io.github.camelcliq.internal.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.channels.ClosedChannelException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What others say stands in an exception and in a log without doing harm. */
class QuotedTextTest {

    @Test
    void anExceptionWithoutATextIsToldByItsClass() {
        assertThat(QuotedText.textOf(new ClosedChannelException()))
                .isEqualTo("java.nio.channels.ClosedChannelException");
        assertThat(QuotedText.textOf(new IOException("broken pipe"))).isEqualTo("broken pipe");
    }

    @Test
    void aTextIsOnOneLineAndHasAnEndAndNoSecrets() {
        assertThat(QuotedText.of(" one\r\n\u0007two three3 ", List.of("three3")))
                .isEqualTo("one two xxxxxx");
        assertThat(QuotedText.of("x".repeat(299) + "\uD83D\uDE00", List.of())).isEqualTo("x".repeat(299) + "…");
    }
}
