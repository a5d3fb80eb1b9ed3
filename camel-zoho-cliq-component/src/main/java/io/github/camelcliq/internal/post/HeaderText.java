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
 * Returns the text of a header's value, if the value has one. Camel's conversion makes a text of every object by
 * {@code toString}, and then treats that as a registered converter. So a chat would show {@code Order@1b2c3d}.
 */
public final class HeaderText {

    private HeaderText() {}

    /**
     * Returns the value inside a Jackson node, since Camel's jq leaves nodes in headers and bodies.
     *
     * @return {@code null} for a null or missing node; the text of a string, number or boolean; the bytes or the object
     *     in a node; arrays, objects and other values unchanged
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
     * Returns the text of a value.
     *
     * @return {@code null} for an object that is not a text and has no clear text
     * @throws TypeConversionException if bytes or a stream cannot be read, or are not UTF-8
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

    /** Decodes UTF-8. The content type and the character set of an exchange belong to its body, not to a header. */
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

    static boolean isWrittenAsText(Object value) {
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

    /** Resets a cached stream, since a redelivery reads it again. */
    private static void rewind(Object value) {
        if (value instanceof StreamCache cache) {
            cache.reset();
        }
    }
}
