package io.github.camelcliq.internal.post;

import io.github.camelcliq.message.CliqMessage;
import io.github.camelcliq.message.MessageJson;
import io.github.camelcliq.message.RecipientsField;
import io.vertx.core.buffer.Buffer;
import java.io.OutputStream;

/** The JSON of one message, written once, into the buffer that is sent. */
public final class SentJson extends OutputStream {

    private static final Buffer NOTHING = Buffer.buffer();

    private Buffer buffer = NOTHING;

    private SentJson() {}

    /** @throws IllegalArgumentException as {@link MessageJson#write(CliqMessage, RecipientsField)} does */
    public static Buffer of(CliqMessage message, RecipientsField recipientsField) {
        SentJson json = new SentJson();
        MessageJson.write(message, recipientsField, json);
        return json.buffer;
    }

    @Override
    public void write(int one) {
        write(new byte[] {(byte) one}, 0, 1);
    }

    /** The buffer is as large as the first piece, which is nearly always the only one. */
    @Override
    public void write(byte[] bytes, int offset, int length) {
        buffer = (buffer == NOTHING ? Buffer.buffer(length) : buffer).appendBytes(bytes, offset, length);
    }
}
