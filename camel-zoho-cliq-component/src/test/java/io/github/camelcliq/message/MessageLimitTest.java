package io.github.camelcliq.message;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelcliq.message.rules.MessageRules;
import java.util.Collections;
import java.util.List;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Each limit lets its own figure pass, and refuses the next one at the field it limits. */
class MessageLimitTest {

    private static final Action COPY = new Action(new Copy("x"));

    static Stream<Arguments> limits() {
        return Stream.of(
                limit(MessageLimit.TEXT, "/text", n -> CliqMessage.text("x".repeat(n))),
                limit(MessageLimit.HINT, "/hint", n -> valid().hint("x".repeat(n))),
                limit(MessageLimit.REPLY_TO, "/reply_to", n -> valid().replyTo("x".repeat(n))),
                limit(MessageLimit.THREAD_TITLE, "/thread_title", n -> valid().threadTitle("x".repeat(n))),
                limit(MessageLimit.MESSAGE_TOPIC, "/message_topic", n -> valid().messageTopic("x".repeat(n))),
                limit(MessageLimit.THREAD_CHAT_ID, "/thread_chat_id", n -> valid().threadChatId("x".repeat(n))),
                limit(MessageLimit.RECIPIENTS, "/user_ids", n -> valid().recipients(Collections.nCopies(n, "1"))),
                limit(MessageLimit.CARD_TITLE, "/card/title", n -> valid().card(Card.plain("x".repeat(n)))),
                limit(MessageLimit.CARD_TITLE, "/card/title", n -> valid().card(Card.poll("x".repeat(n), "a", "b"))),
                limit(
                        MessageLimit.POLL_OPTIONS,
                        "/card/options",
                        n -> valid().card(new PollCard("t", null, Collections.nCopies(n, new PollOption("a")), null))),
                limit(
                        MessageLimit.POLL_OPTION,
                        "/card/options/1/text",
                        n -> valid().card(Card.poll("t", "a", "x".repeat(n)))),
                limit(
                        MessageLimit.BUTTONS,
                        "/buttons",
                        n -> valid().buttons(Collections.nCopies(n, button(COPY, null)))),
                limit(
                        MessageLimit.BUTTONS,
                        "/slides/0/buttons",
                        n -> valid().slide(new TextSlide(null, "x", Collections.nCopies(n, button(COPY, null)), null))),
                limit(
                        MessageLimit.BUTTON_LABEL,
                        "/buttons/0/label",
                        n -> valid().button(Button.labelled("x".repeat(n)).copy("x"))),
                limit(
                        MessageLimit.BUTTON_LABEL,
                        "/references/k/object/label",
                        n -> CliqMessage.text("[a]($k)")
                                .reference(
                                        "k",
                                        InstantButton.labelled("x".repeat(n)).copy("x"))),
                limit(
                        MessageLimit.BUTTON_HINT,
                        "/buttons/0/hint",
                        n -> valid().button(
                                        Button.labelled("a").hint("x".repeat(n)).copy("x"))),
                limit(MessageLimit.BUTTON_KEY, "/buttons/0/key", n -> valid().button(button(COPY, "x".repeat(n)))),
                limit(MessageLimit.OPEN_URL, "/buttons/0/action/data/web", n -> action(new OpenUrl(url(n)))),
                limit(
                        MessageLimit.OPEN_URL,
                        "/buttons/0/action/data/windows",
                        n -> action(new OpenUrl(null, url(n), null, null, null))),
                limit(
                        MessageLimit.OPEN_URL,
                        "/buttons/0/action/data/iOS",
                        n -> action(new OpenUrl(null, null, url(n), null, null))),
                limit(
                        MessageLimit.OPEN_URL,
                        "/buttons/0/action/data/android",
                        n -> action(new OpenUrl(null, null, null, url(n), null))),
                limit(MessageLimit.PREVIEW_URL, "/buttons/0/action/data/url", n -> action(new PreviewUrl(url(n)))),
                limit(MessageLimit.COPY_TEXT, "/buttons/0/action/data/text", n -> action(new Copy("x".repeat(n)))),
                limit(
                        MessageLimit.CONFIRMATION_TITLE,
                        "/buttons/0/action/confirm/title",
                        n -> confirmation(
                                Confirmation.titled("x".repeat(n)).input("i").buttonLabel("b"))),
                limit(
                        MessageLimit.CONFIRMATION_DESCRIPTION,
                        "/buttons/0/action/confirm/description",
                        n -> confirmation(Confirmation.titled("t")
                                .description("x".repeat(n))
                                .input("i")
                                .buttonLabel("b"))),
                limit(
                        MessageLimit.CONFIRMATION_INPUT,
                        "/buttons/0/action/confirm/input",
                        n -> confirmation(
                                Confirmation.titled("t").input("x".repeat(n)).buttonLabel("b"))),
                limit(
                        MessageLimit.CONFIRMATION_BUTTON,
                        "/buttons/0/action/confirm/button_label",
                        n -> confirmation(Confirmation.titled("t").input("i").buttonLabel("x".repeat(n)))),
                limit(
                        MessageLimit.CONFIRMATION_BUTTON,
                        "/buttons/0/action/confirm/cancel_button_label",
                        n -> confirmation(Confirmation.titled("t")
                                .input("i")
                                .buttonLabel("b")
                                .cancelButtonLabel("x".repeat(n)))),
                limit(
                        MessageLimit.SLIDES,
                        "/slides",
                        n -> valid().slides(
                                        Collections.nCopies(n, Slide.text("x").build()))),
                limit(
                        MessageLimit.SLIDES_LENGTH,
                        "/slides",
                        n -> valid().slide(Slide.text("x".repeat(n - "[{\"type\":\"text\",\"data\":\"\"}]".length())))),
                limit(
                        MessageLimit.TABLE_STICKY,
                        "/slides/0/data/styles/sticky/rows",
                        n -> valid().slide(Slide.table("a").sticky(n, 0))),
                limit(
                        MessageLimit.TABLE_STICKY,
                        "/slides/0/data/styles/sticky/columns",
                        n -> valid().slide(Slide.table("a").sticky(0, n))),
                limit(
                        MessageLimit.CHART_ENTRIES,
                        "/slides/0/data",
                        n -> valid().slide(new PercentageChartSlide(null, figures(n), null, null, null))),
                limit(
                        MessageLimit.GRAPH_CATEGORIES,
                        "/slides/0/data",
                        n -> valid().slide(new GraphSlide(
                                null, Collections.nCopies(n, new GraphCategory("c", figures(1))), null, null, null))),
                limit(
                        MessageLimit.GRAPH_VALUES,
                        "/slides/0/data/0/values",
                        n -> valid().slide(new GraphSlide(
                                null, List.of(new GraphCategory("c", figures(n))), null, null, null))),
                limit(
                        MessageLimit.CHART_LABEL,
                        "/slides/0/data/0/label",
                        n -> valid().slide(Slide.percentageChart(ChartEntry.of("x".repeat(n), 1)))),
                limit(
                        MessageLimit.CHART_LABEL,
                        "/slides/0/data/0/category",
                        n -> valid().slide(Slide.graph().category("x".repeat(n), ChartEntry.of("a", 1)))),
                limit(
                        MessageLimit.CHART_LABEL,
                        "/slides/0/data/0/values/0/label",
                        n -> valid().slide(Slide.graph().category("c", ChartEntry.of("x".repeat(n), "1%")))),
                limit(MessageLimit.CHART_LABEL, "/slides/0/styles/x_axis", n -> graph("x".repeat(n), null)),
                limit(MessageLimit.CHART_LABEL, "/slides/0/styles/y_axis", n -> graph(null, "x".repeat(n))));
    }

