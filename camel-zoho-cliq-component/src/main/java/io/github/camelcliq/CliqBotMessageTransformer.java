package io.github.camelcliq;

import io.github.camelcliq.message.TargetKind;
import org.apache.camel.spi.DataTypeTransformer;

/** Does the same as {@link CliqMessageTransformer} for a message to a bot, which has other rules. */
@DataTypeTransformer(
        name = "cliq:application-x-bot-message",
        description = "Writes the checked message to a bot, of body and headers, into the body, as JSON")
public final class CliqBotMessageTransformer extends CliqMessageTransformer {

    public CliqBotMessageTransformer() {
        super(TargetKind.BOT);
    }
}
