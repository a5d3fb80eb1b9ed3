package io.github.camelcliq;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelcliq.message.CliqMessage;
import io.github.camelcliq.message.MessageJson;
import io.github.camelcliq.message.RecipientsField;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.apache.camel.Converter;

/**
 * Turns a message into the JSON that Cliq gets, so that routes can log, store and compare what they are about to post.
 */
@Converter(generateLoader = true)
public final class CliqConverters {

    private CliqConverters() {}

    /** UTF-8. */
    @Converter
    public static byte[] toBytes(CliqMessage message) {
        return MessageJson.write(message, RecipientsField.USER_IDS);
    }

    @Converter
    public static String toString(CliqMessage message) {
        return new String(toBytes(message), StandardCharsets.UTF_8);
    }

    /** UTF-8. */
    @Converter
    public static InputStream toInputStream(CliqMessage message) {
        return new ByteArrayInputStream(toBytes(message));
    }

    @Converter
    public static JsonNode toJsonNode(CliqMessage message) {
        return MessageJson.toTree(message);
    }
}
