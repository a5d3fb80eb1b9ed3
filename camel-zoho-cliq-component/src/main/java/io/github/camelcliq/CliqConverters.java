package io.github.camelcliq;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelcliq.message.CliqMessage;
import io.github.camelcliq.message.RecipientsField;
import io.github.camelcliq.message.json.MessageJson;
import io.github.camelcliq.webhook.FunctionCall;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.apache.camel.Converter;

/**
 * Converts a message to the JSON that Cliq gets, so that routes can log, store and compare it. Converts a call to the
 * JSON that Cliq sent.
 */
@Converter(generateLoader = true)
public final class CliqConverters {

    private CliqConverters() {}

    /** Returns the JSON in UTF-8. */
    @Converter
    public static byte[] toBytes(CliqMessage message) {
        return MessageJson.write(message, RecipientsField.USER_IDS);
    }

    /** Returns the JSON. */
    @Converter
    public static String toString(CliqMessage message) {
        return new String(toBytes(message), StandardCharsets.UTF_8);
    }

    /** Returns the JSON in UTF-8. */
    @Converter
    public static InputStream toInputStream(CliqMessage message) {
        return new ByteArrayInputStream(toBytes(message));
    }

    /** Returns the JSON as a tree. */
    @Converter
    public static JsonNode toJsonNode(CliqMessage message) {
        return MessageJson.toTree(message);
    }

    /** Returns the call as JSON. */
    @Converter
    public static String toString(FunctionCall call) {
        return call.json();
    }

    /** Returns the call as JSON in UTF-8. */
    @Converter
    public static byte[] toBytes(FunctionCall call) {
        return call.json().getBytes(StandardCharsets.UTF_8);
    }

    /** Returns the call as JSON in UTF-8. */
    @Converter
    public static InputStream toInputStream(FunctionCall call) {
        return new ByteArrayInputStream(toBytes(call));
    }

    /** Returns the call as a tree. */
    @Converter
    public static JsonNode toJsonNode(FunctionCall call) {
        return call.tree();
    }

    /** Returns all fields of the call; empty if it was not a JSON object. */
    @Converter
    public static Map<String, Object> toMap(FunctionCall call) {
        return call.map();
    }
}