    @ParameterizedTest(name = "{0} at {1}")
    @MethodSource("limits")
    void theFigurePassesAndTheNextIsRefused(
            MessageLimit limit, String pointer, IntFunction<CliqMessage.Builder> message) {
        CliqMessage atLimit = message.apply(limit.value()).build();
        CliqMessage over = message.apply(limit.value() + 1).build();

        MessageRules rules = MessageRules.builder()
                .level(limit == MessageLimit.HINT ? RuleLevel.STRICT : RuleLevel.REFERENCE)
                .build();
        assertThat(rules.check(atLimit, TargetKind.CHAT)).isEmpty();
        assertThat(rules.check(over, TargetKind.CHAT)).singleElement().satisfies(violation -> {
            assertThat(violation.pointer()).isEqualTo(pointer);
            assertThat(violation.rule()).contains(limit == MessageLimit.TABLE_STICKY ? "0 to 2" : limit.rule());
            assertThat(violation.actual()).contains(QuotedValue.figure(limit.value() + 1));
        });
    }

    @Test
    void botsTakeHalfTheText() {
        Function<Integer, List<Violation>> check = length ->
                MessageRules.DEFAULT.check(CliqMessage.text("x".repeat(length)).build(), TargetKind.BOT);

        assertThat(check.apply(MessageLimit.BOT_TEXT.value())).isEmpty();
        assertThat(check.apply(MessageLimit.BOT_TEXT.value() + 1))
                .singleElement()
                .hasToString("/text: at most 5,000 characters, was \"" + "x".repeat(39) + "…\" (5,001 characters)");
    }

