package io.github.camelcliq.message;

import java.util.List;
import java.util.Map;

/**
 * What every slide can be given, whatever it shows.
 *
 * @param <S> the slide's own type, so that one call can follow another
 */
public sealed interface FluentSlide<S extends FluentSlide<S>> extends Slide
        permits TableSlide, ListSlide, LabelSlide, ImagesSlide, TextSlide, PercentageChartSlide, GraphSlide {

    /**
     * This slide with what it shows, and these in place of its own.
     *
     * @param title the slide's title, or null
     * @param buttons its buttons, or null
     * @param other unknown fields, see {@link MessagePart#other()}; null counts as none
     */
    S with(String title, List<Button> buttons, Map<String, Object> other);

    /** This slide with that title. */
    default S title(String heading) {
        return with(heading, buttons(), other());
    }

    /** This slide with one more button. */
    default S button(Button button) {
        return with(title(), PlainValues.plus(buttons(), button), other());
    }

    /** This slide with one more button. */
    default S button(Button.Builder button) {
        return button(button.build());
    }

    /** This slide with an unknown field more. */
    default S other(String name, Object value) {
        return with(title(), buttons(), PlainValues.plus(other(), name, value));
    }
}
