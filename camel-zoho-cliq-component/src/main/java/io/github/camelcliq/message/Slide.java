package io.github.camelcliq.message;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.Arrays;
import java.util.List;

/** A block of structured content below the text (message formats reference). */
@JsonPropertyOrder("type")
public sealed interface Slide extends MessagePart permits FluentSlide {

    /** The slide's type as Cliq's JSON spells it, such as {@code percentage_chart}. */
    @JsonProperty
    String type();

    /** The slide's title, or null. */
    String title();

    /** The slide's buttons, or null; that slides take buttons is our choice, the reference does not say. */
    List<Button> buttons();

    /** A table of the given columns; add rows with the result's {@link TableSlide#row}. */
    static TableSlide table(String... headers) {
        return new TableSlide(null, new TableData(Arrays.asList(headers), null, null), null, null);
    }

    /** A list of entries. */
    static ListSlide list(String... entries) {
        return new ListSlide(null, Arrays.asList(entries), null, null, null);
    }

    /** Names with their values; add them with the result's {@link LabelSlide#label}. */
    static LabelSlide labels() {
        return new LabelSlide(null, List.of(), null, null);
    }

    /** Pictures by their addresses. */
    static ImagesSlide images(String... urls) {
        return new ImagesSlide(null, Arrays.asList(urls), null, null);
    }

    /** A text. */
    static TextSlide text(String text) {
        return new TextSlide(null, text, null, null);
    }

    /** A chart of shares. */
    static PercentageChartSlide percentageChart(ChartEntry... entries) {
        return new PercentageChartSlide(null, Arrays.asList(entries), null, null, null);
    }

    /** A graph; add categories with the result's {@link GraphSlide#category}. */
    static GraphSlide graph() {
        return new GraphSlide(null, List.of(), null, null, null);
    }
}
