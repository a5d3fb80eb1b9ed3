package io.github.camelcliq.webhook;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;

/** Requests as Cliq sends them, made from the sample of its own help. */
public final class Clicks {

    private static final ObjectMapper JSON = new ObjectMapper();

    private Clicks() {}

    /** The sample's bytes, to the letter. */
    public static byte[] sampleBytes() {
        try (InputStream sample = Clicks.class.getResourceAsStream("/webhook/click.json")) {
            return sample.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The sample to be changed. */
    public static ObjectNode sample() {
        return (ObjectNode) tree(new String(sampleBytes(), StandardCharsets.UTF_8));
    }

    /** The sample, of that function and time. */
    public static ObjectNode sample(String function, Instant time) {
        return sample().put("name", function).put("timestamp", time.toEpochMilli());
    }

    /** JSON in which ' stands for ". */
    static JsonNode json(String text) {
        return tree(text.replace('\'', '"'));
    }

    /** The bytes that are sent. */
    public static byte[] bytes(JsonNode tree) {
        return tree.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static JsonNode tree(String json) {
        try {
            return JSON.readTree(json);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
