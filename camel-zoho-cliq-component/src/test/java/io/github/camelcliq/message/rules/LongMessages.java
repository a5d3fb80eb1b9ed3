package io.github.camelcliq.message.rules;

import io.github.camelcliq.message.Action;
import io.github.camelcliq.message.ActionData;
import io.github.camelcliq.message.BotIdentity;
import io.github.camelcliq.message.Button;
import io.github.camelcliq.message.ButtonStyle;
import io.github.camelcliq.message.Card;
import io.github.camelcliq.message.CardField;
import io.github.camelcliq.message.CardSection;
import io.github.camelcliq.message.ChartEntry;
import io.github.camelcliq.message.CliqMessage;
import io.github.camelcliq.message.Confirmation;
import io.github.camelcliq.message.Copy;
import io.github.camelcliq.message.GraphCategory;
import io.github.camelcliq.message.GraphPreview;
import io.github.camelcliq.message.GraphSlide;
import io.github.camelcliq.message.GraphStyles;
import io.github.camelcliq.message.InstantButton;
import io.github.camelcliq.message.InvokeFunction;
import io.github.camelcliq.message.LabelSlide;
import io.github.camelcliq.message.OpenUrl;
import io.github.camelcliq.message.PollCard;
import io.github.camelcliq.message.PollOption;
import io.github.camelcliq.message.PreviewUrl;
import io.github.camelcliq.message.PromptCard;
import io.github.camelcliq.message.SectionCard;
import io.github.camelcliq.message.Slide;
import io.github.camelcliq.message.SystemApi;
import io.github.camelcliq.message.TableSlide;
import io.github.camelcliq.message.TextPrompt;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Builders;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/** Random messages in which everything may be too long or too much, and nothing else is wrong. */
final class LongMessages {

    /**
     * What texts are made of: whole characters of several units, halves of pairs, mentions, and what looks like them.
     */
    private static final Arbitrary<String> PIECES = Arbitraries.of(
            "word ",
            "x",
            "\n",
            "e\u0301",
            "😀",
            "👨‍👩‍👧‍👦",
            "🇩🇪",
            "\uD83D",
            "\uDE00x",
            "{@all}",
            "{#c",
            "[Jo](mail:a@b.c)",
            "[",
            "](",
            "\"",
            "\u0000",
            "\u200D");

    private LongMessages() {}

    static Arbitrary<CliqMessage> messages() {
        return Builders.withBuilder(CliqMessage::builder)
                .use(text(10_000))
                .in((message, text) -> message.text("a" + text))
                .use(instantButtons())
                .withProbability(0.3)
                .in(LongMessages::withReferences)
                .use(buttons(8))
                .withProbability(0.6)
                .in((message, buttons) -> message.buttons(buttons))
                .use(cards())
                .withProbability(0.6)
                .in(LongMessages::withCard)
                .use(slides().list().ofMinSize(1).ofMaxSize(23))
                .withProbability(0.5)
                .in((message, slides) -> message.slides(slides))
                .use(text(30))
                .withProbability(0.2)
                .in((message, name) -> message.bot(new BotIdentity(name, null)))
                .use(text(100))
                .withProbability(0.3)
                .in((message, hint) -> message.hint(hint))
                .use(text(100))
                .withProbability(0.3)
                .in((message, title) -> message.threadTitle(title))
                .use(text(255))
                .withProbability(0.3)
                .in((message, topic) -> message.messageTopic(topic))
                .build(CliqMessage.Builder::build);
    }

    /** A text at, below or far beyond a limit. */
    private static Arbitrary<String> text(int limit) {
        Arbitrary<Integer> length = Arbitraries.of(1, limit / 2, limit, limit + 1, 3 * limit);
        return Combinators.combine(PIECES.list().ofMinSize(1).ofMaxSize(6), length)
                .as((pieces, units) -> {
                    String all = "a" + String.join("", pieces);
                    return all.repeat(units / all.length() + 1).substring(0, Math.max(1, units));
                });
    }

    private static Arbitrary<String> url(int limit) {
        return Arbitraries.of(20, limit, limit + 1).map(length -> "https://a/" + "x".repeat(length - 10));
    }

    private static Arbitrary<List<Button>> buttons(int most) {
        Arbitrary<String> keys = Combinators.combine(
                        Arbitraries.strings().alpha().ofLength(12), Arbitraries.of(0, 88, 89))
                .as((unique, more) -> unique + "k".repeat(more));
        return Combinators.combine(
                        text(20), text(100).injectNull(0.5), keys.injectNull(0.4), actions(), confirmations())
                .as((label, hint, key, data, confirmation) ->
                        new Button(label, hint, ButtonStyle.POSITIVE, key, new Action(data, confirmation), null))
                .list()
                .ofMinSize(1)
                .ofMaxSize(most);
    }

    private static Arbitrary<ActionData> actions() {
        return Arbitraries.oneOf(
                Arbitraries.of("f", "f\uD800").map(name -> new InvokeFunction(name, "a@b.c")),
                Combinators.combine(url(256), url(256).injectNull(0.5))
                        .as((web, android) -> OpenUrl.web(web).android(android).build()),
                url(500).map(PreviewUrl::new),
                Arbitraries.just(new SystemApi("locationpermission")),
                text(200).map(Copy::new));
    }

