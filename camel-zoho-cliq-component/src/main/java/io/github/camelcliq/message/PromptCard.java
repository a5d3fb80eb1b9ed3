package io.github.camelcliq.message;

import java.util.Map;

/**
 * A card of theme {@code prompt}: it asks for a decision, with at least {@link MessageLimit#FEWEST_PROMPT_BUTTONS}
 * button (message cards reference).
 *
 * @param title what is asked, at most {@link MessageLimit#CARD_TITLE} UTF-16 units; pages disagree whether it is
 *     required
 * @param thumbnail an http or https URL, or a path that starts with one slash; or null
 * @param other unknown fields, see {@link MessagePart#other()}; null counts as none
 */
public record PromptCard(String title, String thumbnail, Map<String, Object> other) implements Card {

    public PromptCard {
        other = PlainValues.other(other, FIELDS);
    }

    @Override
    public String theme() {
        return "prompt";
    }
}
