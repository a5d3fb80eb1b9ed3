package io.github.camelcliq.message;

import java.io.IOException;

/** How the parts of one kind are written, as one object each. */
interface PartWriter<P extends MessagePart> {

    void write(P part, FieldWriter fields) throws IOException;
}
