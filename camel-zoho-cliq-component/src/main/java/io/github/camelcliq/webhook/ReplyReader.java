package io.github.camelcliq.webhook;

import static io.github.camelcliq.webhook.CallNodes.node;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelcliq.message.CliqMessage;
import io.github.camelcliq.message.TargetKind;
import io.github.camelcliq.message.Violation;
import io.github.camelcliq.message.json.MessageReader;
import io.github.camelcliq.message.json.ParsedJson;
import io.github.camelcliq.message.json.ReadMessage;
import io.github.camelcliq.message.rules.FittedMessage;
import io.github.camelcliq.message.rules.Judgement;
import io.github.camelcliq.message.rules.MessageRules;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Reads and checks answers: answers made in Java, and answers as JSON, with or without {@code output} around them. A
 * message in an answer has the rules of a message to a chat. Answers of buttons and submitted forms have known formats.
 * Answers of other handlers may have any format, and are checked as far as it is known. Never fails. Safe for use by
 * many threads.
 */
public final class ReplyReader {

    private static final TargetKind KIND = TargetKind.CHAT;

    private static final Set<String> KNOWN_TYPES = Set.of(ReplyFields.BANNER, ReplyFields.EDIT, ReplyFields.FORM);

    private static final Set<String> CONTENT = Set.of(ReplyFields.TEXT, "card", "slides", "buttons");

    private final MessageRules rules;
    private final boolean anyShape;

    /** Creates a reader with these rules, for answers of buttons and submitted forms. */
    public ReplyReader(MessageRules rules) {
        this(rules, false);
    }

    private ReplyReader(MessageRules rules, boolean anyShape) {
        this.rules = rules;
        this.anyShape = anyShape;
    }

    /**
     * Creates a reader with these rules, for answers of all other handlers. It checks messages, banners, edits and
     * forms. A message with a card, slides or buttons needs no text. Any other object or array becomes a
     * {@link JsonReply}.
     */
    public static ReplyReader forOtherHandlers(MessageRules rules) {
        return new ReplyReader(rules, true);
    }

    /** Checks an answer. Makes it fit Cliq's limits, if the rules ask for it. */
    public ReplyReading read(FunctionReply reply) {
        if (reply instanceof MessageReply message) {
            return message(new ReadMessage(message.message(), List.of()), "", false, message.navigation());
        }
        if (reply instanceof EditReply edit) {
            return message(new ReadMessage(edit.message(), List.of()), "", true, edit.navigation());
        }
        if (reply instanceof BannerReply banner) {
            return banner(banner, "", List.of());
        }
        if (reply instanceof JsonReply json) {
            return output(json.output(), "");
        }
        return reply instanceof FormReply form
                ? new ReplyReading(form, new FormRules(form).violations())
                : new ReplyReading(reply, List.of());
    }

    /** Reads a document. A duplicate key is a violation. */
    public ReplyReading read(ParsedJson document) {
        ReplyReading reading = read(document.root());
        List<Violation> violations = new ArrayList<>(document.duplicateKeys());
        violations.addAll(reading.violations());
        return new ReplyReading(reading.reply(), violations, reading.changes(), reading.remarks());
    }

    /** Reads a tree. */
    public ReplyReading read(JsonNode tree) {
        JsonNode output = node(tree, ReplyFields.OUTPUT);
        return output.isMissingNode() ? output(tree, "") : output(output, "/" + ReplyFields.OUTPUT);
    }

    private ReplyReading output(JsonNode output, String place) {
        if (anyShape && output.isContainerNode() && !hasKnownShape(output)) {
            return asItIs(output);
        }
        if (!(output instanceof ObjectNode object)) {
            return broken(Violation.of(place, "an object", output));
        }
        JsonNode navigation = node(object, ReplyFields.NAVIGATION);
        if (!navigation.isMissingNode() && !navigation.isBoolean()) {
            return broken(Violation.of(place + "/" + ReplyFields.NAVIGATION, "true or false", navigation));
        }
        return object.isEmpty()
                ? new ReplyReading(NoReply.NOTHING, List.of())
                : typed(object, place, navigation.booleanValue());
    }

    private static boolean hasKnownShape(JsonNode output) {
        JsonNode type = node(output, ReplyFields.TYPE);
        return type.isMissingNode()
                ? output.isObject() && (output.isEmpty() || CONTENT.stream().anyMatch(output::has))
                : KNOWN_TYPES.contains(type.asText());
    }

    private static ReplyReading asItIs(JsonNode output) {
        return new ReplyReading(new JsonReply(output), FormRules.encoding(output.toString()));
    }

    private ReplyReading typed(ObjectNode output, String place, boolean navigation) {
        JsonNode type = node(output, ReplyFields.TYPE);
        if (type.isMissingNode()) {
            return message(reading(output), place, false, navigation);
        }
        return switch (type.asText()) {
            case ReplyFields.BANNER -> banner(output, place, navigation);
            case ReplyFields.EDIT -> message(reading(output), place, true, navigation);
            case ReplyFields.FORM -> form(output, place, navigation);
            case ReplyFields.APPLET, ReplyFields.SECTION -> asItIs(output);
            default ->
                broken(Violation.of(
                        place + "/" + ReplyFields.TYPE,
                        "banner, message_edit, form, applet or section, or absent for a message",
                        type));
        };
    }

    /** Returns the fields of the message, without the fields of the answer. */
    private static ReadMessage reading(ObjectNode output) {
        ObjectNode message = output.deepCopy();
        message.remove(List.of(ReplyFields.TYPE, ReplyFields.NAVIGATION));
        return MessageReader.read(message);
    }

