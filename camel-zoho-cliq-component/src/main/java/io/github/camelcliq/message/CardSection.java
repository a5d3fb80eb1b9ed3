package io.github.camelcliq.message;

import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A group of fields on a card (message cards reference).
 *
 * @param title the group's heading, or null
 * @param fields the fields, or null
 * @param other unknown fields, see {@link MessagePart#other()}; null counts as none
 */
public record CardSection(
        String title,
        @JsonSerialize(converter = WrittenEntries.class) List<CardField> fields,
        Map<String, Object> other)
        implements MessagePart {

    /** The names of its fields in JSON. */
    public static final Set<String> FIELDS = Set.of("title", "fields");

    public CardSection {
        fields = PlainValues.list(fields);
        other = PlainValues.other(other, FIELDS);
    }

    public CardSection(String title, List<CardField> fields) {
        this(title, fields, null);
    }
}
