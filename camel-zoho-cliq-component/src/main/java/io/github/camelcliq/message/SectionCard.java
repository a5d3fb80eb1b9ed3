package io.github.camelcliq.message;

import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A card with sections (message cards reference). Its theme is one of three kinds:
 *
 * <ul>
 *   <li>{@code modern-inline};
 *   <li>null: Cliq shows such a card as modern-inline;
 *   <li>a theme that no page lists, such as {@code basic}: only {@link RuleLevel#TOLERANT} lets it pass.
 * </ul>
 *
 * <p>The themes {@code poll} and {@code prompt} have their own records, {@link PollCard} and {@link PromptCard}.
 *
 * @param title the title, at most {@link MessageLimit#CARD_TITLE} UTF-16 units; or null
 * @param theme the theme as JSON spells it, neither {@code poll} nor {@code prompt}; or null
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

    /** The theme with sections, as JSON spells it. */
    public static final String MODERN_INLINE = "modern-inline";

    /** The names of the fields that this record has, in JSON. On a card of an unlisted theme, others are unknown. */
    public static final Set<String> OWN_FIELDS = Set.of("title", "theme", "thumbnail", "sections", "buttons");

    public SectionCard {
        sections = PlainValues.list(sections);
        other = PlainValues.other(other, isListed(theme) ? FIELDS : OWN_FIELDS);
        if (isListed(theme) && theme != null && !theme.equals(MODERN_INLINE)) {
            throw new IllegalArgumentException("'" + theme + "' is a theme with a card of its own");
        }
    }

    /** Returns whether the reference has cards of this theme; it has cards without one. */
    public static boolean isListed(String theme) {
        return theme == null || THEMES.contains(theme);
    }

    /** Builds a card with sections. Not safe for several threads. */
    public static final class Builder extends Card.Builder {

        private String theme;
        private List<CardSection> sections;

        Builder(String title, String theme) {
            super(title);
            this.theme = theme;
        }

        /** Sets the theme. {@link #build} refuses {@code poll} and {@code prompt}. Null removes it. */
        public Builder theme(String theme) {
            this.theme = theme;
            return this;
        }

        /** Adds a section. */
        public Builder section(CardSection section) {
            this.sections = PlainValues.plus(sections, section);
            return this;
        }

        /** Adds a section with these fields. */
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
