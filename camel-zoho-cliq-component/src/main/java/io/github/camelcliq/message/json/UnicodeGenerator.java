package io.github.camelcliq.message.json;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.JsonGeneratorDelegate;
import io.github.camelcliq.message.QuotedValue;
import io.github.camelcliq.message.UnicodeText;
import java.io.IOException;

/** Refuses half a surrogate pair. Jackson would join it with the next character to another character. */
final class UnicodeGenerator extends JsonGeneratorDelegate {

    UnicodeGenerator(JsonGenerator json) {
        super(json);
    }

    @Override
    public void writeFieldName(String name) throws IOException {
        super.writeFieldName(unicode(name));
    }

    @Override
    public void writeString(String text) throws IOException {
        super.writeString(unicode(text));
    }

    private static String unicode(String text) {
        if (!UnicodeText.isWellFormed(text)) {
            throw new IllegalArgumentException("half a surrogate pair: " + QuotedValue.text(text));
        }
        return text;
    }
}
