package io.github.camelcliq.message;

import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * A card of theme {@code modern-inline}: title, thumbnail, sections (message cards reference).
 *
 * @param title the title, at most {@link MessageLimit#CARD_TITLE} UTF-16 units; or null
 * @param thumbnail an http or https URL, or a path that starts with one slash; or null
 * @param sections the sections below the title, or null
 * @param other unknown fields, see {@link MessagePart#other()}; null counts as none
 */
public record ModernInlineCard(
        String title,
        String thumbnail,
        @JsonSerialize(converter = WrittenEntries.class) List<CardSection> sections,
        Map<String, Object> other)
        implements Card {

    public ModernInlineCard {
        sections = PlainValues.list(sections);
        other = PlainValues.other(other, CardReader.FIELDS);
    }

    @Override
    public String theme() {
        return "modern-inline";
    }

    /** This card with that thumbnail: an http or https URL, or a path that starts with one slash. */
    public ModernInlineCard thumbnail(String address) {
        return new ModernInlineCard(title, address, sections, other);
    }

    /** This card with one more section. */
    public ModernInlineCard section(CardSection section) {
        return new ModernInlineCard(title, thumbnail, PlainValues.plus(sections, section), other);
    }

    /** This card with one more section of the given fields. */
    public ModernInlineCard section(String heading, CardField... fields) {
        return section(new CardSection(heading, Arrays.asList(fields)));
    }

    /** This card with an unknown field more. */
    public ModernInlineCard other(String name, Object value) {
        return new ModernInlineCard(title, thumbnail, sections, PlainValues.plus(other, name, value));
    }
}
