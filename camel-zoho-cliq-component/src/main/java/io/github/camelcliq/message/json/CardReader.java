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

    static Card card(Place place) {
        Place theme = place.field("theme");
        if (theme == null) {
            return withSections(place, null);
        }
        return switch (theme.isText() ? theme.text() : "") {
            case SectionCard.MODERN_INLINE -> withSections(place, SectionCard.MODERN_INLINE);
            case "poll" -> poll(place);
            case "prompt" -> prompt(place);
            default -> ofOtherTheme(place, theme);
        };
    }

    private static Card withSections(Place place, String theme) {
        refuse(place, "options", "only on poll cards");
        return new SectionCard(title(place), theme, thumbnail(place), sections(place), other(place));
    }

    private static Card poll(Place place) {
        refuse(place, "sections", "only on modern-inline cards");
        return new PollCard(title(place), thumbnail(place), options(place), other(place));
    }

    private static Card prompt(Place place) {
        refuse(place, "options", "only on poll cards");
        refuse(place, "sections", "only on modern-inline cards");
        return new PromptCard(title(place), thumbnail(place), other(place));
    }

    private static Card ofOtherTheme(Place place, Place theme) {
        String name = theme.isText() ? theme.text() : theme.misfit("one of " + String.join(", ", Card.THEMES));
        return new SectionCard(
                title(place),
                name,
                thumbnail(place),
                sections(place),
                place.others(name == null ? Card.FIELDS : SectionCard.OWN_FIELDS));
    }

    private static void refuse(Place place, String field, String rule) {
        Place foreign = place.field(field);
        if (foreign != null) {
            foreign.misfit(rule);
        }
    }

    private static String title(Place place) {
        return place.string("title");
    }

    private static String thumbnail(Place place) {
        return place.string("thumbnail");
    }

    private static List<PollOption> options(Place place) {
        return place.objects(
                "options", option -> new PollOption(option.string("text"), option.others(PollOption.FIELDS)));
    }

    private static List<CardSection> sections(Place place) {
        return place.objects(
                "sections",
                section -> new CardSection(
                        section.string("title"),
                        section.objects("fields", CardReader::field),
                        section.others(CardSection.FIELDS)));
    }

    private static CardField field(Place place) {
        place.requireValue("title");
        return new CardField(place.string("title"), place.string("value"), place.others(CardField.FIELDS));
    }

    private static Map<String, Object> other(Place place) {
        return place.others(Card.FIELDS);
    }
}
