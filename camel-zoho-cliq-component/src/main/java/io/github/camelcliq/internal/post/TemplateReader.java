package io.github.camelcliq.internal.post;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.github.camelcliq.BodyFormat;
import io.github.camelcliq.internal.post.template.MessageTemplate;
import io.github.camelcliq.internal.post.template.TemplateException;
import io.github.camelcliq.message.Violation;
import io.github.camelcliq.message.json.MessageJson;
import java.io.Reader;
import java.util.Collection;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.apache.camel.Exchange;
import org.apache.camel.NoTypeConversionAvailableException;
import org.apache.camel.TypeConversionException;
import org.apache.camel.support.MessageHelper;

/**
 * Reads an exchange through a template: the body is any JSON, map or object, and the message is what the template makes
 * of it.
 */
final class TemplateReader {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    /** What lies deeper in a header is left out. */
    private static final int MAX_DEPTH = 20;

    /**
     * The most values of an exchange's headers, variables and properties. Further ones are left out, since a value may
     * lie at many places. Our choice.
     */
    private static final int MAX_VALUES = 20_000;

    private final MessageTemplate template;
    private final BodyFormat format;

    TemplateReader(MessageTemplate template, BodyFormat format) {
        this.template = template;
        this.format = format;
    }

    /** Reads the body, and applies the template to it. What the template makes is not checked yet. */
    BodyReader.Content read(Exchange exchange) {
        try {
            JsonNode made = template.apply(variables(exchange), input(exchange));
            return made.isObject() ? new BodyReader.Content(null, made, List.of()) : noObject(made);
        } catch (TemplateException failed) {
            String rule = "a body of which the template " + template.name() + " can make a message" + failed.place();
            return BodyReader.Content.unreadable(rule, "an error: " + failed.getMessage(), failed.getCause());
        } catch (Unreadable unreadable) {
            String rule = unreadable.getMessage() + ", which the template " + template.name() + " can read";
            return BodyReader.Content.unreadable(rule, unreadable.actual, unreadable.getCause());
        }
    }

    /** The value is not shown: a bean that an endpoint URI from outside names may be a secret. */
    private BodyReader.Content noObject(JsonNode made) {
        String actual = made.getNodeType().name().toLowerCase(Locale.ROOT);
        String rule = "an object, which the template " + template.name() + " must make";
        return BodyReader.Content.unreadable(rule, made.isNull() ? "null" : "a value of the type " + actual, null);
    }

    /** A body that no template can read. */
    private static final class Unreadable extends Exception {

        private static final long serialVersionUID = 1L;

        private final String actual;

        Unreadable(String expected, String actual, Throwable cause) {
            super(expected, cause);
            this.actual = actual;
        }
    }

    /** Returns the JSON of the body; null for a body that is missing or empty. */
    private JsonNode input(Exchange exchange) throws Unreadable {
        Object body = exchange.getMessage().getBody();
        if (body instanceof JsonNode node) {
            return node.isMissingNode() ? NullNode.instance : node;
        }
        if (body == null) {
            return NullNode.instance;
        }
        if (body instanceof CharSequence text) {
            return parsed(text.toString());
        }
        return BodyReader.isBytes(body) ? bytes(exchange, body) : object(body);
    }

    private JsonNode bytes(Exchange exchange, Object body) throws Unreadable {
        try {
            if (body instanceof Reader) {
                return parsed(
                        exchange.getContext().getTypeConverter().mandatoryConvertTo(String.class, exchange, body));
            }
            byte[] bytes = BodyReader.bytesOf(body, exchange);
            if (bytes.length == 0) {
                return NullNode.instance;
            }
            if (format != BodyFormat.TEXT) {
                return MessageJson.parse(bytes).root();
            }
            BodyReader.Content text = BodyReader.text(bytes, exchange, body.getClass());
            if (text.violations().isEmpty()) {
                return text.tree().get("text");
            }
            Violation wrong = text.violations().get(0);
            throw new Unreadable(wrong.rule(), wrong.actual(), text.cause());
        } catch (NoTypeConversionAvailableException | TypeConversionException unreadable) {
            throw new Unreadable("a body", body.getClass().getName(), unreadable);
        } catch (JsonProcessingException broken) {
            throw noJson(broken);
        } finally {
            // reset a cached stream for the next attempt and the next step
            MessageHelper.resetStreamCache(exchange.getMessage());
        }
    }

    private JsonNode parsed(String body) throws Unreadable {
        String text = BodyReader.withoutByteOrderMark(body);
        if (text.isBlank()) {
            return NullNode.instance;
        }
        if (format == BodyFormat.TEXT) {
            return TextNode.valueOf(text);
        }
        try {
            return MessageJson.parse(text).root();
        } catch (JsonProcessingException broken) {
            throw noJson(broken);
        }
    }

    private static Unreadable noJson(JsonProcessingException broken) {
        return new Unreadable(
                "valid JSON" + JsonErrorLocation.in(broken) + " (with bodyFormat=text any text)",
                broken.getOriginalMessage(),
                broken);
    }

    private static JsonNode object(Object body) throws Unreadable {
        try {
            return MessageJson.toTree(body);
        } catch (IllegalArgumentException noJson) {
            throw new Unreadable(
                    "an object of which JSON can be made" + JsonErrorLocation.in(noJson),
                    body.getClass().getName(),
                    noJson);
        }
    }

    private static Map<String, JsonNode> variables(Exchange exchange) {
        PlainNodes nodes = new PlainNodes();
        return Map.of(
                "headers", nodes.of(exchange.getMessage().getHeaders()),
                "variables", nodes.of(exchange.getVariables()),
                "exchangeProperties", nodes.of(exchange.getProperties()));
    }

    /** Makes JSON of the plain values of one exchange. */
    private static final class PlainNodes {

        /** The maps and lists around the current value. */
        private final Set<Object> around = Collections.newSetFromMap(new IdentityHashMap<>());

        private int values;

        /** Returns the plain entries of a map. */
        JsonNode of(Map<?, ?> map) {
            ObjectNode plain = NODES.objectNode();
            map.forEach((name, value) -> {
                JsonNode node = node(value);
                if (node != null) {
                    plain.set(String.valueOf(name), node);
                }
            });
            return plain;
        }

        private JsonNode of(Collection<?> list) {
            ArrayNode array = NODES.arrayNode();
            list.forEach(each -> {
                JsonNode node = node(each);
                array.add(node == null ? NullNode.instance : node);
            });
            return array;
        }

        /**
         * Returns the JSON of a plain value: a number, a truth value, a text or what is written as one, JSON, and maps
         * and lists of them; {@code null} for any other object, whose getters or streams nobody asked for, and for a
         * map or list that contains itself.
         */
        private JsonNode node(Object value) {
            if (++values > MAX_VALUES) {
                return null;
            }
            if (value instanceof JsonNode node) {
                return node;
            }
            if (value instanceof Number || value instanceof Boolean) {
                return MessageJson.toTree(value);
            }
            if (HeaderText.isWrittenAsText(value)) {
                return TextNode.valueOf(value.toString());
            }
            boolean isMap = value instanceof Map<?, ?>;
            if (!isMap && !(value instanceof Collection<?>) || around.size() == MAX_DEPTH || !around.add(value)) {
                return null;
            }
            JsonNode node = isMap ? of((Map<?, ?>) value) : of((Collection<?>) value);
            around.remove(value);
            return node;
        }
    }
}