    private static Arbitrary<Confirmation> confirmations() {
        return Combinators.combine(
                        text(100),
                        text(100).injectNull(0.5),
                        text(300),
                        text(100),
                        text(100).injectNull(0.5))
                .as((title, description, input, label, cancel) ->
                        new Confirmation(title, description, new TextPrompt(input), null, label, cancel, null, null))
                .injectNull(0.6);
    }

    private static Arbitrary<List<InstantButton>> instantButtons() {
        return Combinators.combine(text(20), Arbitraries.of(1, 200, 201))
                .as((label, command) ->
                        InstantButton.labelled(label).copy("x".repeat(command)).build())
                .list()
                .ofMinSize(1)
                .ofMaxSize(4);
    }

    /** Some stand at the beginning, some at the end of the text, which may be cut off. */
    private static CliqMessage.Builder withReferences(CliqMessage.Builder message, List<InstantButton> buttons) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < buttons.size(); i++) {
            message.reference("k" + i, buttons.get(i));
            text.append(" [go](").append("$k").append(i).append(')').append("x".repeat(i % 2 * 9_980));
        }
        return message.text(text.toString());
    }

    private static Arbitrary<Card> cards() {
        Arbitrary<CardField> field = Combinators.combine(text(20), text(50)).as(CardField::new);
        Arbitrary<CardSection> section = Combinators.combine(
                        text(20).injectNull(0.3), field.list().ofMaxSize(3))
                .as(CardSection::new);
        Arbitrary<String> thumbnail = Arbitraries.of("https://a/b.png", "/b.png", "b.png", "//a/b.png", "\uD800");
        return Arbitraries.oneOf(
                Combinators.combine(
                                text(200),
                                thumbnail.injectNull(0.3),
                                section.list().ofMaxSize(2))
                        .as((title, picture, sections) ->
                                (Card) new SectionCard(title, "modern-inline", picture, sections, null)),
                Combinators.combine(
                                text(200),
                                thumbnail.injectNull(0.7),
                                text(100)
                                        .map(PollOption::new)
                                        .list()
                                        .ofMinSize(2)
                                        .ofMaxSize(13))
                        .as((title, picture, options) -> new PollCard(title, picture, options, null)),
                Combinators.combine(text(200), thumbnail.injectNull(0.7))
                        .as((title, picture) -> new PromptCard(title, picture, null)));
    }

    /** Polls have no buttons, prompts have some. */
    private static CliqMessage.Builder withCard(CliqMessage.Builder message, Card card) {
        if (card instanceof PollCard) {
            message.buttons(null);
        } else if (card instanceof PromptCard) {
            message.button(Button.labelled("a").copy("x".repeat(card.title().length())));
        }
        return message.card(card);
    }

    private static Arbitrary<Slide> slides() {
        Arbitrary<String> cell = Arbitraries.frequencyOf(Tuple.of(5, text(20)), Tuple.of(1, text(4_000)));
        Arbitrary<ChartEntry> entry = text(20).map(label -> ChartEntry.of(label, label));
        Arbitrary<GraphCategory> category = Combinators.combine(
                        text(20), entry.list().ofMinSize(1).ofMaxSize(23))
                .as(GraphCategory::new);
        Arbitrary<GraphStyles> axes =
                Combinators.combine(text(20), text(20)).as((x, y) -> new GraphStyles(GraphPreview.TREND, x, y));
        Arbitrary<Slide.Builder> slide = Arbitraries.oneOf(
                Combinators.combine(cell, cell.list().ofMaxSize(120)).as(LongMessages::table),
                cell.list().ofMinSize(1).ofMaxSize(100).map(data -> Slide.list(data.toArray(String[]::new))),
                Combinators.combine(cell, cell)
                        .as((name, value) -> Map.entry(name, value))
                        .list()
                        .ofMinSize(1)
                        .ofMaxSize(100)
                        .map(LongMessages::labels),
                url(3_000).list().ofMinSize(1).ofMaxSize(5).map(data -> Slide.images(data.toArray(String[]::new))),
                text(10_000).map(Slide::text),
                entry.list()
                        .ofMinSize(1)
                        .ofMaxSize(7)
                        .map(data -> Slide.percentageChart(data.toArray(ChartEntry[]::new))),
                Combinators.combine(category.list().ofMinSize(1).ofMaxSize(7), axes.injectNull(0.5))
                        .as(LongMessages::graph));
        return Combinators.combine(slide, cell.injectNull(0.6), buttons(7).injectNull(0.9))
                .as(LongMessages::titled);
    }

    private static Slide.Builder table(String header, List<String> cells) {
        TableSlide.Builder table = Slide.table(header, "b");
        cells.forEach(cell -> table.row(cell, "1"));
        return table;
    }

    private static Slide.Builder labels(List<Map.Entry<String, String>> entries) {
        LabelSlide.Builder labels = Slide.labels();
        entries.forEach(entry -> labels.label(entry.getKey(), entry.getValue()));
        return labels;
    }

    private static Slide.Builder graph(List<GraphCategory> categories, GraphStyles styles) {
        GraphSlide.Builder graph = Slide.graph();
        categories.forEach(category ->
                graph.category(category.category(), category.values().toArray(ChartEntry[]::new)));
        return styles == null ? graph : graph.styles(styles.preview(), styles.xAxis(), styles.yAxis());
    }

    private static Slide titled(Slide.Builder slide, String title, List<Button> buttons) {
        return slide.title(title).buttons(buttons).build();
    }
}
