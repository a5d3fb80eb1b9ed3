package io.github.camelcliq;

import io.github.camelcliq.message.MessageRules;
import io.github.camelcliq.message.Violation;
import io.github.camelcliq.webhook.FunctionCall;
import io.github.camelcliq.webhook.FunctionReply;
import io.github.camelcliq.webhook.ReplyReader;
import io.github.camelcliq.webhook.ReplyReading;
import java.util.ArrayList;
import java.util.List;
import org.apache.camel.Exchange;
import org.apache.camel.ExchangePropertyKey;

/**
 * Makes an answer of what a route leaves as its body: an answer as it is; a message; text, which is a message, or JSON
 * of an answer where it looks like it; a tree or map of an answer. Nothing, an empty text, and the call itself show
 * nothing. A failure shows a banner that does not say why.
 */
final class RouteReply {

    private final Callee callee;
    private final String failureText;
    private final BodyReader bodies;
    private final ReplyReader replies;

    RouteReply(CliqConfiguration options, Callee callee) {
        this.callee = callee;
        this.failureText = options.getFailureText();
        this.bodies = new BodyReader(options.getBodyFormat());
        this.replies = new ReplyReader(MessageRules.builder()
                .maximumTextLength(options.getMaximumTextLength())
                .unknownFields(options.getUnknownFields())
                .overflow(options.getOverflow())
                .build());
    }

    /**
     * The answer that goes out.
     *
     * @throws CliqInvalidMessageException when what the route left breaks rules, or is no answer at all
     */
    FunctionReply of(Exchange exchange) throws CliqInvalidMessageException {
        if (isFailed(exchange)) {
            return failure();
        }
        Object body = PlainText.unwrapped(exchange.getMessage().getBody());
        if (body == null || body instanceof FunctionCall || body instanceof String text && MessageRules.isBlank(text)) {
            return FunctionReply.nothing();
        }
        ReplyReading reading = body instanceof FunctionReply reply ? replies.read(reply) : read(exchange);
        if (!reading.isSound()) {
            throw new CliqInvalidMessageException("Answer of cliq:" + callee, reading.violations());
        }
        FitLog.tell("Answer of cliq:" + callee, reading.remarks());
        return reading.reply();
    }

    /** Whether the route failed, or a dead letter channel has taken the call and left it as it was. */
    boolean isFailed(Exchange exchange) {
        return exchange.isFailed()
                || exchange.getMessage().getBody() instanceof FunctionCall
                        && exchange.getProperty(ExchangePropertyKey.EXCEPTION_CAUGHT) != null;
    }

    private ReplyReading read(Exchange exchange) {
        BodyReader.Content content = bodies.read(exchange);
        if (content.message() != null) {
            return replies.read(FunctionReply.message(content.message()));
        }
        if (content.tree() == null) {
            return new ReplyReading(FunctionReply.nothing(), content.violations());
        }
        ReplyReading reading = replies.read(content.tree());
        List<Violation> violations = new ArrayList<>(content.violations());
        violations.addAll(reading.violations());
        return new ReplyReading(reading.reply(), violations, reading.remarks());
    }

    /** What is shown when something went wrong; nothing where the text is empty. */
    FunctionReply failure() {
        return failureText == null || failureText.isBlank()
                ? FunctionReply.nothing()
                : FunctionReply.failure(failureText);
    }
}
