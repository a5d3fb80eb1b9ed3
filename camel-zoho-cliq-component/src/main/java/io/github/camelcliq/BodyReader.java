package io.github.camelcliq;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.github.camelcliq.message.CliqMessage;
import io.github.camelcliq.message.MessageJson;
import io.github.camelcliq.message.MessageReader;
import io.github.camelcliq.message.ParsedJson;
import io.github.camelcliq.message.Violation;
import io.github.camelcliq.webhook.FunctionCall;
import io.vertx.core.buffer.Buffer;
import java.io.File;
import java.io.InputStream;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.UnsupportedCharsetException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.NoTypeConversionAvailableException;
import org.apache.camel.StreamCache;
import org.apache.camel.TypeConversionException;
import org.apache.camel.TypeConverter;
import org.apache.camel.WrappedFile;
import org.apache.camel.support.ExchangeHelper;
import org.apache.camel.support.MessageHelper;
import org.apache.camel.util.IOHelper;

/**
 * Reads the body of an exchange as a message, in this order: a message as it is; a JSON tree; a map; text, bytes or a
 * stream, as JSON or as the message's text; what a registered converter makes a message of; an object that binds to at
 * least one field of a message. Anything else is a violation that says what was expected.
 */
final class BodyReader {

    private static final String EXPECTED =
            "a CliqMessage, JsonNode, Map, text, bytes or stream, something with a registered converter to CliqMessage, or an"
                    + " object with at least one property of a message";

    private final BodyFormat format;

    BodyReader(BodyFormat format) {
        this.format = format;
    }

    /**
     * What a body holds: a message, or the JSON tree of one, or neither, and then at least one violation.
     *
     * @param message set where the body was a message already
     * @param tree set where the body is still to be read
     * @param violations what is wrong so far
     * @param nature whether the body may be a message at all
     * @param cause the exception for which it cannot be read; {@code null} where there was none
     */
    record Content(CliqMessage message, JsonNode tree, List<Violation> violations, Nature nature, Throwable cause) {

        private enum Nature {
            MESSAGE,
            /** Bytes that are no text: a picture, or text in a character set that nobody named. */
            NOT_TEXT,
            /** Something else altogether, not a message with a flaw. */
            FOREIGN
        }

        /** No message, to which headers may add one. */
        static final Content EMPTY = new Content(null, JsonNodeFactory.instance.objectNode(), List.of());

        Content(CliqMessage message, JsonNode tree, List<Violation> violations) {
            this(message, tree, violations, Nature.MESSAGE, null);
        }

        static Content unreadable(String rule, String actual, Throwable cause) {
            return new Content(null, null, List.of(new Violation("", rule, actual)), Nature.MESSAGE, cause);
        }

        static Content notText(String rule, String actual) {
            return new Content(null, null, List.of(new Violation("", rule, actual)), Nature.NOT_TEXT, null);
        }

        static Content foreign(String rule, String actual) {
            return new Content(null, null, List.of(new Violation("", rule, actual)), Nature.FOREIGN, null);
        }

        static Content text(String text) {
            return new Content(null, JsonNodeFactory.instance.objectNode().put("text", text), List.of());
        }

        /** An object without a single field of a message is an event, an order, anything but a message. */
        boolean isNoMessage() {
            return nature == Nature.FOREIGN || tree != null && !hasFieldOfAMessage(tree);
        }

        boolean isNotText() {
            return nature == Nature.NOT_TEXT;
        }
    }

    /**
     * @param headers may be there to make up a message, so that a body which is none does not matter: often it is the
     *     business object of the route, and none of a chat's business
     */
    Content read(Exchange exchange, HeaderOverrides headers) {
        Content content = read(exchange);
        boolean binaryBesideText = content.isNotText() && headers.sayText();
        return binaryBesideText || !headers.isEmpty() && content.isNoMessage() ? Content.EMPTY : content;
    }

    private Content read(Exchange exchange) {
        Object body = PlainText.unwrapped(exchange.getMessage().getBody());
        if (body == null) {
            return Content.foreign("a body, or headers such as " + CliqConstants.TEXT + ", that make a message", null);
        }
        if (body instanceof CliqMessage message) {
            return new Content(message, null, List.of());
        }
        if (body instanceof FunctionCall) {
            return Content.foreign(
                    "a message, which the call that Cliq made is not",
                    body.getClass().getName());
        }
        if (body instanceof JsonNode tree) {
            return new Content(null, tree, List.of());
        }
        if (body instanceof Map<?, ?> map) {
            return map(map);
        }
        if (body instanceof CharSequence text) {
            return characters(text.toString(), exchange.getMessage());
        }
        if (isBytes(body)) {
            return bytes(exchange, body);
        }
        return object(exchange, body);
    }

    private static Content map(Map<?, ?> map) {
        try {
            return new Content(null, MessageJson.toTree(map), List.of());
        } catch (IllegalArgumentException noJson) {
            return Content.unreadable(
                    "a map of which JSON can be made" + Whereabouts.in(noJson),
                    map.getClass().getName(),
                    noJson);
        }
    }

    private static boolean isBytes(Object body) {
        return body instanceof byte[]
                || body instanceof InputStream
                || body instanceof Reader
                || body instanceof StreamCache
                || body instanceof WrappedFile
                || body instanceof File
                || body instanceof Path
                || body instanceof ByteBuffer
                || body instanceof Buffer;
    }

