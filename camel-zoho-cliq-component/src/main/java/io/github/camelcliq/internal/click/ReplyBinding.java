package io.github.camelcliq.internal.click;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.github.camelcliq.BodyFormat;
import io.github.camelcliq.CliqConfiguration;
import io.github.camelcliq.CliqInvalidMessageException;
import io.github.camelcliq.internal.post.BodyReader;
import io.github.camelcliq.internal.post.FitLog;
import io.github.camelcliq.internal.post.HeaderText;
import io.github.camelcliq.internal.post.Remarks;
import io.github.camelcliq.message.UnicodeText;
import io.github.camelcliq.message.Violation;
import io.github.camelcliq.message.json.MessageJson;
import io.github.camelcliq.message.rules.MessageRules;
import io.github.camelcliq.webhook.FunctionCall;
import io.github.camelcliq.webhook.FunctionReply;
import io.github.camelcliq.webhook.ReplyReader;
import io.github.camelcliq.webhook.ReplyReading;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.camel.Exchange;
import org.apache.camel.ExchangePropertyKey;

/**
 * Makes the answer to a call from the body that a route leaves. The body may be an answer, a message, a tree or map of
 * an answer, or text. A text is a message, or JSON of an answer if it looks like JSON. Other handlers than buttons and
 * submitted forms may answer with any JSON, including arrays and lists. A missing body, a blank text, and the call
 * itself show nothing. A failure shows a banner that does not say why.
 */
public final class ReplyBinding {

    /** The handlers whose answers have known formats. The last name comes from older versions. */
    private static final Set<String> BUTTONS_AND_FORMS =
            Set.of("button_handler", "form_submit_handler", "form_handler");

    /** An array of objects, or an empty array. A plain text may also begin with a bracket. */
    private static final Pattern ARRAY = Pattern.compile("\\s*\\[\\s*[{\\]]");

    private final CallTarget target;
    private final String failureText;
    private final BodyFormat bodyFormat;
    private final BodyReader bodies;
    private final ReplyReader replies;
    private final ReplyReader otherReplies;
    private final Remarks remarks = new Remarks();

    public ReplyBinding(CliqConfiguration options, CallTarget target) {
        this.target = target;
        this.failureText = options.getFailureText();
        this.bodyFormat = options.getBodyFormat();
        this.bodies = new BodyReader(bodyFormat);
        MessageRules rules = options.messageRules();
        this.replies = new ReplyReader(rules);
        this.otherReplies = ReplyReader.forOtherHandlers(rules);
    }

    /**
     * Returns the answer to a call.
     *
     * @throws CliqInvalidMessageException if the body breaks rules, or is not an answer
     */
    public FunctionReply of(FunctionCall call, Exchange exchange) throws CliqInvalidMessageException {
        if (isFailed(exchange)) {
            return failure();
        }
        Object body = HeaderText.unwrapped(exchange.getMessage().getBody());
        if (body == null || body instanceof FunctionCall || body instanceof String text && UnicodeText.isBlank(text)) {
            return FunctionReply.nothing();
        }
        boolean anyShape =
                !BUTTONS_AND_FORMS.contains(String.valueOf(call.handler().type()));
        ReplyReading reading = anyShape ? any(exchange, body) : read(exchange, body, replies);
        if (!reading.isSound()) {
            throw new CliqInvalidMessageException("Answer of cliq:" + target, reading.violations());
        }
        FitLog.tell("Answer of cliq:" + target, reading.changes());
        remarks.log("Answer of cliq:" + target, reading.remarks());
        return reading.reply();
    }

    /** Returns whether the route failed, or a dead letter channel has taken the call unchanged. */
    public boolean isFailed(Exchange exchange) {
        return exchange.isFailed()
                || exchange.getMessage().getBody() instanceof FunctionCall
                        && exchange.getProperty(ExchangePropertyKey.EXCEPTION_CAUGHT) != null;
    }

    /** Reads an answer of any format. Lists, and texts of JSON arrays, are not messages. */
    private ReplyReading any(Exchange exchange, Object body) {
        if (body instanceof Collection<?> list) {
            return otherReplies.read(MessageJson.toTree(list));
        }
        if (body instanceof CharSequence text
                && bodyFormat != BodyFormat.TEXT
                && ARRAY.matcher(text).lookingAt()) {
            try {
                return otherReplies.read(MessageJson.parse(text.toString()));
            } catch (JsonProcessingException noJson) {
                return read(exchange, body, otherReplies);
            }
        }
        return read(exchange, body, otherReplies);
    }

    private ReplyReading read(Exchange exchange, Object body, ReplyReader replies) {
        if (body instanceof FunctionReply reply) {
            return replies.read(reply);
        }
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
        return new ReplyReading(reading.reply(), violations, reading.changes(), reading.remarks());
    }

    /** Returns the answer that a person sees after a failure. An empty text shows nothing. */
    public FunctionReply failure() {
        return failureText == null || failureText.isBlank()
                ? FunctionReply.nothing()
                : FunctionReply.failure(failureText);
    }
}
