package io.github.camelcliq;

import io.github.camelcliq.internal.post.ExchangeReader;
import io.github.camelcliq.internal.post.FitLog;
import io.github.camelcliq.internal.post.UncheckedPost;
import io.github.camelcliq.message.TargetKind;
import io.github.camelcliq.message.Violation;
import io.github.camelcliq.message.rules.MessageRules;
import java.util.List;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.spi.DataType;
import org.apache.camel.spi.DataTypeTransformer;
import org.apache.camel.spi.Transformer;

/**
 * Writes the message of an exchange into its body, as JSON. It reads body and headers as a post does, with the options
 * of the component, and checks the message. So the message survives a queue: JMS and Kafka drop headers that begin with
 * {@code Camel}. The header {@link CliqConstants#TARGET} stays, and other headers of the message are removed.
 *
 * <p>A message with violations fails with the same {@link CliqInvalidMessageException} as its post. The message may go
 * to any target but a bot: see {@link CliqBotMessageTransformer}.
 */
@DataTypeTransformer(
        name = "cliq:application-x-message",
        description = "Writes the checked message of body and headers into the body, as JSON")
public class CliqMessageTransformer extends Transformer {

    private final TargetKind kind;

    private MessageRules rules;
    private ExchangeReader reader;

    public CliqMessageTransformer() {
        this(TargetKind.CHAT);
    }

    CliqMessageTransformer(TargetKind kind) {
        this.kind = kind;
    }

    @Override
    protected void doStart() throws Exception {
        super.doStart();
        CliqComponent component = getCamelContext().getComponent("cliq", CliqComponent.class);
        CliqConfiguration options = component.getConfiguration();
        rules = options.messageRules();
        reader = ExchangeReader.withoutTarget(
                options, kind, rules, component.templates().template(options.getTemplate()));
    }

    @Override
    public void transform(Message message, DataType from, DataType to) throws CliqInvalidMessageException {
        UncheckedPost draft = reader.read(message.getExchange());
        String what = "Message to " + draft.place(kind);
        List<Violation> violations = draft.judge(rules, kind).violations();
        if (!violations.isEmpty()) {
            throw new CliqInvalidMessageException(what, violations);
        }
        ExchangeReader.takeOffOverrides(message);
        message.setBody(CliqConverters.toString(draft.reading().message()));
        message.setHeader(Exchange.CONTENT_TYPE, "application/json");
        if (!draft.changes().isEmpty()) {
            FitLog.tell(what, draft.changes());
            message.setHeader(CliqConstants.REMARKS, List.copyOf(draft.changes()));
        }
    }
}
