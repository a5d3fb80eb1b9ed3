package io.github.camelcliq.message.rules;

import io.github.camelcliq.message.Button;
import io.github.camelcliq.message.ChartEntry;
import io.github.camelcliq.message.GraphCategory;
import io.github.camelcliq.message.GraphSlide;
import io.github.camelcliq.message.ImagesSlide;
import io.github.camelcliq.message.LabelSlide;
import io.github.camelcliq.message.ListSlide;
import io.github.camelcliq.message.MessageLimit;
import io.github.camelcliq.message.PercentageChartSlide;
import io.github.camelcliq.message.QuotedValue;
import io.github.camelcliq.message.Slide;
import io.github.camelcliq.message.TableData;
import io.github.camelcliq.message.TableSlide;
import io.github.camelcliq.message.TextSlide;
import io.github.camelcliq.message.json.MessageJson;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntPredicate;

/**
 * The room that all slides share. If they need more, the first slides get it first. The slide that exceeds the limit
 * keeps its first rows or entries, and the part of the next entry that fits. A slide without room is removed.
 */
final class SlideRoom {

    private static final MessageLimit LIMIT = MessageLimit.SLIDES_LENGTH;
    private static final String RULE = "all slides together " + LIMIT.rule();

    private final Fitting fitting;
    private final List<Slide> kept = new ArrayList<>();

    SlideRoom(Fitting fitting) {
        this.fitting = fitting;
    }

    /** Returns the slides that fit, in their order; null if none fits. */
    List<Slide> share(String at, List<Slide> slides) {
        if (MessageJson.length(slides) <= LIMIT.value()) {
            return slides;
        }
        for (int i = 0; i < slides.size(); i++) {
            Slide slide = slides.get(i);
            Slide fitted = fits(slide) ? slide : shortened(slide);
            if (fitted != null) {
                kept.add(fitted);
            }
            if (fitted != slide) {
                String done = fitted == null ? "slide taken out: " : "slide cut: ";
                String actual = QuotedValue.count(MessageJson.length(List.of(slide)), LIMIT.unit());
                fitting.remark(at + "/" + i, done + RULE, actual);
            }
        }
        return kept.isEmpty() ? null : kept;
    }

    private boolean fits(Slide slide) {
        List<Slide> with = new ArrayList<>(kept);
        with.add(slide);
        return MessageJson.length(with) <= LIMIT.value();
    }

    /** Returns the beginning of a slide that fits; null if nothing fits. */
    private Slide shortened(Slide slide) {
        List<?> entries = slide == null ? List.of() : entries(slide);
        if (entries.isEmpty()) {
            return null;
        }
        int whole = greatest(0, entries.size(), count -> fits(withEntries(slide, entries.subList(0, count))));
        if (whole < 0) {
            int length = greatest(1, LIMIT.value(), limit -> fits(titled(ending(slide, 0, limit), limit)));
            return length < 1 ? null : titled(ending(slide, 0, length), length);
        }
        int length = greatest(1, LIMIT.value(), limit -> fits(ending(slide, whole, limit)));
        if (length > 0) {
            return ending(slide, whole, length);
        }
        return whole == 0 ? null : withEntries(slide, entries.subList(0, whole));
    }

    /** Returns the greatest number that fits, if each smaller number fits too; {@code least - 1} if none fits. */
    private static int greatest(int least, int most, IntPredicate fits) {
        int low = least - 1;
        int high = most;
        while (low < high) {
            int middle = high - (high - low) / 2;
            if (fits.test(middle)) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return low;
    }

    /** Returns the slide with its first {@code whole} entries, and the next entry with cut texts. */
    private static Slide ending(Slide slide, int whole, int limit) {
        List<?> entries = entries(slide);
        List<Object> shown = new ArrayList<>(entries.subList(0, whole));
        Object last = entries.get(whole);
        shown.add(slide instanceof ImagesSlide ? last : cut(last, limit));
        return withEntries(slide, shown);
    }

    private static Slide titled(Slide slide, int limit) {
        String title = slide.title() == null ? null : TextCut.cut(slide.title(), limit);
        return like(slide, title, entries(slide));
    }

    private static Object cut(Object entry, int limit) {
        if (entry instanceof String text) {
            return TextCut.cut(text, limit);
        }
        if (!(entry instanceof Map<?, ?> cells)) {
            return entry;
        }
        Map<Object, Object> cut = new LinkedHashMap<>(cells);
        cut.replaceAll((name, cell) -> cell instanceof String text ? TextCut.cut(text, limit) : cell);
        return cut;
    }

    /** Returns the entries of a slide; empty if it has none. */
    private static List<?> entries(Slide slide) {
        List<?> entries = null;
        if (slide instanceof TableSlide table && table.data() != null) {
            entries = table.data().rows();
        } else if (slide instanceof ListSlide list) {
            entries = list.data();
        } else if (slide instanceof LabelSlide labels) {
            entries = labels.data();
        } else if (slide instanceof ImagesSlide images) {
            entries = images.data();
        } else if (slide instanceof TextSlide text && text.data() != null) {
            entries = List.of(text.data());
        } else if (slide instanceof PercentageChartSlide chart) {
            entries = chart.data();
        } else if (slide instanceof GraphSlide graph) {
            entries = graph.data();
        }
        return entries == null ? List.of() : entries;
    }

    private static Slide withEntries(Slide slide, List<?> entries) {
        return like(slide, slide.title(), entries);
    }

    /** Returns a slide of the same kind with another title and other entries. */
    @SuppressWarnings("unchecked")
    private static Slide like(Slide slide, String title, List<?> entries) {
        List<Button> buttons = slide.buttons();
        Map<String, Object> other = slide.other();
        if (slide instanceof TableSlide table) {
            TableData data = table.data();
            List<Map<String, String>> rows = (List<Map<String, String>>) entries;
            return new TableSlide(
                    title, new TableData(data.headers(), rows, data.styles(), data.other()), buttons, other);
        }
        if (slide instanceof ListSlide list) {
            return new ListSlide(title, (List<String>) entries, list.styles(), buttons, other);
        }
        if (slide instanceof LabelSlide) {
            return new LabelSlide(title, (List<Map<String, String>>) entries, buttons, other);
        }
        if (slide instanceof ImagesSlide) {
            return new ImagesSlide(title, (List<String>) entries, buttons, other);
        }
        if (slide instanceof TextSlide) {
            return new TextSlide(title, entries.isEmpty() ? "" : (String) entries.get(0), buttons, other);
        }
        if (slide instanceof PercentageChartSlide chart) {
            return new PercentageChartSlide(title, (List<ChartEntry>) entries, chart.styles(), buttons, other);
        }
        return new GraphSlide(title, (List<GraphCategory>) entries, ((GraphSlide) slide).styles(), buttons, other);
    }
}
