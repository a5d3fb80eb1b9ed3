package io.github.camelcliq.message;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.SerializableString;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;

/** Writes the fields of one object after another; a field whose value is null is absent. */
final class FieldWriter {

    private final JsonGenerator json;
    private final boolean unicodeOnly;

    /** @param unicodeOnly whether half a surrogate pair is refused, which has no UTF-8 */
    FieldWriter(JsonGenerator json, boolean unicodeOnly) {
        this.json = json;
        this.unicodeOnly = unicodeOnly;
    }

    void start() throws IOException {
        json.writeStartObject();
    }

    void start(SerializableString name) throws IOException {
        json.writeFieldName(name);
        json.writeStartObject();
    }

    /** A part of the message; absent when it is null. */
    <P extends MessagePart> void part(SerializableString name, P part, PartWriter<? super P> writer)
            throws IOException {
        if (part != null) {
            json.writeFieldName(name);
            writer.write(part, this);
        }
    }

    /** A list of parts; absent when it is null. */
    <P extends MessagePart> void parts(SerializableString name, List<P> parts, PartWriter<? super P> writer)
            throws IOException {
        if (parts != null) {
            json.writeFieldName(name);
            parts(parts, writer);
        }
    }

    /** Parts without a name around them; an entry that is null is written as that. */
    <P extends MessagePart> void parts(List<P> parts, PartWriter<? super P> writer) throws IOException {
        json.writeStartArray();
        // an iterator is an object for each list
        for (int at = 0; at < parts.size(); at++) {
            orNull(parts.get(at), writer);
        }
        json.writeEndArray();
    }

    /** An entry of a map of parts; a part that is null is written as that. */
    <P extends MessagePart> void entry(String key, P part, PartWriter<? super P> writer) throws IOException {
        json.writeFieldName(unicode(key));
        orNull(part, writer);
    }

    private <P extends MessagePart> void orNull(P part, PartWriter<? super P> writer) throws IOException {
        if (part == null) {
            json.writeNull();
        } else {
            writer.write(part, this);
        }
    }

    void string(SerializableString name, String value) throws IOException {
        if (value != null) {
            json.writeFieldName(name);
            json.writeString(unicode(value));
        }
    }

    /** The JSON library would make another character of half a surrogate pair and what follows it. */
    private String unicode(String text) {
        if (unicodeOnly && TextRules.wellFormed(text) != Violations.NONE) {
            throw new IllegalArgumentException("half a surrogate pair cannot be written: " + Shown.text(text));
        }
        return text;
    }

    void flag(SerializableString name, Boolean value) throws IOException {
        if (value != null) {
            json.writeFieldName(name);
            json.writeBoolean(value);
        }
    }

    void integer(SerializableString name, Integer value) throws IOException {
        if (value != null) {
            json.writeFieldName(name);
            json.writeNumber(value.intValue());
        }
    }

    void choice(SerializableString name, JsonNamed value) throws IOException {
        if (value != null) {
            json.writeFieldName(name);
            json.writeString(value.jsonName());
        }
    }

    void strings(SerializableString name, List<String> values) throws IOException {
        plain(name, values);
    }

    void integers(SerializableString name, List<Integer> values) throws IOException {
        plain(name, values);
    }

    /** Rows or labels: one that is null is left out, and a cell that is null is empty. */
    void cells(SerializableString name, List<Map<String, String>> rows) throws IOException {
        if (rows == null) {
            return;
        }
        json.writeFieldName(name);
        json.writeStartArray();
        for (Map<String, String> row : PlainValues.written(rows)) {
            json.writeStartObject();
            for (Map.Entry<String, String> cell : row.entrySet()) {
                json.writeFieldName(unicode(cell.getKey()));
                json.writeString(cell.getValue() == null ? "" : unicode(cell.getValue()));
            }
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    /** Writes the unknown fields, and ends the object. */
    void end(Map<String, Object> other) throws IOException {
        // an empty map's entries are a new object too
        if (!other.isEmpty()) {
            for (Map.Entry<String, Object> field : other.entrySet()) {
                json.writeFieldName(unicode(field.getKey()));
                plain(field.getValue());
            }
        }
        json.writeEndObject();
    }

    /** A field of any plain value. */
    void plain(SerializableString name, Object value) throws IOException {
        if (value != null) {
            json.writeFieldName(name);
            plain(value);
        }
    }

    private void plain(Object value) throws IOException {
        if (value == null) {
            json.writeNull();
        } else if (value instanceof String text) {
            json.writeString(unicode(text));
        } else if (value instanceof Boolean flag) {
            json.writeBoolean(flag);
        } else if (value instanceof Map<?, ?> map) {
            json.writeStartObject();
            for (Map.Entry<?, ?> field : map.entrySet()) {
                json.writeFieldName(unicode((String) field.getKey()));
                plain(field.getValue());
            }
            json.writeEndObject();
        } else if (value instanceof List<?> list) {
            json.writeStartArray();
            for (Object entry : list) {
                plain(entry);
            }
            json.writeEndArray();
        } else if (value instanceof Number number) {
            number(number);
        } else {
            throw new IllegalStateException(
                    "no plain value: " + value.getClass().getName());
        }
    }

    private void number(Number number) throws IOException {
        if (number instanceof Integer whole) {
            json.writeNumber(whole.intValue());
        } else if (number instanceof Long whole) {
            json.writeNumber(whole.longValue());
        } else if (number instanceof BigInteger whole) {
            json.writeNumber(whole);
        } else if (number instanceof BigDecimal decimal) {
            json.writeNumber(decimal);
        } else {
            throw new IllegalStateException(
                    "no plain number: " + number.getClass().getName());
        }
    }
}