    @ParameterizedTest
    @EnumSource(TargetKind.class)
    void theOptionReplacesBothFigures(TargetKind kind) {
        MessageRules rules = MessageRules.builder().maximumTextLength(20_000).build();

        assertThat(rules.check(CliqMessage.text("x".repeat(20_000)).build(), kind))
                .isEmpty();
        assertThat(rules.check(CliqMessage.text("x".repeat(20_001)).build(), kind))
                .singleElement()
                .satisfies(violation ->
                        assertThat(violation.rule()).isEqualTo("at most 20,000 characters (maximumTextLength)"));
    }

    @Test
    void fewestOptionsAndButtonsAreLimitsToo() {
        assertThat(Documents.pointers(valid().card(Card.poll("t", "a")).build()))
                .containsExactly("/card/options");
        assertThat(Documents.pointers(valid().card(Card.poll("t", "a", "b")).build()))
                .isEmpty();
        assertThat(Documents.pointers(valid().card(Card.prompt("t")).build())).containsExactly("/buttons");
        assertThat(Documents.pointers(
                        valid().card(Card.prompt("t")).buttons(List.of()).build()))
                .containsExactly("/buttons");
        assertThat(Documents.pointers(valid().card(Card.prompt("t"))
                        .button(button(COPY, null))
                        .build()))
                .isEmpty();
    }

    @Test
    void rulesNameBothFiguresWhereTheReferenceDisagreesAndOurOwn() {
        assertThat(MessageLimit.BUTTON_LABEL.rule()).isEqualTo("at most 20 characters");
        assertThat(MessageLimit.TEXT.rule()).isEqualTo("at most 10,000 characters (messages and threads pages: 5,000)");
        assertThat(MessageLimit.LONGEST_LABEL.rule()).isEqualTo("at most 30 characters (buttons page: 20)");
        assertThat(MessageLimit.HINT.rule()).isEqualTo("at most 100 characters");
        assertThat(MessageLimit.FEWEST_PROMPT_BUTTONS.rule()).isEqualTo("at least 1 button");
        assertThat(MessageLimit.values()).filteredOn(MessageLimit::isOurChoice).containsExactly(MessageLimit.HINT);
    }

    @ParameterizedTest
    @EnumSource(MessageLimit.class)
    void everyLimitIsTested(MessageLimit limit) {
        List<MessageLimit> elsewhere = List.of(
                MessageLimit.BOT_TEXT,
                // what is refused there depends on the level, see RuleLevelsTest
                MessageLimit.UNDOUBTED_TEXT,
                MessageLimit.LONGEST_LABEL,
                MessageLimit.FEWEST_POLL_OPTIONS,
                MessageLimit.FEWEST_PROMPT_BUTTONS,
                // a width of 100 is only possible alone, see SlideRulesTest
                MessageLimit.TABLE_WIDTH);

        assertThat(Stream.concat(limits().map(arguments -> arguments.get()[0]), elsewhere.stream()))
                .contains(limit);
    }

    private static Arguments limit(MessageLimit limit, String pointer, IntFunction<CliqMessage.Builder> message) {
        return Arguments.of(limit, pointer, message);
    }

    private static CliqMessage.Builder valid() {
        return CliqMessage.text("a");
    }

    private static CliqMessage.Builder action(ActionData data) {
        return valid().button(button(new Action(data), null));
    }

    private static CliqMessage.Builder confirmation(Confirmation.Builder confirmation) {
        return valid().button(Button.labelled("a").copy("x").confirm(confirmation));
    }

    private static CliqMessage.Builder graph(String xAxis, String yAxis) {
        return valid().slide(Slide.graph().category("c", ChartEntry.of("a", 1)).styles(null, xAxis, yAxis));
    }

    private static Button button(Action action, String key) {
        return new Button("a", null, null, key, action, null);
    }

    private static List<ChartEntry> figures(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> ChartEntry.of("e" + i, i))
                .toList();
    }

    private static String url(int length) {
        String start = "https://example.com/";
        return start + "x".repeat(length - start.length());
    }
}
