package io.github.camelcliq.webhook;

import static io.github.camelcliq.webhook.CallNodes.node;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelcliq.message.CliqMessage;
import io.github.camelcliq.message.FittedMessage;
import io.github.camelcliq.message.MessageReader;
import io.github.camelcliq.message.MessageRules;
import io.github.camelcliq.message.ParsedJson;
import io.github.camelcliq.message.Reading;
import io.github.camelcliq.message.TargetKind;
import io.github.camelcliq.message.Violation;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Reads and checks answers: those made in Java, and those that a route left as JSON, with {@code output} around them or
 * without. A message in an answer keeps the rules of a message to a chat. Never fails; safe for all threads.
 */
public final class ReplyReader {

    private static final TargetKind KIND = TargetKind.CHAT;

    private final MessageRules rules;

    /** A reader by these rules. */
    public ReplyReader(MessageRules rules) {
        this.rules = rules;
    }

    /** Checks an answer; what is too long is fitted where the rules ask for that. */
    public ReplyReading read(FunctionReply reply) {
        if (reply instanceof MessageReply message) {
            return message(new Reading(message.message(), List.of()), "", false, message.navigation());
        }
        if (reply instanceof EditReply edit) {
            return message(new Reading(edit.message(), List.of()), "", true, edit.navigation());
        }
        if (reply instanceof BannerReply banner) {
            return banner(banner, "", List.of());
        }
        return reply instanceof FormReply form
                ? new ReplyReading(form, new FormRules(form).violations())
                : new ReplyReading(reply, List.of());
    }

    /** Reads a document, in which a key that stands twice is a violation. */
    public ReplyReading read(ParsedJson document) {
        ReplyReading reading = read(document.root());
        List<Violation> violations = new ArrayList<>(document.duplicateKeys());
        violations.addAll(reading.violations());
        return new ReplyReading(reading.reply(), violations, reading.remarks());
    }

    /** Reads a tree. */
    public ReplyReading read(JsonNode tree) {
        JsonNode output = node(tree, ReplyFields.OUTPUT);
        return output.isMissingNode() ? output(tree, "") : output(output, "/" + ReplyFields.OUTPUT);
    }

    private ReplyReading output(JsonNode output, String place) {
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

    private ReplyReading typed(ObjectNode output, String place, boolean navigation) {
        JsonNode type = node(output, ReplyFields.TYPE);
        if (type.isMissingNode()) {
            return message(reading(output), place, false, navigation);
        }
        return switch (type.asText()) {
            case ReplyFields.BANNER -> banner(output, place, navigation);
            case ReplyFields.EDIT -> message(reading(output), place, true, navigation);
            case ReplyFields.FORM -> form(output, place, navigation);
            default ->
                broken(Violation.of(
                        place + "/" + ReplyFields.TYPE, "banner, message_edit or form, or absent for a message", type));
        };
    }

    /** The message among the fields, without those that make it an answer. */
    private static Reading reading(ObjectNode output) {
        ObjectNode message = output.deepCopy();
        message.remove(List.of(ReplyFields.TYPE, ReplyFields.NAVIGATION));
        return MessageReader.read(message);
    }

    private ReplyReading message(Reading read, String place, boolean edit, boolean navigation) {
        FittedMessage fitted = rules.fit(read, KIND);
        CliqMessage message = fitted.message();
        List<Violation> violations = rules.check(new Reading(message, read.violations(), read.moved()), KIND);
        return new ReplyReading(
                edit ? new EditReply(message, navigation) : new MessageReply(message, navigation),
                inside(place, violations),
                inside(place, fitted.remarks()));
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

    /** A banner's text is one that a message may have; the references have no limit of its own. */
    private ReplyReading banner(BannerReply banner, String place, List<Violation> shape) {
        FittedMessage text = rules.fit(CliqMessage.text(banner.text()).build(), KIND);
        List<Violation> violations = new ArrayList<>(shape);
        violations.addAll(rules.check(text.message(), KIND));
        return new ReplyReading(
                new BannerReply(banner.status(), text.message().text(), banner.navigation()),
                inside(place, violations),
                inside(place, text.remarks()));
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

    /** What is of the wrong shape was not read, and would be called missing as well. */
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

    /** Nothing is coerced, as in messages. */
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
