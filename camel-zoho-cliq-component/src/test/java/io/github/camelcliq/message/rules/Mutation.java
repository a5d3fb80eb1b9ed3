package io.github.camelcliq.message.rules;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelcliq.message.RuleLevel;
import io.github.camelcliq.message.TargetKind;

/**
 * One change to a valid message, at one place, and what it makes of it.
 *
 * @param kind what the message is posted to
 * @param verdict what becomes of the message
 * @param from the level from which on a refused message is refused; below it is accepted with a remark
 * @param place where the change is, as a JSON pointer
 * @param fields the fields of the message that the change is made in; they replace those of the carrier
 * @param edit what is done to the message at the place, beside setting these fields
 */
record Mutation(TargetKind kind, Verdict verdict, RuleLevel from, String place, ObjectNode fields, Edit edit) {

    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final String AGAIN = "once more";

    enum Verdict {
        ACCEPTED,
        REFUSED,
        /** Whatever it is, both judges say the same. */
        SAME
    }

    enum Edit {
        NONE,
        TAKEN_AWAY,
        THERE_TWICE
    }

    /** A message that is still as it should be. */
    static Mutation accepted(String fields) {
        return new Mutation(TargetKind.CHAT, Verdict.ACCEPTED, RuleLevel.TOLERANT, "", parse(fields), Edit.NONE);
    }

    /** A message that is wrong at that place, at every level. */
    static Mutation refused(String place, String fields) {
        return refusedFrom(RuleLevel.TOLERANT, place, fields);
    }

    /** A message that is wrong at that place from that level on, and doubtful below. */
    static Mutation refusedFrom(RuleLevel from, String place, String fields) {
        return new Mutation(TargetKind.CHAT, Verdict.REFUSED, from, place, parse(fields), Edit.NONE);
    }

    boolean isRefusedAt(RuleLevel level) {
        return verdict == Verdict.REFUSED && level.compareTo(from) >= 0;
    }

    /**
     * Whether each build tries the change at this level: where it is first refused and just below, and otherwise at the
     * strictest.
     */
    boolean isDecidedAt(RuleLevel level) {
        return verdict == Verdict.REFUSED
                ? level == from || level.ordinal() == from.ordinal() - 1
                : level == RuleLevel.STRICT;
    }

    /** The same change to a bot's message. */
    Mutation ofBot() {
        return new Mutation(TargetKind.BOT, verdict, from, place, fields, edit);
    }

    /** A JSON object; single quotes stand for double ones, and {@code <12>} for twelve characters. */
    static ObjectNode parse(String fields) {
        StringBuilder json = new StringBuilder();
        int from = 0;
        for (int open = fields.indexOf('<'); open >= 0; open = fields.indexOf('<', from)) {
            int close = fields.indexOf('>', open);
            json.append(fields, from, open).append("x".repeat(Integer.parseInt(fields.substring(open + 1, close))));
            from = close + 1;
        }
        String text = json.append(fields.substring(from)).toString().replace('\'', '"');
        try {
            return (ObjectNode) MAPPER.readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(text, e);
        }
    }

    /** The JSON text of the carrier with this change. */
    String json(ObjectNode carrier) {
        ObjectNode message = carrier.deepCopy().setAll(fields.deepCopy());
        if (edit == Edit.NONE) {
            return Json.write(message);
        }
        JsonPointer pointer = JsonPointer.compile(place);
        String name = pointer.last().getMatchingProperty();
        ObjectNode parent = (ObjectNode) message.at(pointer.head());
        JsonNode value = parent.get(name);
        if (edit == Edit.TAKEN_AWAY) {
            parent.remove(name);
            return Json.write(message);
        }
        parent.set(AGAIN, value);
        return Json.write(message).replace('"' + AGAIN + '"', '"' + name + '"');
    }
}
