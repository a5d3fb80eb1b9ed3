package io.github.camelcliq.message;

import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A card that names no theme, which Cliq shows as modern-inline (message cards reference), or one that the references
 * do not list, such as {@code basic}. Such a theme is refused except at {@link RuleLevel#TOLERANT}.
 *
 * @param title the title, at most {@link MessageLimit#CARD_TITLE} UTF-16 units; or null
 * @param theme the theme as JSON spells it, none that has a record of its own; or null
 * @param thumbnail an http or https URL, or a path that starts with one slash; or null
 * @param sections the sections below the title, or null
 * @param other unknown fields, see {@link MessagePart#other()}; null counts as none
 */
public record PlainCard(
        String title,
        String theme,
        String thumbnail,
        @JsonSerialize(converter = WrittenEntries.class) List<CardSection> sections,
        Map<String, Object> other)
        implements Card {

    /** No page says which fields a card of an unknown theme may have. */
    static final Set<String> NAMES = Set.of("title", "theme", "thumbnail", "sections", "buttons");

    public PlainCard {
        sections = PlainValues.list(sections);
        other = PlainValues.other(other, theme == null ? CardReader.FIELDS : NAMES);
        if (theme != null && CardReader.THEMES.contains(theme)) {
            throw new IllegalArgumentException("'" + theme + "' is a theme with a card of its own");
        }
    }

    /** This card with that theme. */
    public PlainCard theme(String name) {
        return new PlainCard(title, name, thumbnail, sections, other);
    }

    /** This card with that thumbnail: an http or https URL, or a path that starts with one slash. */
    public PlainCard thumbnail(String address) {
        return new PlainCard(title, theme, address, sections, other);
    }

    /** This card with one more section. */
    public PlainCard section(CardSection section) {
        return new PlainCard(title, theme, thumbnail, PlainValues.plus(sections, section), other);
    }

    /** This card with one more section of the given fields. */
    public PlainCard section(String heading, CardField... fields) {
        return section(new CardSection(heading, Arrays.asList(fields)));
    }

    /** This card with an unknown field more. */
    public PlainCard other(String name, Object value) {
        return new PlainCard(title, theme, thumbnail, sections, PlainValues.plus(other, name, value));
    }
}
