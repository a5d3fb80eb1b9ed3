package io.github.camelcliq.message.rules;

import io.github.camelcliq.message.Card;
import io.github.camelcliq.message.CardField;
import io.github.camelcliq.message.CardSection;
import io.github.camelcliq.message.MessageLimit;
import io.github.camelcliq.message.PlainValues;
import io.github.camelcliq.message.PollCard;
import io.github.camelcliq.message.PollOption;
import io.github.camelcliq.message.PromptCard;
import io.github.camelcliq.message.QuotedValue;
import io.github.camelcliq.message.Rule;
import io.github.camelcliq.message.SectionCard;
import java.util.List;

/** The rules for cards (message cards reference). */
final class CardRules {

    private static final String THEME = "one of " + String.join(", ", Card.THEMES);

    private final OtherFieldRules otherFields;

    CardRules(OtherFieldRules otherFields) {
        this.otherFields = otherFields;
    }

    Findings check(Card card) {
        if (card == null) {
            return Findings.NONE;
        }
        boolean fewFields = card instanceof PollCard || card instanceof PromptCard;
        Rule title = fewFields ? Rule.THEME_TITLE : Rule.CARD_TITLE;
        Findings thumbnail = fewFields && card.thumbnail() != null
                ? Findings.of(Rule.THEME_THUMBNAIL, "only on modern-inline cards", QuotedValue.text(card.thumbnail()))
                : Findings.NONE;
        return TextRules.required(title, card.title(), MessageLimit.CARD_TITLE)
                .at("title")
                .and(theme(card).at("theme"))
                .and(thumbnail.and(UrlRules.thumbnail(card.thumbnail())).at("thumbnail"))
                .and(content(card))
                .and(otherFields.check(card.other()));
    }

    private static Findings theme(Card card) {
        if (card.theme() == null) {
            return Findings.of(Rule.CARD_THEME, TextRules.REQUIRED + ", " + THEME, null);
        }
        return !SectionCard.isListed(card.theme())
                ? Findings.of(Rule.UNKNOWN_THEME, THEME, QuotedValue.text(card.theme()))
                        .and(TextRules.wellFormed(card.theme()))
                : Findings.NONE;
    }

    private Findings content(Card card) {
        if (card instanceof SectionCard withSections) {
            return sections(withSections.sections()).at("sections");
        }
        return card instanceof PollCard poll ? options(poll.options()).at("options") : Findings.NONE;
    }

    private Findings options(List<PollOption> options) {
        if (options == null) {
            return TextRules.missing(MessageLimit.FEWEST_POLL_OPTIONS);
        }
        Findings found = TextRules.atLeast(options, MessageLimit.FEWEST_POLL_OPTIONS)
                .and(TextRules.atMost(options, MessageLimit.POLL_OPTIONS));
        for (int i = 0; i < options.size(); i++) {
            found = found.and(option(options.get(i)).at(i));
        }
        return found;
    }

    private Findings option(PollOption option) {
        if (option == null) {
            return TextRules.nullEntry();
        }
        return TextRules.required(option.text(), MessageLimit.POLL_OPTION)
                .at("text")
                .and(otherFields.check(option.other()));
    }

    private Findings sections(List<CardSection> sections) {
        Findings found = Findings.NONE;
        for (int i = 0; sections != null && i < sections.size(); i++) {
            found = found.and(section(sections.get(i)).at(i));
        }
        return found;
    }

    private Findings section(CardSection section) {
        if (PlainValues.isLeftOut(section)) {
            return Findings.NONE;
        }
        return TextRules.optional(section.title())
                .at("title")
                .and(fields(section.fields()).at("fields"))
                .and(otherFields.check(section.other()));
    }

    private Findings fields(List<CardField> fields) {
        Findings found = Findings.NONE;
        for (int i = 0; fields != null && i < fields.size(); i++) {
            found = found.and(field(fields.get(i)).at(i));
        }
        return found;
    }

    private Findings field(CardField field) {
        if (PlainValues.isLeftOut(field)) {
            return Findings.NONE;
        }
        return TextRules.required(field.title())
                .at("title")
                .and(TextRules.required(field.value()).at("value"))
                .and(otherFields.check(field.other()));
    }
}
