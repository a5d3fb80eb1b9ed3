package io.github.camelcliq.message;

import java.util.List;

/** The rules for cards (message cards reference). */
final class CardRules {

    private final OtherFieldRules otherFields;

    CardRules(OtherFieldRules otherFields) {
        this.otherFields = otherFields;
    }

    Violations check(Card card) {
        if (card == null) {
            return Violations.NONE;
        }
        return theme(card).and(otherFields.check(card.other()));
    }

    private Violations theme(Card card) {
        if (card instanceof ModernInlineCard modern) {
            return modernInline(modern.title(), modern.thumbnail(), modern.sections());
        }
        if (card instanceof PlainCard plain) {
            return modernInline(plain.title(), plain.thumbnail(), plain.sections());
        }
        Violations title =
                TextRules.required(card.title(), MessageLimit.CARD_TITLE).at("title");
        return card instanceof PollCard poll ? title.and(options(poll.options()).at("options")) : title;
    }

    private Violations modernInline(String title, String thumbnail, List<CardSection> sections) {
        return TextRules.optional(title, MessageLimit.CARD_TITLE)
                .at("title")
                .and(UrlRules.thumbnail(thumbnail).at("thumbnail"))
                .and(sections(sections).at("sections"));
    }

    private Violations options(List<PollOption> options) {
        if (options == null) {
            return TextRules.missing(MessageLimit.FEWEST_POLL_OPTIONS);
        }
        Violations found = TextRules.atLeast(options, MessageLimit.FEWEST_POLL_OPTIONS)
                .and(TextRules.atMost(options, MessageLimit.POLL_OPTIONS));
        for (int i = 0; i < options.size(); i++) {
            found = found.and(option(options.get(i)).at(i));
        }
        return found;
    }

    private Violations option(PollOption option) {
        if (option == null) {
            return TextRules.nullEntry();
        }
        return TextRules.required(option.text(), MessageLimit.POLL_OPTION)
                .at("text")
                .and(otherFields.check(option.other()));
    }

    private Violations sections(List<CardSection> sections) {
        Violations found = Violations.NONE;
        for (int i = 0; sections != null && i < sections.size(); i++) {
            found = found.and(section(sections.get(i)).at(i));
        }
        return found;
    }

    private Violations section(CardSection section) {
        if (PlainValues.isLeftOut(section)) {
            return Violations.NONE;
        }
        return TextRules.optional(section.title())
                .at("title")
                .and(fields(section.fields()).at("fields"))
                .and(otherFields.check(section.other()));
    }

    private Violations fields(List<CardField> fields) {
        Violations found = Violations.NONE;
        for (int i = 0; fields != null && i < fields.size(); i++) {
            found = found.and(field(fields.get(i)).at(i));
        }
        return found;
    }

    private Violations field(CardField field) {
        if (PlainValues.isLeftOut(field)) {
            return Violations.NONE;
        }
        return TextRules.required(field.title())
                .at("title")
                .and(TextRules.required(field.value()).at("value"))
                .and(otherFields.check(field.other()));
    }
}
