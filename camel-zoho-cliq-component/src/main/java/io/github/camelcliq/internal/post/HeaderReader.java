package io.github.camelcliq.internal.post;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.github.camelcliq.CliqConstants;
import io.github.camelcliq.message.RuleLevel;
import io.github.camelcliq.message.TargetKind;
import io.github.camelcliq.message.Violation;
import io.github.camelcliq.message.json.MessageJson;
import io.github.camelcliq.message.json.ParsedJson;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.TypeConversionException;

/** The headers of one exchange that override fields of the body. */
final class HeaderReader {

    private static final String PREFIX = "CamelCliq";

    /** The headers in the order of their use: the whole card before its parts. */
    private enum Header {
        TEXT(CliqConstants.TEXT, "text", Shape.STRING),
        CARD(CliqConstants.CARD, "card", Shape.JSON),
        CARD_TITLE(CliqConstants.CARD_TITLE, "title", Shape.PART_OF_CARD),
        CARD_THEME(CliqConstants.CARD_THEME, "theme", Shape.PART_OF_CARD),
        CARD_THUMBNAIL(CliqConstants.CARD_THUMBNAIL, "thumbnail", Shape.PART_OF_CARD),
        BUTTONS(CliqConstants.BUTTONS, "buttons", Shape.JSON),
        REFERENCES(CliqConstants.REFERENCES, "references", Shape.JSON),
        SLIDES(CliqConstants.SLIDES, "slides", Shape.JSON),
        HINT(CliqConstants.HINT, "hint", Shape.STRING),
        REPLY_TO(CliqConstants.REPLY_TO, "reply_to", Shape.STRING),
        THREAD_MESSAGE_ID(CliqConstants.THREAD_MESSAGE_ID, "thread_message_id", Shape.STRING),
        THREAD_TITLE(CliqConstants.THREAD_TITLE, "thread_title", Shape.STRING),
        RECIPIENTS(CliqConstants.RECIPIENTS, "user_ids", Shape.COMMA_SEPARATED);

        private final String header;
        private final String field;
        private final Shape shape;

        Header(String header, String field, Shape shape) {
            this.header = header;
            this.field = field;
            this.shape = shape;
        }

        private String pointer() {
            return shape == Shape.PART_OF_CARD ? "/card/" + field : "/" + field;
        }
    }

    private enum Shape {
        STRING,
        PART_OF_CARD,
        JSON,
        COMMA_SEPARATED
    }

    /** No headers that override the body. */
    static final HeaderReader NONE = new HeaderReader(new EnumMap<>(Header.class));

    private final Map<Header, Object> values;

    private HeaderReader(Map<Header, Object> values) {
        this.values = values;
    }

    static HeaderReader of(Message in) {
        if (!mayHaveOverrides(in)) {
            return NONE;
        }
        Map<Header, Object> values = new EnumMap<>(Header.class);
        for (Header header : Header.values()) {
            Object value = HeaderText.unwrapped(in.getHeader(header.header));
            if (value != null) {
                values.put(header, value);
            }
        }
        return values.isEmpty() ? NONE : new HeaderReader(values);
    }

    /**
     * Returns whether any header may override the body. One pass over the present headers is cheaper than many
     * look-ups.
     */
    private static boolean mayHaveOverrides(Message in) {
        if (!in.hasHeaders()) {
            return false;
        }
        for (String name : in.getHeaders().keySet()) {
            if (name.regionMatches(true, 0, PREFIX, 0, PREFIX.length())) {
                return true;
            }
        }
        return false;
    }

    static void takeOff(Message message) {
        if (mayHaveOverrides(message)) {
            for (Header header : Header.values()) {
                message.removeHeader(header.header);
            }
        }
    }

    boolean isEmpty() {
        return values.isEmpty();
    }

    /**
     * Returns whether the headers alone make a message. A message needs a text. For a bot, a card or slides are enough;
     * at the tolerant level, a card is enough for each kind.
     */
    boolean makeMessage(TargetKind kind, RuleLevel level) {
        boolean bot = kind == TargetKind.BOT;
        boolean cardWillDo = bot || level == RuleLevel.TOLERANT;
        return values.keySet().stream()
                .anyMatch(header -> header == Header.TEXT
                        || cardWillDo && (header == Header.CARD || header.shape == Shape.PART_OF_CARD)
                        || bot && header == Header.SLIDES);
    }

