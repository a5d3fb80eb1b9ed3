package io.github.camelcliq;

import java.io.InputStream;
import java.io.Reader;
import java.net.URI;
import java.net.URL;
import java.time.ZoneId;
import java.time.temporal.TemporalAccessor;
import java.time.temporal.TemporalAmount;
import java.util.UUID;
import org.apache.camel.Exchange;
import org.apache.camel.StreamCache;

/**
 * The text of a header's value, for values that have one. Camel's own conversion makes a text of every object, since it
 * falls back to {@code toString}, and remembers that it did as if it were a registered converter: a chat would read
 * {@code Order@1b2c3d}.
 */
final class PlainText {

    private PlainText() {}

    /**
     * The text of a value.
     *
     * @return {@code null} for an object that is neither a text nor written as one by everybody
     * @throws org.apache.camel.TypeConversionException where bytes or a stream cannot be read
     */
    static String of(Object value, Exchange exchange) {
        if (isWrittenAsText(value)) {
            return value.toString();
        }
        if (value instanceof byte[] || value instanceof InputStream || value instanceof Reader) {
            rewind(value);
            return exchange.getContext().getTypeConverter().convertTo(String.class, exchange, value);
        }
        return null;
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
