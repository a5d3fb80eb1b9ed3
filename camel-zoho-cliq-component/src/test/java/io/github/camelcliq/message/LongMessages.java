package io.github.camelcliq.message;

import java.util.ArrayList;
import java.util.LinkedHashMap;
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
                        .as((web, android) -> OpenUrl.web(web).android(android)),
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
        Arbitrary<Slide> slide = Arbitraries.oneOf(
                Combinators.combine(cell, cell.list().ofMaxSize(120)).as(LongMessages::table),
                cell.list().ofMinSize(1).ofMaxSize(100).map(data -> new ListSlide(null, data, null, null, null)),
                Combinators.combine(cell, cell)
                        .as((name, value) -> Map.of(name, value))
                        .list()
                        .ofMinSize(1)
                        .ofMaxSize(100)
                        .map(data -> new LabelSlide(null, data, null, null)),
                url(3_000).list().ofMinSize(1).ofMaxSize(5).map(data -> new ImagesSlide(null, data, null, null)),
                text(10_000).map(data -> new TextSlide(null, data, null, null)),
                entry.list()
                        .ofMinSize(1)
                        .ofMaxSize(7)
                        .map(data -> new PercentageChartSlide(null, data, null, null, null)),
                Combinators.combine(category.list().ofMinSize(1).ofMaxSize(7), axes.injectNull(0.5))
                        .as((data, styles) -> new GraphSlide(null, data, styles, null, null)));
        return Combinators.combine(slide, cell.injectNull(0.6), buttons(7).injectNull(0.9))
                .as(LongMessages::titled);
    }

    private static Slide table(String header, List<String> cells) {
        List<Map<String, String>> rows = new ArrayList<>();
        for (String cell : cells) {
            Map<String, String> row = new LinkedHashMap<>();
            row.put(header, cell);
            row.put("b", "1");
            rows.add(row);
        }
        return new TableSlide(null, new TableData(List.of(header, "b"), rows, null), null, null);
    }

    private static Slide titled(Slide slide, String title, List<Button> buttons) {
        return ((FluentSlide<?>) slide).with(title, buttons, null);
    }
}
