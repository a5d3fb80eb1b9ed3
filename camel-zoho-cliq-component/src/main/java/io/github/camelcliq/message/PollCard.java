package io.github.camelcliq.message;

import java.util.List;
import java.util.Map;

/**
 * A card of theme {@code poll}: people choose one of its options, and it takes no buttons (message cards reference).
 *
 * @param title what is asked, at most {@link MessageLimit#CARD_TITLE} UTF-16 units; pages disagree whether it is
 *     required
 * @param thumbnail an http or https URL, or a path that starts with one slash; or null
 * @param options what can be chosen; required, {@link MessageLimit#FEWEST_POLL_OPTIONS} to
 *     {@link MessageLimit#POLL_OPTIONS} options
 * @param other unknown fields, see {@link MessagePart#other()}; null counts as none
 */
public record PollCard(String title, String thumbnail, List<PollOption> options, Map<String, Object> other)
        implements Card {

    public PollCard {
        options = PlainValues.list(options);
        other = PlainValues.other(other, FIELDS);
    }

    @Override
    public String theme() {
        return "poll";
    }
}