    /** Strictly: a byte that is none of the character set would otherwise reach the chat as a question mark. */
    private Content bytes(Exchange exchange, Object body) {
        String named = charsetOf(exchange);
        try {
            Charset charset = Charset.forName(named);
            if (body instanceof Reader) {
                return characters(
                        exchange.getContext().getTypeConverter().mandatoryConvertTo(String.class, exchange, body),
                        exchange.getMessage());
            }
            CharBuffer text = charset.newDecoder().decode(byteBuffer(exchange, body));
            return characters(text.toString(), exchange.getMessage());
        } catch (IllegalCharsetNameException | UnsupportedCharsetException unknown) {
            return Content.unreadable("a character set that this Java knows", named, unknown);
        } catch (CharacterCodingException notOfTheCharset) {
            return Content.notText(
                    "bytes that are text in " + named, body.getClass().getName());
        } catch (NoTypeConversionAvailableException | TypeConversionException unreadable) {
            return Content.unreadable("a body that can be read", body.getClass().getName(), unreadable);
        } finally {
            // a cached stream is left as it was found, for the next attempt and the next step
            MessageHelper.resetStreamCache(exchange.getMessage());
        }
    }

    /** The position of a buffer stays as it was found. */
    private static ByteBuffer byteBuffer(Exchange exchange, Object body) throws NoTypeConversionAvailableException {
        if (body instanceof ByteBuffer buffer) {
            return buffer.duplicate();
        }
        return ByteBuffer.wrap(
                body instanceof Buffer buffer
                        ? buffer.getBytes()
                        : exchange.getContext().getTypeConverter().mandatoryConvertTo(byte[].class, exchange, body));
    }

    private Content characters(String body, Message in) {
        String text = body.startsWith("\uFEFF") ? body.substring(1) : body;
        return isJson(text, in) ? json(text) : Content.text(text);
    }

    private boolean isJson(String text, Message in) {
        return switch (format) {
            case TEXT -> false;
            case JSON -> true;
            case AUTO -> saysJson(in) || looksLikeJson(text);
        };
    }

    /** What the exchange says by Camel's own property or header, else what its content type says, else UTF-8. */
    private static String charsetOf(Exchange exchange) {
        String contentType = exchange.getMessage().getHeader(Exchange.CONTENT_TYPE, String.class);
        boolean said = ExchangeHelper.getCharsetName(exchange, false) != null;
        return said
                        || contentType == null
                        || !contentType.toLowerCase(Locale.ROOT).contains("charset=")
                ? ExchangeHelper.getCharsetName(exchange)
                : IOHelper.getCharsetNameFromContentType(contentType);
    }

    private static boolean saysJson(Message in) {
        String type = in.getHeader(Exchange.CONTENT_TYPE, String.class);
        if (type == null) {
            return false;
        }
        int parameters = type.indexOf(';');
        String media =
                (parameters < 0 ? type : type.substring(0, parameters)).strip().toLowerCase(Locale.ROOT);
        return media.equals("application/json") || media.equals("text/json") || media.endsWith("+json");
    }

    /** An opening brace alone is not enough: <code>{@all} deployed</code> is text. */
    private static boolean looksLikeJson(String text) {
        int first = nonBlank(text, 0);
        if (first == text.length() || text.charAt(first) != '{') {
            return false;
        }
        int second = nonBlank(text, first + 1);
        return second < text.length() && (text.charAt(second) == '"' || text.charAt(second) == '}');
    }

    private static int nonBlank(String text, int from) {
        int at = from;
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
        return at;
    }

    private static Content json(String text) {
        try {
            ParsedJson json = MessageJson.parse(text);
            return new Content(null, json.root(), json.duplicateKeys());
        } catch (JsonProcessingException broken) {
            return Content.unreadable("valid JSON" + Whereabouts.in(broken), broken.getOriginalMessage(), broken);
        }
    }

    private static Content object(Exchange exchange, Object body) {
        TypeConverter converter =
                exchange.getContext().getTypeConverterRegistry().lookup(CliqMessage.class, body.getClass());
        if (converter != null) {
            try {
                CliqMessage message = converter.convertTo(CliqMessage.class, exchange, body);
                if (message != null) {
                    return new Content(message, null, List.of());
                }
            } catch (RuntimeException failed) {
                return Content.unreadable(
                        "a body that its registered converter makes a CliqMessage of",
                        body.getClass().getName(),
                        failed);
            }
        }
        return bound(body);
    }

    /**
     * An object is asked for its JSON only where a message may come of it: what a business object does when it is read
     * is none of a chat's business.
     */
    private static Content bound(Object body) {
        Content foreign = Content.foreign(EXPECTED, body.getClass().getName());
        Optional<Set<String>> properties = MessageJson.propertiesOf(body.getClass());
        boolean namesAField =
                properties.isPresent() && properties.get().stream().anyMatch(MessageReader::isKnownField);
        if (properties.isPresent() && !namesAField) {
            return foreign;
        }
        try {
            JsonNode tree = MessageJson.toTree(body);
            return hasFieldOfAMessage(tree) ? new Content(null, tree, List.of()) : foreign;
        } catch (IllegalArgumentException noJson) {
            return namesAField
                    ? Content.unreadable(
                            "an object of which JSON can be made" + Whereabouts.in(noJson),
                            body.getClass().getName(),
                            noJson)
                    : foreign;
        }
    }

    private static boolean hasFieldOfAMessage(JsonNode tree) {
        return tree.isObject()
                && tree.properties().stream()
                        .anyMatch(field -> !field.getValue().isNull() && MessageReader.isKnownField(field.getKey()));
    }
}
