package io.github.camelcliq.message;

import java.io.IOException;

/** Writes cards, by their theme, and what stands on them. */
final class CardWriter {

    private final FieldWriter fields;
    private final MessageWriter parts;

    CardWriter(FieldWriter fields, MessageWriter parts) {
        this.fields = fields;
        this.parts = parts;
    }

    void card(Card card) throws IOException {
        fields.start();
        fields.string("title", card.title());
        fields.string("theme", card.theme());
        if (card instanceof ModernInlineCard modern) {
            fields.string("thumbnail", modern.thumbnail());
            parts.parts("sections", modern.sections());
        } else if (card instanceof PlainCard plain) {
            fields.string("thumbnail", plain.thumbnail());
            parts.parts("sections", plain.sections());
        } else if (card instanceof PollCard poll) {
            parts.parts("options", poll.options());
        } else if (!(card instanceof PromptCard)) {
            throw MessageWriter.unknown(card);
        }
        fields.end(card.other());
    }

    void section(CardSection section) throws IOException {
        fields.start();
        fields.string("title", section.title());
        parts.parts("fields", section.fields());
        fields.end(section.other());
    }

    void field(CardField field) throws IOException {
        fields.start();
        fields.string("title", field.title());
        fields.string("value", field.value());
        fields.end(field.other());
    }

    void option(PollOption option) throws IOException {
        fields.start();
        fields.string("text", option.text());
        fields.end(option.other());
    }
}
