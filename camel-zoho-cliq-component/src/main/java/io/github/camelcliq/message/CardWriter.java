package io.github.camelcliq.message;

import java.io.IOException;

/** Writes cards, by their theme, and what stands on them. */
final class CardWriter {

    private CardWriter() {}

    static void card(Card card, FieldWriter fields) throws IOException {
        fields.start();
        fields.string("title", card.title());
        fields.string("theme", card.theme());
        if (card instanceof ModernInlineCard modern) {
            fields.string("thumbnail", modern.thumbnail());
            fields.parts("sections", modern.sections(), CardWriter::section);
        } else if (card instanceof PlainCard plain) {
            fields.string("thumbnail", plain.thumbnail());
            fields.parts("sections", plain.sections(), CardWriter::section);
        } else if (card instanceof PollCard poll) {
            fields.parts("options", poll.options(), CardWriter::option);
        } else if (!(card instanceof PromptCard)) {
            throw MessageWriter.unknown(card);
        }
        fields.end(card.other());
    }

    static void section(CardSection section, FieldWriter fields) throws IOException {
        fields.start();
        fields.string("title", section.title());
        fields.parts("fields", section.fields(), CardWriter::field);
        fields.end(section.other());
    }

    static void field(CardField field, FieldWriter fields) throws IOException {
        fields.start();
        fields.string("title", field.title());
        fields.string("value", field.value());
        fields.end(field.other());
    }

    static void option(PollOption option, FieldWriter fields) throws IOException {
        fields.start();
        fields.string("text", option.text());
        fields.end(option.other());
    }
}
