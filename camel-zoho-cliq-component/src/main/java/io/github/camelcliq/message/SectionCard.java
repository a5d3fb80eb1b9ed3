package io.github.camelcliq.message;

import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A card of title, thumbnail and sections (message cards reference). Its theme is {@code modern-inline}, or none, which
 * Cliq shows as modern-inline, or one that the references do not list, such as {@code basic}. Such a theme is refused
 * except at {@link RuleLevel#TOLERANT}.
 *
 * @param title the title, at most {@link MessageLimit#CARD_TITLE} UTF-16 units; or null
 * @param theme the theme as JSON spells it, none that has a record of its own; or null
 * @param thumbnail an http or https URL, or a path that starts with one slash; or null
 * @param sections the sections below the title, or null
 * @param other unknown fields, see {@link MessagePart#other()}; null counts as none
 */
public record SectionCard(
        String title,
        String theme,
        String thumbnail,
        @JsonSerialize(converter = WrittenEntries.class) List<CardSection> sections,
        Map<String, Object> other)
        implements Card {

    static final String MODERN_INLINE = "modern-inline";

    /** No page says which fields a card of an unknown theme may have. */
    static final Set<String> NAMES = Set.of("title", "theme", "thumbnail", "sections", "buttons");

    public SectionCard {
        sections = PlainValues.list(sections);
        other = PlainValues.other(other, isListed(theme) ? CardReader.FIELDS : NAMES);
        if (isListed(theme) && theme != null && !theme.equals(MODERN_INLINE)) {
            throw new IllegalArgumentException("'" + theme + "' is a theme with a card of its own");
        }
    }

    /** Returns whether a page of the reference has this theme, or a card without one. */
    static boolean isListed(String theme) {
        return theme == null || CardReader.THEMES.contains(theme);
    }

    /** Puts a card with sections together; not for several threads. */
    public static final class Builder extends Card.Builder {

        private String theme;
        private List<CardSection> sections;

        Builder(String title, String theme) {
            super(title);
            this.theme = theme;
        }

        /** The theme, of which those of poll and prompt cards are refused when the card is built. */
        public Builder theme(String theme) {
            this.theme = theme;
            return this;
        }

        /** One section more. */
        public Builder section(CardSection section) {
            this.sections = PlainValues.plus(sections, section);
            return this;
        }

        /** One section more, of the given fields. */
        public Builder section(String heading, CardField... fields) {
            return section(new CardSection(heading, Arrays.asList(fields)));
        }

        @Override
        public Builder thumbnail(String address) {
            super.thumbnail(address);
            return this;
        }

        @Override
        public Builder other(String name, Object value) {
            super.other(name, value);
            return this;
        }

        @Override
        public SectionCard build() {
            return new SectionCard(title, theme, thumbnail, sections, other);
        }
    }
}
