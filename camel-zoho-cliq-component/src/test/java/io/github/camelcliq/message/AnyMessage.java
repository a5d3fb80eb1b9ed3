package io.github.camelcliq.message;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Builders;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/** Random messages that Cliq takes, of every kind there is. */
public final class AnyMessage {

    private AnyMessage() {}

    public static Arbitrary<CliqMessage> valid() {
        return Builders.withBuilder(CliqMessage::builder)
                .use(string(1, 60))
                .in((message, text) -> message.text(text))
                .use(cardAndButtons())
                .in((message, part) -> message.card(part.card()).buttons(part.buttons()))
                .use(slide().list().ofMaxSize(4))
                .withProbability(0.4)
                .in((message, slides) -> message.slides(slides))
                .use(instantButton().list().ofMaxSize(3))
                .withProbability(0.3)
                .in(AnyMessage::withReferences)
                .use(bot())
                .withProbability(0.2)
                .in((message, bot) -> message.bot(bot))
                .use(styles())
                .withProbability(0.2)
                .in((message, styles) -> message.styles(styles))
                .use(string(0, 100))
                .withProbability(0.3)
                .in((message, hint) -> message.hint(hint))
                .use(string(0, 30))
                .withProbability(0.2)
                .in((message, id) -> message.replyTo(id).threadMessageId(id))
                .use(string(0, 100))
                .withProbability(0.2)
                .in((message, title) -> message.threadTitle(title))
                .use(string(0, 255))
                .withProbability(0.1)
                .in((message, topic) -> message.messageTopic(topic))
                .use(string(0, 100))
                .withProbability(0.1)
                .in((message, chat) -> message.threadChatId(chat))
                .use(flag())
                .withProbability(0.3)
                .in((message, flag) -> message.syncMessage(flag).markAsRead(!flag))
                .use(flag())
                .withProbability(0.2)
                .in((message, flag) -> message.postInParent(flag).notifyEdit(flag))
                .use(flag())
                .withProbability(0.1)
                .in((message, flag) -> message.broadcast(flag))
                .use(recipient().list().ofMinSize(1).ofMaxSize(5))
                .withProbability(0.2)
                .in((message, recipients) -> message.recipients(recipients))
                .use(others())
                .withProbability(0.3)
                .in((message, others) -> message.other(others))
                .build(CliqMessage.Builder::build);
    }

    private record CardAndButtons(Card card, List<Button> buttons) {}

    private static Arbitrary<CardAndButtons> cardAndButtons() {
        return Arbitraries.oneOf(
                buttons(0).injectNull(0.3).map(buttons -> new CardAndButtons(null, buttons)),
                Combinators.combine(plainCard(), buttons(0).injectNull(0.3)).as(CardAndButtons::new),
                Combinators.combine(
                                pollCard(), Arbitraries.just(List.<Button>of()).injectNull(0.5))
                        .as(CardAndButtons::new),
                Combinators.combine(string(1, 200), others(), buttons(1))
                        .as((title, others, buttons) ->
                                new CardAndButtons(new PromptCard(title, null, others), buttons)));
    }

    private static Arbitrary<Card> plainCard() {
        Arbitrary<String> thumbnail = Arbitraries.oneOf(url(200), Arbitraries.just("/images/a.png"));
        Arbitrary<CardField> field =
                Combinators.combine(string(1, 20), string(1, 20), others()).as(CardField::new);
        Arbitrary<CardSection> section = Combinators.combine(
                        string(0, 20).injectNull(0.2), field.list().ofMaxSize(3).injectNull(0.2), others())
                .as(CardSection::new);
        return Combinators.combine(
                        string(0, 200).injectNull(0.2),
                        thumbnail.injectNull(0.4),
                        section.list().ofMaxSize(2).injectNull(0.4),
                        others(),
                        flag())
                .as((title, picture, sections, others, modern) ->
                        new SectionCard(title, modern ? "modern-inline" : null, picture, sections, others));
    }

    private static Arbitrary<Card> pollCard() {
        Arbitrary<PollOption> option =
                Combinators.combine(string(1, 100), others()).as(PollOption::new);
        return Combinators.combine(string(1, 200), option.list().ofMinSize(2).ofMaxSize(10), others())
                .as((title, options, others) -> new PollCard(title, null, options, others));
    }

    /** Buttons with keys that are unique, since each has its place in the key. */
    private static Arbitrary<List<Button>> buttons(int fewest) {
        Arbitrary<Button> button = Combinators.combine(
                        string(1, 20),
                        string(0, 100).injectNull(0.5),
                        Arbitraries.of(ButtonStyle.class).injectNull(0.2),
                        Arbitraries.strings().alpha().ofLength(12).injectNull(0.3),
                        action(),
                        others())
                .as(Button::new);
        return button.list().ofMinSize(fewest).ofMaxSize(5).uniqueElements(one -> one.key() == null ? one : one.key());
    }

