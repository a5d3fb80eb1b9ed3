package io.github.camelcliq.message;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.jsontype.TypeSerializer;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import java.io.IOException;

/** Lets any Jackson mapper write the parts of a message exactly as {@link MessageJson} does. */
final class MessagePartSerializer extends StdSerializer<MessagePart> {

    private static final long serialVersionUID = 1L;

    MessagePartSerializer() {
        super(MessagePart.class);
    }

    @Override
    public void serialize(MessagePart part, JsonGenerator generator, SerializerProvider provider) throws IOException {
        MessageWriter.write(generator, part);
    }

    /** Cliq knows no type ids, so a mapper that adds them to everything adds none here. */
    @Override
    public void serializeWithType(
            MessagePart part, JsonGenerator generator, SerializerProvider provider, TypeSerializer types)
            throws IOException {
        serialize(part, generator, provider);
    }
}
