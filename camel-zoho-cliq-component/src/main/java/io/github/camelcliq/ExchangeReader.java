package io.github.camelcliq;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelcliq.client.PostTarget;
import io.github.camelcliq.message.CliqMessage;
import io.github.camelcliq.message.MessageJson;
import io.github.camelcliq.message.MessageReader;
import io.github.camelcliq.message.Reading;
import io.github.camelcliq.message.TargetKind;
import io.github.camelcliq.message.Violation;
import java.util.ArrayList;
import java.util.List;
import org.apache.camel.Exchange;
import org.apache.camel.Message;

/**
 * Makes one message of an exchange: its body first, then the headers that override it, then what the endpoint adds.
 * Complains of everything it cannot read at once, and falls back to nobody's {@code toString}.
 */
final class ExchangeReader {

    private final BodyReader bodies;
    private final TargetKind kind;
    private final PostTarget fixedTarget;
    private final boolean syncMessage;
    private final Boolean markAsRead;

    /**
     * @param fixedTarget the target that the endpoint's URI names, or {@code null} where each exchange names its own
     */
    ExchangeReader(CliqConfiguration configuration, TargetKind kind, PostTarget fixedTarget) {
        this.bodies = new BodyReader(configuration.getBodyFormat());
        this.kind = kind;
        this.fixedTarget = fixedTarget;
        this.syncMessage = configuration.isSyncMessage();
        this.markAsRead = kind == TargetKind.CHAT || kind == TargetKind.BOT ? configuration.getMarkAsRead() : null;
    }

    Draft read(Exchange exchange) throws CliqInvalidMessageException {
        Message in = exchange.getMessage();
        Reading reading = withEndpointsOptions(readMessage(exchange, HeaderOverrides.of(in)));
        if (fixedTarget != null) {
            return new Draft(fixedTarget, null, reading);
        }
        String id = in.getHeader(CliqConstants.TARGET, String.class);
        String complaint = PostTarget.complaintAbout(id);
        return complaint == null
                ? new Draft(new PostTarget(kind, id), null, reading)
                : new Draft(
                        null,
                        new Violation(
                                "",
                                "the endpoint or the header " + CliqConstants.TARGET + " names the " + kind.uriName()
                                        + " to post to (" + complaint + ")",
                                null),
                        reading);
    }

    private Reading readMessage(Exchange exchange, HeaderOverrides overrides) throws CliqInvalidMessageException {
        BodyReader.Content content = bodies.read(exchange, overrides);
        if (overrides.isEmpty() && content.message() != null) {
            return new Reading(content.message(), List.of());
        }
        if (overrides.isEmpty() || content.tree() == null && content.message() == null) {
            return content.read();
        }
        JsonNode body = content.message() != null ? MessageJson.toTree(content.message()) : content.tree();
        if (!body.isObject()) {
            return content.read();
        }
        List<Violation> complaints = new ArrayList<>(content.violations());
        JsonNode whole = overrides.applyTo((ObjectNode) body, exchange, complaints);
        Reading reading = MessageReader.read(whole);
        complaints.addAll(reading.violations());
        return new Reading(reading.message(), complaints, reading.moved());
    }

    private Reading withEndpointsOptions(Reading reading) {
        CliqMessage message = reading.message();
        boolean addSync = syncMessage && message.syncMessage() == null;
        boolean addRead = markAsRead != null && message.markAsRead() == null;
        if (!addSync && !addRead) {
            return reading;
        }
        CliqMessage.Builder more = message.toBuilder();
        if (addSync) {
            more.syncMessage(true);
        }
        if (addRead) {
            more.markAsRead(markAsRead);
        }
        return new Reading(more.build(), reading.violations(), reading.moved());
    }

    /** Takes off what was read, so that a later step does not post it again by accident. */
    static void takeOffHeaders(Message message) {
        HeaderOverrides.takeOff(message);
        message.removeHeader(CliqConstants.TARGET);
    }
}
