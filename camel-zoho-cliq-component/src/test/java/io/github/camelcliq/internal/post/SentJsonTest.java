package io.github.camelcliq.internal.post;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelcliq.message.CliqMessage;
import io.github.camelcliq.message.MessageJson;
import io.github.camelcliq.message.RecipientsField;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is sent is the message's JSON, however many pieces it was written in. */
class SentJsonTest {

    @ParameterizedTest(name = "{0} characters")
    @ValueSource(ints = {0, 1, 650, 8_000, 10_000, 100_000})
    void itIsTheJsonOfTheMessage(int length) {
        CliqMessage message =
                CliqMessage.text("ä".repeat(length)).hint("the end").build();

        assertThat(SentJson.of(message, RecipientsField.USER_IDS).getBytes())
                .isEqualTo(MessageJson.write(message, RecipientsField.USER_IDS));
    }
}
