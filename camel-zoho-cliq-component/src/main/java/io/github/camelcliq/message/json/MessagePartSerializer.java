package io.github.camelcliq.message.json;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.jsontype.TypeSerializer;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import io.github.camelcliq.message.MessagePart;
import io.github.camelcliq.message.RecipientsField;
import java.io.IOException;

/**
 * Lets any Jackson mapper write the parts of a message exactly as {@link MessageJson} does. Both leave it to the same
 * mapper, which knows the parts by their annotations and is nobody else's.
 */
public final class MessagePartSerializer extends StdSerializer<MessagePart> {

    private static final ObjectWriter WITH_USER_IDS = writer(RecipientsField.USER_IDS);
    private static final ObjectWriter WITH_USERIDS = writer(RecipientsField.USERIDS);

    MessagePartSerializer() {
        super(MessagePart.class);
    }

    /** Writes messages in UTF-8; or parts, or lists of them, with any generator. */
    static ObjectWriter with(RecipientsField recipientsField) {
        return recipientsField == RecipientsField.USER_IDS ? WITH_USER_IDS : WITH_USERIDS;
    }

    private static ObjectWriter writer(RecipientsField recipientsField) {
        return JsonMapper.builder(JsonFactory.builder()
                        .enable(JsonWriteFeature.COMBINE_UNICODE_SURROGATES_IN_UTF8)
                        .addDecorator((factory, json) -> new UnicodeGenerator(json))
                        .build())
                .addMixIn(MessagePart.class, ByAnnotations.class)
                .propertyNamingStrategy(new SnakeCaseStrategy() {
                    @Override
                    public String translate(String component) {
                        return component.equals("recipients") ? recipientsField.jsonName() : super.translate(component);
                    }
                })
                .defaultPropertyInclusion(
                        JsonInclude.Value.construct(JsonInclude.Include.NON_NULL, JsonInclude.Include.ALWAYS))
                .disable(SerializationFeature.FLUSH_AFTER_WRITE_VALUE, SerializationFeature.WRAP_EXCEPTIONS)
                .build()
                .writer();
    }

    /** Writes a part with somebody's generator, and leaves the generator's settings as they were. */
    @Override
    public void serialize(MessagePart part, JsonGenerator json, SerializerProvider provider) throws IOException {
        int settings = json.getFeatureMask();
        json.enable(JsonWriteFeature.QUOTE_FIELD_NAMES.mappedFeature());
        json.disable(JsonWriteFeature.WRITE_NUMBERS_AS_STRINGS.mappedFeature());
        json.disable(JsonGenerator.Feature.WRITE_BIGDECIMAL_AS_PLAIN);
        try {
            WITH_USER_IDS.writeValue(json, part);
        } finally {
            json.overrideStdFeatures(settings, -1);
        }
    }

    /** Cliq knows no type ids, so a mapper that adds them to everything adds none here. */
    @Override
    public void serializeWithType(
            MessagePart part, JsonGenerator generator, SerializerProvider provider, TypeSerializer types)
            throws IOException {
        serialize(part, generator, provider);
    }

    /** Stands in for the annotation by which other mappers come here. */
    @JsonSerialize
    private interface ByAnnotations {}
}
