package io.github.camelcliq.internal.post;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.github.camelcliq.BodyFormat;
import io.github.camelcliq.CliqConstants;
import io.github.camelcliq.message.CliqMessage;
import io.github.camelcliq.message.RuleLevel;
import io.github.camelcliq.message.TargetKind;
import io.github.camelcliq.message.Violation;
import io.github.camelcliq.message.json.MessageJson;
import io.github.camelcliq.message.json.MessageReader;
import io.github.camelcliq.message.json.ParsedJson;
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
import java.nio.charset.StandardCharsets;
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
 * Reads the body of an exchange as a message. In this order it takes a message, a JSON tree, a map, text, bytes or a
 * stream, an object with a registered converter, and an object with at least one field of a message. Text, bytes and
 * streams are JSON or the message's text. Any other body is a violation that says what was expected.
 */
public final class BodyReader {

    private static final String EXPECTED =
            "a CliqMessage, JsonNode, Map, text, bytes or stream, something with a registered converter to CliqMessage, or an"
                    + " object with at least one property of a message";

    private static final String BY_CONTENT_TYPE =
            ", because the header " + Exchange.CONTENT_TYPE + " says JSON (bodyFormat=text posts the body as text)";

    private final BodyFormat format;

    public BodyReader(BodyFormat format) {
        this.format = format;
    }

    /**
     * The content of a body: a message, or its JSON tree, or at least one violation.
     *
     * @param message set if the body was a message already
     * @param tree set if the body is still to be read
     * @param violations the violations so far
     * @param nature whether the body can be a message
     * @param cause the exception that prevented the reading; {@code null} if there was no exception
     */
    public record Content(
            CliqMessage message, JsonNode tree, List<Violation> violations, Nature nature, Throwable cause) {

        private enum Nature {
            MESSAGE,
            /** JSON by its content type. */
            JSON_BY_CONTENT_TYPE,
            /** Bytes that are not text, such as a picture, or invalid JSON. */
            ILLEGIBLE,
            /** Something other than a message. */
            FOREIGN
        }

        /** No message. Headers may make one. */
        static final Content EMPTY = new Content(null, JsonNodeFactory.instance.objectNode(), List.of());

        Content(CliqMessage message, JsonNode tree, List<Violation> violations) {
            this(message, tree, violations, Nature.MESSAGE, null);
        }

        static Content unreadable(String rule, String actual, Throwable cause) {
            return new Content(null, null, List.of(new Violation("", rule, actual)), Nature.MESSAGE, cause);
        }

        static Content illegible(String rule, String actual, Throwable cause) {
            return new Content(null, null, List.of(new Violation("", rule, actual)), Nature.ILLEGIBLE, cause);
        }

        static Content foreign(String rule, String actual) {
            return foreign(rule, actual, null);
        }

        static Content foreign(String rule, String actual, Throwable cause) {
            return new Content(null, null, List.of(new Violation("", rule, actual)), Nature.FOREIGN, cause);
        }

        static Content text(String text) {
            return new Content(null, JsonNodeFactory.instance.objectNode().put("text", text), List.of());
        }

        /** Returns whether the body is not a message, such as an object without any field of a message. */
        boolean isNoMessage() {
            return nature == Nature.FOREIGN || tree != null && !hasFieldOfAMessage(tree);
        }

        boolean isIllegible() {
            return nature == Nature.ILLEGIBLE;
        }

        /** Names the content type in the violation of an array or scalar, which cannot be a message. */
        private Content withReason() {
            if (nature != Nature.JSON_BY_CONTENT_TYPE || tree.isObject()) {
                return this;
            }
            Violation shape = MessageReader.read(tree).violations().get(0);
            return foreign(shape.rule() + BY_CONTENT_TYPE, shape.actual());
        }
    }

    /**
     * Reads the body of a post. If headers make a message, a body that is not a message counts as absent. Often it is
     * the business object of the route.
     */
    public Content read(Exchange exchange, HeaderReader headers, TargetKind kind, RuleLevel level) {
        Content content = read(exchange);
        boolean ignored = !headers.isEmpty() && content.isNoMessage()
                || content.isIllegible() && headers.makeMessage(kind, level);
        return ignored ? Content.EMPTY : content.withReason();
    }

    /** Reads a body without headers. */
    public Content read(Exchange exchange) {
        Object body = HeaderText.unwrapped(exchange.getMessage().getBody());
        if (body == null) {
            return Content.foreign("a body, or headers such as " + CliqConstants.TEXT + ", that make a message", null);
        }
        if (body instanceof CliqMessage message) {
            return new Content(message, null, List.of());
        }
        if (body instanceof FunctionCall) {
            return Content.foreign(
                    "a message, not the call that Cliq made", body.getClass().getName());
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
            boolean namesAField = map.keySet().stream()
                    .anyMatch(key -> key instanceof String name && MessageReader.isKnownField(name));
            String rule = "a map that can be written as JSON" + JsonErrorLocation.in(noJson);
            String actual = map.getClass().getName();
            return namesAField ? Content.unreadable(rule, actual, noJson) : Content.foreign(rule, actual, noJson);
        }
    }

