package io.github.camelcliq.message;

import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A chart of shares (message formats reference).
 *
 * @param title the slide's title, or null
 * @param data the shares; required, 1 (our choice) to {@link MessageLimit#CHART_ENTRIES} entries
 * @param styles how it is shown, or null
 * @param buttons its buttons, at most {@link MessageLimit#BUTTONS} buttons; or null
 * @param other unknown fields, see {@link MessagePart#other()}; null counts as none
 */
public record PercentageChartSlide(
        String title,
        @JsonSerialize(converter = WrittenEntries.class) List<ChartEntry> data,
        PercentageChartStyles styles,
        List<Button> buttons,
        Map<String, Object> other)
        implements Slide {

    /** The type as JSON spells it. */
    public static final String TYPE = "percentage_chart";

    /** The names of its fields in JSON. */
    public static final Set<String> FIELDS = Set.of("type", "title", "data", "buttons", "styles");

    public PercentageChartSlide {
        data = PlainValues.list(data);
        buttons = PlainValues.list(buttons);
        other = PlainValues.other(other, FIELDS);
    }

    @Override
    public String type() {
        return TYPE;
    }

    /** Builds a chart of shares. Not safe for several threads. */
    public static final class Builder extends Slide.Builder {

        private final List<ChartEntry> data;
        private PercentageChartStyles styles;

        Builder(List<ChartEntry> data, PercentageChartStyles styles) {
            this.data = data;
            this.styles = styles;
        }

        /** Sets how the chart is first drawn. */
        public Builder preview(PercentageChartPreview preview) {
            this.styles = new PercentageChartStyles(preview);
            return this;
        }

        @Override
        public PercentageChartSlide build() {
            return new PercentageChartSlide(title, data, styles, buttons, other);
        }
    }
}
