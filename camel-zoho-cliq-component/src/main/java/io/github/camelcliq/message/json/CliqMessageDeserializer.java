package io.github.camelcliq.message.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import com.fasterxml.jackson.databind.jsontype.TypeDeserializer;
import io.github.camelcliq.message.CliqMessage;
import io.github.camelcliq.message.RuleLevel;
import java.io.IOException;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Reads a message for any Jackson mapper as {@link MessageReader} does, or throws an exception that names all that
 * cannot be read.
 */
public final class CliqMessageDeserializer extends StdDeserializer<CliqMessage> {

    private static final long serialVersionUID = 1L;

    CliqMessageDeserializer() {
        super(CliqMessage.class);
    }

    @Override
    public CliqMessage deserialize(JsonParser parser, DeserializationContext context) throws IOException {
        ParsedJson parsed = MessageJson.readValue(parser);
        ReadMessage reading = MessageReader.read(parsed.root());
        String refused = Stream.concat(parsed.duplicateKeys().stream(), reading.violations().stream())
                .filter(violation -> violation.broken().isRefusedAt(RuleLevel.TOLERANT))
                .map(violation -> violation.told(true).toString())
                .collect(Collectors.joining("; "));
        if (!refused.isEmpty()) {
            throw JsonMappingException.from(parser, refused);
        }
        return reading.message();
    }

    @Override
    public Object deserializeWithType(JsonParser parser, DeserializationContext context, TypeDeserializer types)
            throws IOException {
        return deserialize(parser, context);
    }
}
