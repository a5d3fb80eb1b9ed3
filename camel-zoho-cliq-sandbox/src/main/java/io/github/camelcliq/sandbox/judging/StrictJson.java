package io.github.camelcliq.sandbox.judging;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * Reads a body as one strict JSON document. It refuses broken UTF-8, a byte order mark, duplicate keys, text after the
 * document, and unpaired surrogates, which UTF-8 cannot hold.
 */
public final class StrictJson {

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            // numbers keep their digits: 1.0 must not look like 1
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .nodeFactory(JsonNodeFactory.withExactBigDecimals(true))
            .build();

    private StrictJson() {}

    /**
     * Returns the bytes as text.
     *
     * @throws MalformedJsonException if they are not UTF-8
     */
    public static String text(byte[] bytes) throws MalformedJsonException {
        try {
            // a new decoder reports malformed bytes; String's constructor would replace them
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException notUtf8) {
            throw new MalformedJsonException("", "is not UTF-8");
        }
    }

    /**
     * Returns the text as a tree.
     *
     * @throws MalformedJsonException if it is not one JSON document
     */
    public static JsonNode read(String text) throws MalformedJsonException {
        JsonNode tree = parse(text);
        refuseUnpairedSurrogates(tree, Place.ROOT);
        return tree;
    }

    private static JsonNode parse(String text) throws MalformedJsonException {
        try (JsonParser parser = MAPPER.createParser(text)) {
            try {
                JsonNode tree = MAPPER.readTree(parser);
                if (tree == null || tree.isMissingNode()) {
                    throw new MalformedJsonException("", "is empty");
                }
                return tree;
            } catch (JsonProcessingException broken) {
                throw new MalformedJsonException(place(parser), reason(broken));
            } catch (NumberFormatException endless) {
                // Jackson passes a number whose exponent is larger than an int
                throw new MalformedJsonException(place(parser), "has a number that is too large or too small");
            }
        } catch (IOException unexpected) {
            throw new MalformedJsonException("", "cannot be read");
        }
    }

    private static String place(JsonParser parser) {
        return parser.getParsingContext().pathAsPointer().toString();
    }

    private static String reason(JsonProcessingException broken) {
        // Jackson's own text may quote the body
        String message = String.valueOf(broken.getOriginalMessage());
        if (message.startsWith("Duplicate field")) {
            return "has the same key twice in one object";
        }
        if (message.startsWith("Trailing token")) {
            return "has text after the JSON document";
        }
        if (broken instanceof StreamConstraintsException) {
            return "is nested too deeply, or has a name or a number that is too long";
        }
        String place = broken.getLocation() == null
                ? ""
                : " (line " + broken.getLocation().getLineNr() + ", column "
                        + broken.getLocation().getColumnNr() + ")";
        return "is not JSON" + place;
    }

    private static void refuseUnpairedSurrogates(JsonNode node, Place place) throws MalformedJsonException {
        if (node.isTextual() && !isWellFormed(node.textValue())) {
            throw new MalformedJsonException(place.pointer(), "holds an unpaired surrogate");
        }
        if (node.isObject()) {
            for (Map.Entry<String, JsonNode> member : node.properties()) {
                if (!isWellFormed(member.getKey())) {
                    throw new MalformedJsonException(place.pointer(), "has a key with an unpaired surrogate");
                }
                refuseUnpairedSurrogates(member.getValue(), new Place(place, member.getKey()));
            }
        }
        for (int index = 0; node.isArray() && index < node.size(); index++) {
            refuseUnpairedSurrogates(node.get(index), new Place(place, Integer.toString(index)));
        }
    }

    private static boolean isWellFormed(String text) {
        for (int at = 0; at < text.length(); at++) {
            char unit = text.charAt(at);
            if (Character.isSurrogate(unit)) {
                boolean paired = Character.isHighSurrogate(unit)
                        && at + 1 < text.length()
                        && Character.isLowSurrogate(text.charAt(at + 1));
                if (!paired) {
                    return false;
                }
                at++;
            }
        }
        return true;
    }

    /** A place in the tree. Its pointer is written only for an error, since pointers of deep trees are long. */
    private record Place(Place parent, String key) {

        static final Place ROOT = new Place(null, "");

        String pointer() {
            return parent == null ? "" : Pointers.child(parent.pointer(), key);
        }
    }
}
