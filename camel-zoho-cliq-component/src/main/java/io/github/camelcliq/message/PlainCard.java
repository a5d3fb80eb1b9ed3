package io.github.camelcliq.message;

import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * A card that names no theme: what Cliq shows as modern-inline (message cards reference).
 *
 * @param title the title, at most {@link MessageLimit#CARD_TITLE} UTF-16 units; or null
 * @param thumbnail an http or https URL, or a path that starts with one slash; or null
 * @param sections the sections below the title, or null
 * @param other unknown fields, see {@link MessagePart#other()}; null counts as none
 */
public record PlainCard(String title, String thumbnail, List<CardSection> sections, Map<String, Object> other)
        implements Card {

    public PlainCard {
        sections = PlainValues.list(sections);
        other = PlainValues.other(other, CardReader.FIELDS);
    }

    @Override
    public String theme() {
        return null;
    }

    /** This card with that thumbnail: an http or https URL, or a path that starts with one slash. */
    public PlainCard thumbnail(String address) {
        return new PlainCard(title, address, sections, other);
    }

    /** This card with one more section. */
    public PlainCard section(CardSection section) {
        return new PlainCard(title, thumbnail, PlainValues.plus(sections, section), other);
    }

    /** This card with one more section of the given fields. */
    public PlainCard section(String heading, CardField... fields) {
        return section(new CardSection(heading, Arrays.asList(fields)));
    }

    /** This card with an unknown field more. */
    public PlainCard other(String name, Object value) {
        return new PlainCard(title, thumbnail, sections, PlainValues.plus(other, name, value));
    }
}
