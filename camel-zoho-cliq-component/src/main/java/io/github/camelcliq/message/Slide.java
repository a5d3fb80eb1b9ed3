package io.github.camelcliq.message;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** A block of structured content below the text (message formats reference). */
@JsonPropertyOrder("type")
public sealed interface Slide extends MessagePart
        permits TableSlide, ListSlide, LabelSlide, ImagesSlide, TextSlide, PercentageChartSlide, GraphSlide {

    /** Returns the slide's type as Cliq's JSON spells it, such as {@code percentage_chart}. */
    @JsonProperty
    String type();

    /** Returns the title of the slide, or null. */
    String title();

    /**
     * Returns the buttons of the slide, or null; that slides take buttons is our choice, the reference does not say.
     */
    List<Button> buttons();

    /** Returns a builder of a table with these columns. */
    static TableSlide.Builder table(String... headers) {
        return new TableSlide.Builder(new TableData(Arrays.asList(headers), null, null));
    }

    /** Returns a builder of a list of entries. */
    static ListSlide.Builder list(String... entries) {
        return new ListSlide.Builder(Arrays.asList(entries), null);
    }

    /** Returns a builder of names with their values. */
    static LabelSlide.Builder labels() {
        return new LabelSlide.Builder(List.of());
    }

    /** Returns a builder of pictures, by their addresses. */
    static Builder images(String... urls) {
        return ImagesSlide.builder(Arrays.asList(urls));
    }

    /** Returns a builder of a text. */
    static Builder text(String text) {
        return TextSlide.builder(text);
    }

    /** Returns a builder of a chart of shares. */
    static PercentageChartSlide.Builder percentageChart(ChartEntry... entries) {
        return new PercentageChartSlide.Builder(Arrays.asList(entries), null);
    }

    /** Returns a builder of a graph. */
    static GraphSlide.Builder graph() {
        return new GraphSlide.Builder(List.of(), null);
    }

    /**
     * Builds a slide. Call the methods of its own type first, then those that every slide has. Not safe for several
     * threads.
     */
    abstract class Builder {

        String title;
        List<Button> buttons;
        Map<String, Object> other = Map.of();

        Builder() {}

        /** Sets the title. */
        public Builder title(String title) {
            this.title = title;
            return this;
        }

        /** Replaces all buttons. */
        public Builder buttons(List<Button> buttons) {
            this.buttons = PlainValues.list(buttons);
            return this;
        }

        /** Adds a button, of at most {@link MessageLimit#BUTTONS}. */
        public Builder button(Button button) {
            this.buttons = PlainValues.plus(buttons, button);
            return this;
        }

        /** Adds a button. */
        public Builder button(Button.Builder button) {
            return button(button.build());
        }

        /** Adds an unknown field, see {@link MessagePart#other()}. */
        public Builder other(String name, Object value) {
            this.other = PlainValues.plus(other, name, value);
            return this;
        }

        /** Builds the slide without a check, see {@link io.github.camelcliq.message.rules.MessageRules}. */
        public abstract Slide build();
    }
}