    static boolean isBytes(Object body) {
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

    private Content bytes(Exchange exchange, Object body) {
        Message in = exchange.getMessage();
        TypeConverter converter = exchange.getContext().getTypeConverter();
        try {
            if (body instanceof Reader) {
                return characters(converter.mandatoryConvertTo(String.class, exchange, body), in);
            }
            byte[] bytes = bytesOf(body, exchange);
            return isJson(ascii(bytes), in) ? json(bytes, in) : text(bytes, exchange, body.getClass());
        } catch (NoTypeConversionAvailableException | TypeConversionException unreadable) {
            return Content.unreadable("a body that can be read", body.getClass().getName(), unreadable);
        } finally {
            // reset a cached stream for the next attempt and the next step
            MessageHelper.resetStreamCache(in);
        }
    }

    static byte[] bytesOf(Object body, Exchange exchange) throws NoTypeConversionAvailableException {
        return body instanceof ByteBuffer || body instanceof Buffer
                ? copy(body)
                : exchange.getContext().getTypeConverter().mandatoryConvertTo(byte[].class, exchange, body);
    }

    /** Copies the bytes of a buffer without a change of its position. */
    private static byte[] copy(Object buffer) {
        if (buffer instanceof Buffer vertx) {
            return vertx.getBytes();
        }
        ByteBuffer rest = ((ByteBuffer) buffer).duplicate();
        byte[] bytes = new byte[rest.remaining()];
        rest.get(bytes);
        return bytes;
    }

    /**
     * Reads bytes as characters, without zeros and byte order mark. ASCII characters are then right in each encoding of
     * JSON, and JSON begins with them.
     */
    private static String ascii(byte[] bytes) {
        String withZeros = new String(bytes, StandardCharsets.ISO_8859_1);
        return withZeros.replace("\0", "").replaceFirst("^(\u00EF\u00BB\u00BF|\u00FE\u00FF|\u00FF\u00FE)", "");
    }

    /** Decodes text strictly. Otherwise a byte outside the character set would reach the chat as a question mark. */
    static Content text(byte[] bytes, Exchange exchange, Class<?> type) {
        String named = charsetOf(exchange);
        try {
            CharBuffer text = Charset.forName(named).newDecoder().decode(ByteBuffer.wrap(bytes));
            return Content.text(withoutByteOrderMark(text.toString()));
        } catch (IllegalCharsetNameException | UnsupportedCharsetException unknown) {
            return Content.unreadable("a character set that this Java knows", named, unknown);
        } catch (CharacterCodingException notOfTheCharset) {
            return Content.illegible("bytes that are text in " + named, type.getName(), null);
        }
    }

    static String withoutByteOrderMark(String text) {
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }

    private Content characters(String body, Message in) {
        String text = withoutByteOrderMark(body);
        return isJson(text, in) ? json(text, in) : Content.text(text);
    }

    private boolean isJson(String text, Message in) {
        return switch (format) {
            case TEXT -> false;
            case JSON -> true;
            case AUTO -> saysJson(in) || looksLikeJson(text);
        };
    }

    /**
     * Returns the character set of text: from the content type, otherwise from Camel's property or header, otherwise
     * UTF-8. An empty name counts as missing.
     */
    private static String charsetOf(Exchange exchange) {
        String contentType = exchange.getMessage().getHeader(Exchange.CONTENT_TYPE, "", String.class);
        if (contentType.toLowerCase(Locale.ROOT).contains("charset=")) {
            String named = IOHelper.getCharsetNameFromContentType(contentType);
            if (!named.isBlank()) {
                return named;
            }
        }
        String named = ExchangeHelper.getCharsetName(exchange);
        return named.isBlank() ? StandardCharsets.UTF_8.name() : named;
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

    /**
     * Returns whether a text looks like a JSON object. An opening brace is not enough: <code>{@all} deployed</code> is
     * text.
     */
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

    /** @param document a string, or bytes in an encoding of JSON; the character set of the exchange does not count */
    private Content json(Object document, Message in) {
        boolean byContentType = format == BodyFormat.AUTO && saysJson(in);
        try {
            ParsedJson json =
                    document instanceof byte[] bytes ? MessageJson.parse(bytes) : MessageJson.parse((String) document);
            Content.Nature nature = byContentType ? Content.Nature.JSON_BY_CONTENT_TYPE : Content.Nature.MESSAGE;
            return new Content(null, json.root(), json.duplicateKeys(), nature, null);
        } catch (JsonProcessingException broken) {
            String rule =
                    (document instanceof byte[] ? "valid JSON in UTF-8" : "valid JSON") + JsonErrorLocation.in(broken);
            return Content.illegible(
                    byContentType ? rule + BY_CONTENT_TYPE : rule, broken.getOriginalMessage(), broken);
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
                        "a body that its registered converter turns into a CliqMessage",
                        body.getClass().getName(),
                        failed);
            }
        }
        return bound(body);
    }

    /**
     * Converts an object to JSON only if its class may have a field of a message, since the getters of a business
     * object may have side effects.
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
                            "an object that can be written as JSON" + JsonErrorLocation.in(noJson),
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
