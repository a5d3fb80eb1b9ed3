package io.github.camelcliq.message;

import java.util.Map;

/**
 * A card of theme {@code prompt}: it asks for a decision and needs at least {@link MessageLimit#FEWEST_PROMPT_BUTTONS}
 * button (message cards reference).
 *
 * @param title what is asked; required, at most {@link MessageLimit#CARD_TITLE} UTF-16 units
 * @param other unknown fields, see {@link MessagePart#other()}; null counts as none
 */
public record PromptCard(String title, Map<String, Object> other) implements Card {

    public PromptCard {
        other = PlainValues.other(other, CardReader.FIELDS);
    }

    @Override
    public String theme() {
        return "prompt";
    }

    /** This card with an unknown field more. */
    public PromptCard other(String name, Object value) {
        return new PromptCard(title, PlainValues.plus(other, name, value));
    }
}
