package io.github.camelcliq.internal.post;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelcliq.CliqConfiguration;
import io.github.camelcliq.CliqConstants;
import io.github.camelcliq.CliqInvalidMessageException;
import io.github.camelcliq.internal.post.template.MessageTemplate;
import io.github.camelcliq.message.CliqMessage;
import io.github.camelcliq.message.RuleLevel;
import io.github.camelcliq.message.TargetKind;
import io.github.camelcliq.message.Violation;
import io.github.camelcliq.message.json.MessageJson;
import io.github.camelcliq.message.json.MessageReader;
import io.github.camelcliq.message.json.ReadMessage;
import io.github.camelcliq.message.rules.FittedMessage;
import io.github.camelcliq.message.rules.MessageRules;
import java.util.ArrayList;
import java.util.List;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.TypeConversionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads the message of an exchange: first its body, or what a template makes of the body, then the headers that
 * override it, then the options of the endpoint. It reports all errors at once, and never uses {@code toString} of an
 * unknown object.
 */
public final class ExchangeReader {

    private static final Logger LOG = LoggerFactory.getLogger(ExchangeReader.class);

    private final BodyReader bodies;
    private final TemplateReader templates;
    private final TargetKind kind;
    private final PostTarget fixedTarget;
    private final boolean needsTarget;
    private final MessageRules rules;
    private final RuleLevel level;
    private final boolean syncMessage;
    private final Boolean markAsRead;

    /**
     * @param fixedTarget the target in the endpoint URI; {@code null} if each exchange names its own
     * @param rules the rules that fit a message, if the endpoint asks for it
     * @param template the template that makes messages of bodies; {@code null} if bodies are messages
     */
    public ExchangeReader(
            CliqConfiguration configuration,
            TargetKind kind,
            PostTarget fixedTarget,
            MessageRules rules,
            MessageTemplate template) {
        this(configuration, kind, fixedTarget, true, rules, template);
    }

    private ExchangeReader(
            CliqConfiguration configuration,
            TargetKind kind,
            PostTarget fixedTarget,
            boolean needsTarget,
            MessageRules rules,
            MessageTemplate template) {
        this.bodies = new BodyReader(configuration.getBodyFormat());
        this.templates = template == null ? null : new TemplateReader(template, configuration.getBodyFormat());
        this.kind = kind;
        this.fixedTarget = fixedTarget;
        this.needsTarget = needsTarget;
        this.rules = rules;
        this.level = configuration.getRules();
        this.syncMessage = configuration.isSyncMessage();
        KindOptions options = new KindOptions(configuration, kind);
        this.markAsRead = options.hasMarkAsReadInQuery() ? null : options.markAsRead();
    }

    /** Returns a reader of messages that are posted later: an exchange needs no target. */
    public static ExchangeReader withoutTarget(
            CliqConfiguration configuration, TargetKind kind, MessageRules rules, MessageTemplate template) {
        return new ExchangeReader(configuration, kind, null, false, rules, template);
    }

    /**
     * Reads an exchange. Violations without an exception are in the result.
     *
     * @throws CliqInvalidMessageException if an exception prevented the reading, with all violations and that exception
     *     as its cause
     */
    public UncheckedPost read(Exchange exchange) throws CliqInvalidMessageException {
        HeaderReader overrides = HeaderReader.of(exchange.getMessage());
        if (templates == null
                && overrides.isEmpty()
                && exchange.getMessage().getBody() instanceof CliqMessage message) {
            return draft(exchange, new ReadMessage(message, List.of()));
        }
        ReadErrors complaints = new ReadErrors();
        UncheckedPost draft = draft(exchange, readMessage(exchange, overrides, complaints));
        if (complaints.cause() != null) {
            throw new CliqInvalidMessageException(
                    "Message to " + draft.place(kind), draft.judge(rules, kind).violations(), complaints.cause());
        }
        return draft;
    }

    private UncheckedPost draft(Exchange exchange, ReadMessage read) {
        ReadMessage reading = withEndpointsOptions(read);
        FittedMessage fitted = rules.fit(reading, kind);
        ReadMessage fitting = fitted.remarks().isEmpty()
                ? reading
                : new ReadMessage(fitted.message(), reading.violations(), reading.moved());
        return fixedTarget != null || !needsTarget
                ? new UncheckedPost(fixedTarget, null, fitting, fitted.remarks())
                : draftToHeadersTarget(exchange, fitting, fitted.remarks());
    }

    private UncheckedPost draftToHeadersTarget(Exchange exchange, ReadMessage reading, List<Violation> changes) {
        Object header = HeaderText.unwrapped(exchange.getMessage().getHeader(CliqConstants.TARGET));
        String id = idOf(header, exchange);
        String complaint = PostTarget.complaintAbout(id);
        if (complaint == null) {
            return new UncheckedPost(new PostTarget(kind, id), null, reading, changes);
        }
        String rule = "the endpoint URI, as in cliq:" + kind.uriName() + "/id, or the header " + CliqConstants.TARGET
                + " must name the " + kind.uriName() + " to post to (" + complaint + ")";
        boolean isNoText = header != null && id == null;
        Violation missing = new Violation("", rule, isNoText ? header.getClass().getName() : null);
        return new UncheckedPost(null, missing, reading, changes);
    }

    private static String idOf(Object header, Exchange exchange) {
        try {
            return HeaderText.of(header, exchange);
        } catch (TypeConversionException unreadable) {
            LOG.debug("The header {} cannot be read", CliqConstants.TARGET, unreadable);
            return null;
        }
    }

    private ReadMessage readMessage(Exchange exchange, HeaderReader overrides, ReadErrors complaints) {
        BodyReader.Content content =
                templates != null ? templates.read(exchange) : bodies.read(exchange, overrides, kind, level);
        if (overrides.isEmpty() && content.message() != null) {
            return new ReadMessage(content.message(), List.of());
        }
        content.violations().forEach(violation -> complaints.add(violation, content.cause()));
        JsonNode body = treeOf(content);
        if (!overrides.isEmpty() && body instanceof ObjectNode object) {
            body = overrides.applyTo(object, exchange, complaints);
        }
        ReadMessage reading = MessageReader.read(body);
        if (complaints.violations().isEmpty()) {
            return reading;
        }
        List<Violation> all = new ArrayList<>(complaints.violations());
        all.addAll(reading.violations());
        return new ReadMessage(reading.message(), all, reading.moved());
    }

    /**
     * Returns the tree of the body. An unreadable body gives an empty tree, so that violations of headers are still
     * found.
     */
    private static JsonNode treeOf(BodyReader.Content content) {
        if (content.message() != null) {
            return MessageJson.toTree(content.message());
        }
        return content.tree() != null ? content.tree() : JsonNodeFactory.instance.objectNode();
    }

    private ReadMessage withEndpointsOptions(ReadMessage reading) {
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
        return new ReadMessage(more.build(), reading.violations(), reading.moved());
    }

    /** Removes the headers that were read, so that a later step does not post them again by accident. */
    public static void takeOffHeaders(Message message) {
        takeOffOverrides(message);
        message.removeHeader(CliqConstants.TARGET);
    }

    /** Removes the headers that override the body, and leaves the target. */
    public static void takeOffOverrides(Message message) {
        HeaderReader.takeOff(message);
    }
}