    private ReplyReading message(ReadMessage read, String place, boolean edit, boolean navigation) {
        FittedMessage fitted = rules.fit(read, KIND);
        CliqMessage message = fitted.message();
        Judgement found = rules.judge(new ReadMessage(message, read.violations(), read.moved()), KIND);
        boolean needsText = !anyShape || !hasContentBesideText(message);
        return new ReplyReading(
                edit ? new EditReply(message, navigation) : new MessageReply(message, navigation),
                inside(place, needsText ? found.violations() : withoutMissingText(found.violations(), message)),
                inside(place, fitted.remarks()),
                inside(place, needsText ? found.remarks() : withoutMissingText(found.remarks(), message)));
    }

    private static List<Violation> withoutMissingText(List<Violation> found, CliqMessage message) {
        return found.stream().filter(each -> !isMissingText(each, message)).toList();
    }

    private static boolean hasContentBesideText(CliqMessage message) {
        return message.card() != null || isFilled(message.slides()) || isFilled(message.buttons());
    }

    private static boolean isFilled(List<?> parts) {
        return parts != null && !parts.isEmpty();
    }

    /** Returns whether a violation says that the text is missing. A text of a wrong type has an actual value. */
    private static boolean isMissingText(Violation broken, CliqMessage message) {
        return message.text() == null
                && broken.actual() == null
                && broken.pointer().equals("/" + ReplyFields.TEXT);
    }

    private ReplyReading banner(ObjectNode output, String place, boolean navigation) {
        List<Violation> violations = new ArrayList<>();
        JsonNode status = node(output, ReplyFields.STATUS);
        BannerReply.Status found = BannerReply.Status.ofJsonName(status.asText());
        if (found == null) {
            violations.add(Violation.of("/" + ReplyFields.STATUS, "success or failure", status));
        }
        String text = textOf(output, ReplyFields.TEXT, violations);
        BannerReply banner = new BannerReply(found == null ? BannerReply.Status.FAILURE : found, text, navigation);
        return banner(banner, place, violations);
    }

    /** Checks the text of a banner as that of a message, since the references have no other limit. */
    private ReplyReading banner(BannerReply banner, String place, List<Violation> shape) {
        FittedMessage text = rules.fit(CliqMessage.text(banner.text()).build(), KIND);
        Judgement found = rules.judge(new ReadMessage(text.message(), List.of()), KIND);
        List<Violation> violations = new ArrayList<>(shape);
        violations.addAll(found.violations());
        return new ReplyReading(
                new BannerReply(banner.status(), text.message().text(), banner.navigation()),
                inside(place, violations),
                inside(place, text.remarks()),
                inside(place, found.remarks()));
    }

    private ReplyReading form(ObjectNode output, String place, boolean navigation) {
        List<Violation> violations = new ArrayList<>();
        FormReply form = new FormReply(
                textOf(output, "title", violations),
                textOf(output, "name", violations),
                textOf(output, "hint", violations),
                textOf(output, "button_label", violations),
                inputs(node(output, "inputs"), violations),
                function(node(output, "action"), violations),
                navigation,
                others(output));
        return new ReplyReading(form, inside(place, withoutEchoes(violations, new FormRules(form).violations())));
    }

    /** Drops violations of missing fields that have a wrong type, since these are reported already. */
    private static List<Violation> withoutEchoes(List<Violation> shapes, List<Violation> rules) {
        Set<String> told = shapes.stream().map(Violation::pointer).collect(Collectors.toSet());
        return Stream.concat(shapes.stream(), rules.stream().filter(rule -> !told.contains(rule.pointer())))
                .toList();
    }

    private static String function(JsonNode action, List<Violation> violations) {
        JsonNode type = node(action, ReplyFields.TYPE);
        if (!type.isMissingNode() && !type.asText().equals(ReplyFields.INVOKE)) {
            violations.add(Violation.of("/action/" + ReplyFields.TYPE, ReplyFields.INVOKE, type));
        }
        JsonNode name = node(action, "name");
        if (!name.isMissingNode() && !name.isTextual()) {
            violations.add(Violation.of("/action/name", "a string", name));
        }
        return name.textValue();
    }

    private static List<Map<String, Object>> inputs(JsonNode array, List<Violation> violations) {
        List<Map<String, Object>> inputs = new ArrayList<>();
        if (!array.isMissingNode() && !array.isArray()) {
            violations.add(Violation.of("/inputs", "an array", array));
            return inputs;
        }
        for (int i = 0; i < array.size(); i++) {
            if (array.get(i).isObject()) {
                inputs.add(CallNodes.fields(array.get(i)));
            } else {
                violations.add(Violation.of("/inputs/" + i, "an object", array.get(i)));
            }
        }
        return inputs;
    }

    private static Map<String, Object> others(ObjectNode output) {
        Map<String, Object> others = new LinkedHashMap<>(CallNodes.fields(output));
        others.keySet().removeAll(FormReply.NAMES);
        return others;
    }

    /** Converts no types, as in messages. */
    private static String textOf(JsonNode object, String field, List<Violation> violations) {
        JsonNode node = node(object, field);
        if (!node.isMissingNode() && !node.isTextual()) {
            violations.add(Violation.of("/" + field, "a string", node));
        }
        return node.isTextual() ? node.textValue() : null;
    }

    private static ReplyReading broken(Violation violation) {
        return new ReplyReading(NoReply.NOTHING, List.of(violation));
    }

    private static List<Violation> inside(String place, List<Violation> violations) {
        return violations.stream()
                .map(violation -> violation.inside(place))
                .distinct()
                .toList();
    }
}
