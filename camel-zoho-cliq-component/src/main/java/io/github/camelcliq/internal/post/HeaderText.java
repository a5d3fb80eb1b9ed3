package io.github.camelcliq.internal.post;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BinaryNode;
import com.fasterxml.jackson.databind.node.POJONode;
import java.io.InputStream;
import java.io.Reader;
import java.net.URI;
import java.net.URL;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.time.temporal.TemporalAccessor;
import java.time.temporal.TemporalAmount;
import java.util.UUID;
import org.apache.camel.Exchange;
import org.apache.camel.StreamCache;
import org.apache.camel.TypeConversionException;
import org.apache.camel.TypeConverter;

/**
 * The text of a header's value, for values that have one. Camel's own conversion makes a text of every object, since it
 * falls back to {@code toString}, and remembers that it did as if it were a registered converter: a chat would read
 * {@code Order@1b2c3d}.
 */
public final class HeaderText {

    private HeaderText() {}

    /**
     * Takes a value out of the Jackson node around it, as Camel's jq leaves nodes in headers and bodies.
     *
     * @return {@code null} for a null or missing node; the text of a string, number or boolean; the bytes or the object
     *     that a node holds; arrays, objects and values that are no nodes as they are
     */
    public static Object unwrapped(Object value) {
        if (!(value instanceof JsonNode node)) {
            return value;
        }
        return switch (node.getNodeType()) {
            case NULL, MISSING -> null;
            case STRING, NUMBER, BOOLEAN -> node.asText();
            case BINARY -> ((BinaryNode) node).binaryValue();
            case POJO -> unwrapped(((POJONode) node).getPojo());
            case ARRAY, OBJECT -> node;
        };
    }

    /**
     * The text of a value.
     *
     * @return {@code null} for an object that is neither a text nor written as one by everybody
     * @throws TypeConversionException where bytes or a stream cannot be read, or are no UTF-8
     */
    static String of(Object header, Exchange exchange) {
        Object value = unwrapped(header);
        if (isWrittenAsText(value)) {
            return value.toString();
        }
        TypeConverter converter = exchange.getContext().getTypeConverter();
        if (value instanceof Reader) {
            rewind(value);
            return converter.convertTo(String.class, exchange, value);
        }
        if (value instanceof byte[] || value instanceof InputStream) {
            rewind(value);
            return utf8(converter.convertTo(byte[].class, exchange, value));
        }
        return null;
    }

    /** Content type and character set of an exchange are those of its body, and say nothing of a header. */
    private static String utf8(byte[] bytes) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException notUtf8) {
            throw new TypeConversionException(bytes, String.class, notUtf8);
        }
    }

    private static boolean isWrittenAsText(Object value) {
        return value instanceof CharSequence
                || value instanceof Number
                || value instanceof Boolean
                || value instanceof Character
                || value instanceof Enum
                || value instanceof UUID
                || value instanceof URI
                || value instanceof URL
                || value instanceof TemporalAccessor
                || value instanceof TemporalAmount
                || value instanceof ZoneId;
    }

    /** A redelivery reads a cached stream again. */
    private static void rewind(Object value) {
        if (value instanceof StreamCache cache) {
            cache.reset();
        }
    }
}
