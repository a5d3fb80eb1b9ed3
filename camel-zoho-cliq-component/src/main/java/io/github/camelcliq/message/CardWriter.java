package io.github.camelcliq.message;

import java.io.IOException;

/** Writes cards, by their theme, and what stands on them. */
final class CardWriter {

    private CardWriter() {}

    static void card(Card card, FieldWriter fields) throws IOException {
        fields.start();
        fields.string(FieldName.TITLE, card.title());
        fields.string(FieldName.THEME, card.theme());
        fields.string(FieldName.THUMBNAIL, card.thumbnail());
        if (card instanceof ModernInlineCard modern) {
            fields.parts(FieldName.SECTIONS, PlainValues.written(modern.sections()), CardWriter::section);
        } else if (card instanceof PlainCard plain) {
            fields.parts(FieldName.SECTIONS, PlainValues.written(plain.sections()), CardWriter::section);
        } else if (card instanceof PollCard poll) {
            fields.parts(FieldName.OPTIONS, poll.options(), CardWriter::option);
        } else if (!(card instanceof PromptCard)) {
            throw MessageWriter.unknown(card);
        }
        fields.end(card.other());
    }

    static void section(CardSection section, FieldWriter fields) throws IOException {
        fields.start();
        fields.string(FieldName.TITLE, section.title());
        fields.parts(FieldName.FIELDS, PlainValues.written(section.fields()), CardWriter::field);
        fields.end(section.other());
    }

    static void field(CardField field, FieldWriter fields) throws IOException {
        fields.start();
        fields.string(FieldName.TITLE, field.title());
        fields.string(FieldName.VALUE, field.value());
        fields.end(field.other());
    }

    static void option(PollOption option, FieldWriter fields) throws IOException {
        fields.start();
        fields.string(FieldName.TEXT, option.text());
        fields.end(option.other());
    }
}
