package io.github.camelcliq.message.rules;

import io.github.camelcliq.message.MessagePart;
import io.github.camelcliq.message.QuotedValue;
import io.github.camelcliq.message.Rule;
import io.github.camelcliq.message.UnknownFields;
import java.util.List;
import java.util.Map;

/** The rules for unknown content: fields that may be refused, and values that must be writable. */
final class OtherFieldRules {

    private final UnknownFields unknownFields;

    OtherFieldRules(UnknownFields unknownFields) {
        this.unknownFields = unknownFields;
    }

    /** Checks the unknown fields of one object. */
    Findings check(Map<String, Object> other) {
        if (other.isEmpty()) {
            return Findings.NONE;
        }
        return unknownFields == UnknownFields.REJECT ? rejected(other) : values(other);
    }

    /** Checks free data. Its keys may be any; each string in it must be writable. */
    Findings values(Map<String, ?> values) {
        Findings found = Findings.NONE;
        for (Map.Entry<String, ?> entry : values.entrySet()) {
            found = found.and(TextRules.wellFormed(entry.getKey())
                    .and(value(entry.getValue()))
                    .at(entry.getKey()));
        }
        return found;
    }

    /** Refuses dangerous addresses among the unknown fields of an action. */
    Findings links(Map<String, ?> values) {
        if (values.isEmpty()) {
            return Findings.NONE;
        }
        Findings found = Findings.NONE;
        for (Map.Entry<String, ?> entry : values.entrySet()) {
            found = found.and(link(entry.getValue()).at(entry.getKey()));
        }
        return found;
    }

    private Findings link(Object value) {
        if (value instanceof String text && UrlRules.isUnsafe(text)) {
            return UrlRules.harmless(text);
        }
        if (value instanceof Map<?, ?> map) {
            return links(stringKeys(map));
        }
        Findings found = Findings.NONE;
        for (int i = 0; value instanceof List<?> list && i < list.size(); i++) {
            found = found.and(link(list.get(i)).at(i));
        }
        return found;
    }

    private Findings value(Object value) {
        if (value instanceof String text) {
            return TextRules.wellFormed(text);
        }
        if (value instanceof Map<?, ?> map) {
            return values(stringKeys(map));
        }
        if (value instanceof List<?> list) {
            Findings found = Findings.NONE;
            for (int i = 0; i < list.size(); i++) {
                found = found.and(value(list.get(i)).at(i));
            }
            return found;
        }
        return Findings.NONE;
    }

    /** Plain values have no other maps, see {@link MessagePart#other()}. */
    @SuppressWarnings("unchecked")
    private static Map<String, ?> stringKeys(Map<?, ?> map) {
        return (Map<String, ?>) map;
    }

    private static Findings rejected(Map<String, Object> other) {
        Findings found = Findings.NONE;
        for (Map.Entry<String, Object> field : other.entrySet()) {
            found = found.and(
                    Findings.of(Rule.SHAPE, "a known field (unknownFields=reject)", QuotedValue.plain(field.getValue()))
                            .at(field.getKey()));
        }
        return found;
    }
}
