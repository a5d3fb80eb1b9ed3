package io.github.camelcliq.message;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.camelcliq.message.json.MessageJson;
import io.github.camelcliq.message.json.MessageReader;
import io.github.camelcliq.message.json.ReadMessage;
import io.github.camelcliq.message.rules.MessageRules;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;

/** Whatever message is built from what Cliq takes: it is taken, and comes back as it was. */
class AnyMessageTest {

    private final ObjectMapper application = new ObjectMapper();

    @Property(tries = 300, shrinking = ShrinkingMode.BOUNDED, edgeCases = EdgeCasesMode.NONE)
    void breaksNoRuleAndIsReadAsItWasWritten(@ForAll("messages") CliqMessage message) throws Exception {
        assertThat(MessageRules.DEFAULT.check(message, TargetKind.CHAT)).isEmpty();
        assertThat(MessageRules.DEFAULT.check(message, TargetKind.BOT)).isEmpty();

        byte[] json = MessageJson.write(message, RecipientsField.USERIDS);
        ReadMessage reading = MessageReader.read(MessageJson.parse(json));

        assertThat(reading.violations()).isEmpty();
        assertThat(reading.message()).isEqualTo(message);
        assertThat(MessageRules.DEFAULT.check(reading, TargetKind.CHAT)).isEmpty();
        assertThat(application.readValue(application.writeValueAsBytes(message), CliqMessage.class))
                .isEqualTo(message);
    }

    @Provide
    Arbitrary<CliqMessage> messages() {
        return AnyMessage.valid();
    }
}
