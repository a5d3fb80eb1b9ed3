package io.github.camelcliq.message.json;

import io.github.camelcliq.message.Card;
import io.github.camelcliq.message.CardField;
import io.github.camelcliq.message.CardSection;
import io.github.camelcliq.message.PollCard;
import io.github.camelcliq.message.PollOption;
import io.github.camelcliq.message.PromptCard;
import io.github.camelcliq.message.SectionCard;
import java.util.List;
import java.util.Map;

/** Reads cards by their theme; a field of another theme is a violation, never an unknown field. */
final class CardReader {

    private CardReader() {}

    static Card card(NodeReader node) {
        NodeReader theme = node.field("theme");
        if (theme == null) {
            return withSections(node, null);
        }
        return switch (theme.isText() ? theme.text() : "") {
            case SectionCard.MODERN_INLINE -> withSections(node, SectionCard.MODERN_INLINE);
            case "poll" -> poll(node);
            case "prompt" -> prompt(node);
            default -> ofOtherTheme(node, theme);
        };
    }

    private static Card withSections(NodeReader node, String theme) {
        refuse(node, "options", "only on poll cards");
        return new SectionCard(title(node), theme, thumbnail(node), sections(node), other(node));
    }

    private static Card poll(NodeReader node) {
        refuse(node, "sections", "only on modern-inline cards");
        return new PollCard(title(node), thumbnail(node), options(node), other(node));
    }

    private static Card prompt(NodeReader node) {
        refuse(node, "options", "only on poll cards");
        refuse(node, "sections", "only on modern-inline cards");
        return new PromptCard(title(node), thumbnail(node), other(node));
    }

    private static Card ofOtherTheme(NodeReader node, NodeReader theme) {
        String name = theme.isText() ? theme.text() : theme.mismatch("one of " + String.join(", ", Card.THEMES));
        return new SectionCard(
                title(node),
                name,
                thumbnail(node),
                sections(node),
                node.others(name == null ? Card.FIELDS : SectionCard.OWN_FIELDS));
    }

    private static void refuse(NodeReader node, String field, String rule) {
        NodeReader foreign = node.field(field);
        if (foreign != null) {
            foreign.mismatch(rule);
        }
    }

    private static String title(NodeReader node) {
        return node.string("title");
    }

    private static String thumbnail(NodeReader node) {
        return node.string("thumbnail");
    }

    private static List<PollOption> options(NodeReader node) {
        return node.objects(
                "options", option -> new PollOption(option.string("text"), option.others(PollOption.FIELDS)));
    }

    private static List<CardSection> sections(NodeReader node) {
        return node.objects(
                "sections",
                section -> new CardSection(
                        section.string("title"),
                        section.objects("fields", CardReader::field),
                        section.others(CardSection.FIELDS)));
    }

    private static CardField field(NodeReader node) {
        node.requireValue("title");
        return new CardField(node.string("title"), node.string("value"), node.others(CardField.FIELDS));
    }

    private static Map<String, Object> other(NodeReader node) {
        return node.others(Card.FIELDS);
    }
}
