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
 * Writes the parts of a message for any Jackson mapper exactly as {@link MessageJson} does. Both use the same private
 * mapper, which knows the parts by their annotations.
 */
public final class MessagePartSerializer extends StdSerializer<MessagePart> {

    private static final ObjectWriter WITH_USER_IDS = writer(RecipientsField.USER_IDS);
    private static final ObjectWriter WITH_USERIDS = writer(RecipientsField.USERIDS);

    MessagePartSerializer() {
        super(MessagePart.class);
    }

    /** Returns the writer of messages in UTF-8. It also writes parts and lists of parts with any generator. */
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

    /** Writes a part with any generator. The generator keeps its own settings. */
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

    /** Writes no type ids, since Cliq does not know them. Some mappers add them to every object. */
    @Override
    public void serializeWithType(
            MessagePart part, JsonGenerator generator, SerializerProvider provider, TypeSerializer types)
            throws IOException {
        serialize(part, generator, provider);
    }

    /** Replaces the annotation that names this class. Without it, this class would call itself. */
    @JsonSerialize
    private interface ByAnnotations {}
}