    private static Arbitrary<Action> action() {
        return Combinators.combine(
                        Arbitraries.oneOf(
                                Combinators.combine(string(1, 30), string(1, 30), others())
                                        .as(InvokeFunction::new),
                                Combinators.combine(
                                                openable(),
                                                openable().injectNull(0.5),
                                                openable().injectNull(0.5),
                                                openable().injectNull(0.5),
                                                others())
                                        .as(OpenUrl::new),
                                Combinators.combine(url(500), others()).as(PreviewUrl::new),
                                systemApi(),
                                copy()),
                        confirmation().injectNull(0.6),
                        others())
                .as(Action::new);
    }

    private static Arbitrary<SystemApi> systemApi() {
        return Combinators.combine(
                        Arbitraries.of(
                                "audiocall/1", "videocall/22", "startchat/333", "invite/4", "locationpermission"),
                        others())
                .as(SystemApi::new);
    }

    private static Arbitrary<Copy> copy() {
        return Combinators.combine(string(1, 200), others()).as(Copy::new);
    }

    private static Arbitrary<Confirmation> confirmation() {
        Arbitrary<ConfirmationInput> input =
                Arbitraries.oneOf(string(1, 300).map(TextPrompt::new), others().map(TokenPrompt::new));
        return Combinators.combine(
                        string(1, 100),
                        string(0, 100).injectNull(0.4),
                        input,
                        Arbitraries.of(Emotion.class).injectNull(0.4),
                        string(1, 100),
                        string(0, 100).injectNull(0.4),
                        flag().injectNull(0.4),
                        others())
                .as(Confirmation::new);
    }

    private static Arbitrary<InstantButton> instantButton() {
        Arbitrary<ActionData> data = Arbitraries.oneOf(
                Combinators.combine(string(1, 30), string(0, 30).injectNull(0.5), others())
                        .as(InvokeFunction::new),
                systemApi(),
                copy());
        return Combinators.combine(
                        string(1, 20),
                        Arbitraries.of(ButtonStyle.class).injectNull(0.3),
                        Combinators.combine(data, others()).as((what, others) -> new Action(what, null, others)),
                        others().injectNull(0.4),
                        others(),
                        others())
                .as(InstantButton::new);
    }

    private static CliqMessage.Builder withReferences(CliqMessage.Builder message, List<InstantButton> buttons) {
        StringBuilder text = new StringBuilder("Choose:");
        Map<String, InstantButton> references = new LinkedHashMap<>();
        for (int i = 0; i < buttons.size(); i++) {
            text.append(" [button](").append("$key-").append(i).append(')');
            references.put("key-" + i, buttons.get(i));
        }
        return message.text(text.toString()).references(references);
    }

    private static Arbitrary<Slide> slide() {
        Arbitrary<String> title = string(0, 20).injectNull(0.4);
        Arbitrary<List<Button>> noButtons = Arbitraries.just(List.<Button>of()).injectNull(0.5);
        return Arbitraries.oneOf(
                table(),
                Combinators.combine(
                                title,
                                string(1, 20).list().ofMinSize(1).ofMaxSize(4),
                                Combinators.combine(
                                                Arbitraries.of(ListMarker.class).injectNull(0.2), others())
                                        .as(ListStyles::new)
                                        .injectNull(0.4),
                                noButtons,
                                others())
                        .as(ListSlide::new),
                Combinators.combine(
                                title,
                                Arbitraries.maps(string(1, 10), string(0, 10))
                                        .ofMinSize(1)
                                        .ofMaxSize(2)
                                        .list()
                                        .ofMinSize(1)
                                        .ofMaxSize(3),
                                noButtons,
                                others())
                        .as(LabelSlide::new),
                Combinators.combine(title, url(60).list().ofMinSize(1).ofMaxSize(3), noButtons, others())
                        .as(ImagesSlide::new),
                Combinators.combine(title, string(1, 40), noButtons, others()).as(TextSlide::new),
                Combinators.combine(
                                title,
                                chartEntry().list().ofMinSize(1).ofMaxSize(5),
                                Combinators.combine(
                                                Arbitraries.of(PercentageChartPreview.class)
                                                        .injectNull(0.2),
                                                others())
                                        .as(PercentageChartStyles::new)
                                        .injectNull(0.4),
                                noButtons,
                                others())
                        .as(PercentageChartSlide::new),
                graph());
    }

    private static Arbitrary<Slide> graph() {
        Arbitrary<GraphCategory> category = Combinators.combine(
                        string(1, 20), chartEntry().list().ofMinSize(1).ofMaxSize(4), others())
                .as(GraphCategory::new);
        Arbitrary<GraphStyles> styles = Combinators.combine(
                        Arbitraries.of(GraphPreview.class).injectNull(0.2),
                        string(0, 20).injectNull(0.3),
                        string(0, 20).injectNull(0.3),
                        others())
                .as(GraphStyles::new);
        return Combinators.combine(
                        string(0, 20).injectNull(0.4),
                        category.list().ofMinSize(1).ofMaxSize(3),
                        styles.injectNull(0.4),
                        others())
                .as((title, categories, shown, others) -> new GraphSlide(title, categories, shown, null, others));
    }

