package io.github.camelcliq.message;

import java.util.List;
import java.util.Map;

/**
 * A card of theme {@code poll}: people choose one of its options, and it takes no buttons (message cards reference).
 *
 * @param title what is asked; required, at most {@link MessageLimit#CARD_TITLE} UTF-16 units
 * @param options what can be chosen; required, {@link MessageLimit#FEWEST_POLL_OPTIONS} to
 *     {@link MessageLimit#POLL_OPTIONS} options
 * @param other unknown fields, see {@link MessagePart#other()}; null counts as none
 */
public record PollCard(String title, List<PollOption> options, Map<String, Object> other) implements Card {

    public PollCard {
        options = PlainValues.list(options);
        other = PlainValues.other(other, CardReader.FIELDS);
    }

    @Override
    public String theme() {
        return "poll";
    }

    /** This card with an unknown field more. */
    public PollCard other(String name, Object value) {
        return new PollCard(title, options, PlainValues.plus(other, name, value));
    }
}
