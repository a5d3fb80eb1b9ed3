package io.github.camelcliq.message;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import com.fasterxml.jackson.databind.jsontype.TypeDeserializer;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Lets any Jackson mapper read a message as {@link MessageReader} does, or say everything that cannot be read. */
final class CliqMessageDeserializer extends StdDeserializer<CliqMessage> {

    private static final long serialVersionUID = 1L;

    CliqMessageDeserializer() {
        super(CliqMessage.class);
    }

    @Override
    public CliqMessage deserialize(JsonParser parser, DeserializationContext context) throws IOException {
        ParsedJson parsed = MessageJson.readValue(parser);
        Reading reading = MessageReader.read(parsed.root());
        List<Violation> lost = new ArrayList<>(parsed.duplicateKeys());
        lost.addAll(reading.violations());
        List<Violation> refused = Findings.of(lost, RuleLevel.TOLERANT).violations();
        if (!refused.isEmpty()) {
            throw JsonMappingException.from(
                    parser, refused.stream().map(Violation::toString).collect(Collectors.joining("; ")));
        }
        return reading.message();
    }

    @Override
    public Object deserializeWithType(JsonParser parser, DeserializationContext context, TypeDeserializer types)
            throws IOException {
        return deserialize(parser, context);
    }
}