    private static Arbitrary<Slide> table() {
        return Combinators.combine(Arbitraries.integers().between(1, 5), string(0, 10), flag(), others(), others())
                .as(AnyMessage::table);
    }

    private static Slide table(
            int columns, String cell, boolean styled, Map<String, Object> inside, Map<String, Object> beside) {
        List<String> headers =
                IntStream.range(0, columns).mapToObj(i -> "column " + i).toList();
        Map<String, String> row = headers.stream().collect(Collectors.toMap(header -> header, header -> cell));
        List<Integer> widths = IntStream.range(0, columns)
                .mapToObj(i -> i == 0 ? 100 - 7 * (columns - 1) : 7)
                .toList();
        TableStyles styles = styled ? new TableStyles(widths, new Sticky(columns % 3, null, inside), inside) : null;
        return new TableSlide(null, new TableData(headers, List.of(row, row), styles, inside), null, beside);
    }

    private static Arbitrary<ChartEntry> chartEntry() {
        return Combinators.combine(string(1, 20), Arbitraries.oneOf(number(), string(1, 10)), others())
                .as(ChartEntry::new);
    }

    private static Arbitrary<BotIdentity> bot() {
        return Combinators.combine(string(0, 20).injectNull(0.3), url(200).injectNull(0.3), others())
                .as(BotIdentity::new);
    }

    private static Arbitrary<MessageStyles> styles() {
        return Combinators.combine(Arbitraries.of(Background.class).injectNull(0.3), flag().injectNull(0.3), others())
                .as(MessageStyles::new);
    }

    private static Arbitrary<String> openable() {
        return Arbitraries.oneOf(url(256), Arbitraries.of("tel:+4930", "SMS:1", "sip:a@example.com"));
    }

    private static Arbitrary<String> url(int longest) {
        return Arbitraries.strings()
                .alpha()
                .numeric()
                .withChars("/?#&=%äß")
                .ofMaxLength(longest - "https://h".length())
                .map(rest -> "https://h" + rest);
    }

    private static Arbitrary<String> recipient() {
        return Arbitraries.strings()
                .alpha()
                .numeric()
                .withChars("@ .")
                .ofMinLength(1)
                .ofMaxLength(20)
                .filter(one -> !one.isBlank());
    }

    private static Arbitrary<Boolean> flag() {
        return Arbitraries.of(true, false);
    }

    /** Text of any characters, pairs and control characters included; not blank where it must not be empty. */
    public static Arbitrary<String> string(int shortest, int longest) {
        Arbitrary<String> piece = Arbitraries.oneOf(
                Arbitraries.strings().ascii().ofLength(1),
                Arbitraries.of("😀", "ש", "\n", "\"", "\\", "\u0000", "é", "\u2028", "/"));
        return piece.list()
                .ofMinSize(shortest)
                .ofMaxSize(longest / 2)
                .map(pieces -> String.join("", pieces))
                .filter(text -> shortest == 0 || !UnicodeText.isBlank(text));
    }

    /** Any number that JSON can say. */
    public static Arbitrary<Object> number() {
        return Arbitraries.oneOf(
                Arbitraries.integers().map(number -> (Object) number),
                Arbitraries.longs().map(number -> (Object) number),
                Arbitraries.doubles().map(number -> (Object) number),
                Arbitraries.of(
                        new BigDecimal("1.10"),
                        new BigDecimal("1E+400"),
                        new BigDecimal("-0.00"),
                        new BigInteger("123456789012345678901234567890")));
    }

    private static Arbitrary<Map<String, Object>> others() {
        Arbitrary<Object> leaf = Arbitraries.oneOf(
                number(), string(0, 8).map(text -> (Object) text), flag().map(truth -> (Object) truth));
        Arbitrary<Object> value = Arbitraries.lazyOf(
                () -> leaf.injectNull(0.2),
                () -> leaf.injectNull(0.3).list().ofMaxSize(2).map(list -> (Object) list),
                () -> Arbitraries.maps(string(0, 4), leaf.injectNull(0.3))
                        .ofMaxSize(2)
                        .map(map -> (Object) map));
        Arbitrary<String> name =
                Arbitraries.strings().alpha().ofMinLength(1).ofMaxLength(6).map(unknown -> "new_" + unknown);
        Arbitrary<Map<String, Object>> some = Arbitraries.maps(name, value).ofMaxSize(2);
        return Arbitraries.frequencyOf(Tuple.of(4, Arbitraries.just(Map.of())), Tuple.of(1, some));
    }
}