    /**
     * Returns the message with each header in the place of its field.
     *
     * @param body the tree of the body; not changed
     * @param complaints takes the headers that cannot be read, with the pointers of their fields
     */
    ObjectNode applyTo(ObjectNode body, Exchange exchange, ReadErrors complaints) {
        ObjectNode whole = body.objectNode().setAll(body);
        values.forEach((header, value) -> {
            JsonNode field = read(header, value, exchange, complaints);
            if (header.shape == Shape.PART_OF_CARD) {
                setPartOfCard(whole, header.field, field);
            } else {
                forgetOtherPlaces(whole, header);
                whole.set(header.field, field);
            }
        });
        return whole;
    }

    /** Sets a field of the card. A card that is not an object stays, and becomes a violation later. */
    private static void setPartOfCard(ObjectNode whole, String part, JsonNode value) {
        JsonNode card = whole.get("card");
        if (card == null || card.isNull()) {
            whole.putObject("card").set(part, value);
        } else if (card.isObject()) {
            ObjectNode changed = whole.objectNode().setAll((ObjectNode) card);
            changed.set(part, value);
            whole.set("card", changed);
        }
    }

    /** Removes a field from its other place, since a header replaces both. */
    private static void forgetOtherPlaces(ObjectNode whole, Header header) {
        if (header == Header.RECIPIENTS) {
            whole.remove("userids");
        }
        if (header == Header.BUTTONS && whole.get("card") instanceof ObjectNode card && card.has("buttons")) {
            ObjectNode changed = whole.objectNode().setAll(card);
            changed.remove("buttons");
            whole.set("card", changed);
        }
    }

    private static JsonNode read(Header header, Object value, Exchange exchange, ReadErrors complaints) {
        try {
            return switch (header.shape) {
                case STRING, PART_OF_CARD -> string(value, exchange);
                case COMMA_SEPARATED -> commaSeparated(value, exchange);
                case JSON -> json(header, value, complaints);
            };
        } catch (JsonProcessingException broken) {
            complaints.add(
                    violation(header, " is valid JSON" + JsonErrorLocation.in(broken), broken.getOriginalMessage()),
                    broken);
        } catch (NoString noString) {
            complaints.add(violation(header, " is a string", value.getClass().getName()));
        } catch (TypeConversionException unreadable) {
            complaints.add(
                    violation(
                            header,
                            " can be read as text in UTF-8",
                            value.getClass().getName()),
                    unreadable);
        } catch (IllegalArgumentException unwritable) {
            complaints.add(
                    violation(
                            header,
                            " is an object that can be written as JSON" + JsonErrorLocation.in(unwritable),
                            value.getClass().getName()),
                    unwritable);
        }
        return null;
    }

    private static Violation violation(Header header, String rule, String actual) {
        return new Violation(header.pointer(), "header " + header.header + rule, actual);
    }

    /** A value that is not a string and has no clear text. */
    private static final class NoString extends IllegalArgumentException {

        private static final long serialVersionUID = 1L;
    }

    private static JsonNode string(Object value, Exchange exchange) {
        String text = HeaderText.of(value, exchange);
        if (text == null) {
            throw new NoString();
        }
        return TextNode.valueOf(text);
    }

    private static JsonNode commaSeparated(Object value, Exchange exchange) {
        if (value instanceof Object[] array) {
            return commaSeparated(Arrays.asList(array), exchange);
        }
        if (value instanceof Collection<?> || value instanceof ArrayNode) {
            return TextNode.valueOf(StreamSupport.stream(((Iterable<?>) value).spliterator(), false)
                    .map(one -> string(one, exchange).textValue())
                    .collect(Collectors.joining(",")));
        }
        return string(value, exchange);
    }

    private static JsonNode json(Header header, Object value, ReadErrors complaints) throws JsonProcessingException {
        if (value instanceof CharSequence text) {
            return parsed(header, MessageJson.parse(text.toString()), complaints);
        }
        if (value instanceof byte[] bytes) {
            return parsed(header, MessageJson.parse(bytes), complaints);
        }
        return MessageJson.toTree(value);
    }

    private static JsonNode parsed(Header header, ParsedJson json, ReadErrors complaints) {
        json.duplicateKeys().forEach(duplicate -> complaints.add(duplicate.inside(header.pointer())));
        return json.root();
    }
}
