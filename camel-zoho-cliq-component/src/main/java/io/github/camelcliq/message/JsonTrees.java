package io.github.camelcliq.message;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.ToStringSerializer;
import java.time.ZoneId;
import java.time.temporal.TemporalAccessor;
import java.time.temporal.TemporalAmount;

/** Makes JSON trees of Java objects. It has its own mapper, so mappers of the application do not affect it. */
public final class JsonTrees {

    private static final ObjectMapper MAPPER = mapper().build();

    private JsonTrees() {}

    /** Returns a builder of a mapper that keeps all digits of a number, and quotes no document in its errors. */
    public static JsonMapper.Builder mapper() {
        return JsonMapper.builder(JsonFactory.builder()
                        .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
                        .build())
                .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
                // texts that are no String, as Groovy makes them, would be written as beans, and times not at all
                .addModule(new SimpleModule("cliq texts")
                        .addSerializer(CharSequence.class, ToStringSerializer.instance)
                        .addSerializer(TemporalAccessor.class, ToStringSerializer.instance)
                        .addSerializer(TemporalAmount.class, ToStringSerializer.instance)
                        .addSerializer(ZoneId.class, ToStringSerializer.instance));
    }

    /**
     * Returns the JSON of any object, by its Jackson annotations. What {@code java.time} has is text, in ISO 8601.
     *
     * @throws IllegalArgumentException if the object has no JSON
     */
    public static JsonNode of(Object value) {
        try {
            return MAPPER.valueToTree(value);
        } catch (StackOverflowError e) {
            // as the JSON library itself does with objects, but not with maps
            throw new IllegalArgumentException("nested too deep, or contains itself", e);
        }
    }
}
