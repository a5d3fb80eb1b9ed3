package io.github.camelcliq.message.rules;

import static io.github.camelcliq.message.Documents.pointers;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.management.ThreadMXBean;
import io.github.camelcliq.message.Action;
import io.github.camelcliq.message.Button;
import io.github.camelcliq.message.Card;
import io.github.camelcliq.message.CardField;
import io.github.camelcliq.message.ChartEntry;
import io.github.camelcliq.message.CliqMessage;
import io.github.camelcliq.message.Confirmation;
import io.github.camelcliq.message.Copy;
import io.github.camelcliq.message.Documents;
import io.github.camelcliq.message.GraphCategory;
import io.github.camelcliq.message.GraphSlide;
import io.github.camelcliq.message.ImagesSlide;
import io.github.camelcliq.message.InstantButton;
import io.github.camelcliq.message.InvokeFunction;
import io.github.camelcliq.message.LabelSlide;
import io.github.camelcliq.message.ListSlide;
import io.github.camelcliq.message.PercentageChartSlide;
import io.github.camelcliq.message.PollCard;
import io.github.camelcliq.message.PollOption;
import io.github.camelcliq.message.Slide;
import io.github.camelcliq.message.TableData;
import io.github.camelcliq.message.TableSlide;
import io.github.camelcliq.message.TableStyles;
import io.github.camelcliq.message.TargetKind;
import io.github.camelcliq.message.UnknownFields;
import io.github.camelcliq.message.Violation;
import io.github.camelcliq.message.json.MessageReader;
import io.github.camelcliq.message.json.ReadMessage;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a message must keep besides its limits, each rule with an example on both sides. */
class MessageRulesTest {

    private static final Action COPY = new Action(new Copy("x"));

    @Test
    void everythingBrokenIsSaidInOneGoInTheDocumentsOrder() {
        CliqMessage message = CliqMessage.text(" ")
                .card(Card.prompt(""))
                .slide((Slide) null)
                .button(new Button(null, "h".repeat(101), null, null, null, null))
                .button(Button.labelled("Approve the whole budget").open("javascript:alert(1)"))
                .reference("k", InstantButton.labelled("a").copy(""))
                .hint("h".repeat(101))
                .recipients("1", "")
                .build();

        assertThat(MessageRules.DEFAULT.check(message, TargetKind.CHAT))
                .extracting(Violation::toString)
                .containsExactly(
                        "/text: not blank (our choice: the reference does not say), was \" \"",
                        "/slides/0: an entry, not null, was null",
                        "/buttons/0/label: required, at most 20 characters, was missing",
                        "/buttons/0/hint: at most 100 characters, was \"" + "h".repeat(39) + "…\" (101 characters)",
                        "/buttons/0/action: required, was missing",
                        "/buttons/1/label: at most 20 characters (buttons page), the message cards page takes 30:"
                                + " rules=tolerant, was \"Approve the whole budget\" (24 characters)",
                        "/buttons/1/action/data/web: an http, https, tel, sms or sip URL without white space or control characters, was \"javascript:alert(1)\"",
                        "/references/k/object/action/data/text: not blank (our choice: the reference does not say), was \"\"",
                        "/user_ids: no blank recipient, was \"1,\"");
        assertThat(MessageRules.DEFAULT
                        .judge(new ReadMessage(message, List.of()), TargetKind.CHAT)
                        .remarks())
                .extracting(Violation::toString)
                .containsExactly(
                        "/card/title: required, not blank (message cards page), the buttons page leaves it out, was \"\"",
                        "/buttons/0/type: required, one of +, - (buttons page), the message cards page leaves it out, was missing",
                        "/references/k: used in the text as [Label]($key) (our choice: the reference does not say), was used nowhere",
                        "/hint: at most 100 characters (our choice: the reference does not say), was \""
                                + "h".repeat(39) + "…\" (101 characters)");
    }

    @ParameterizedTest
    @EnumSource(value = TargetKind.class, names = "BOT", mode = EnumSource.Mode.EXCLUDE)
    void textIsRequired(TargetKind kind) {
        CliqMessage cardOnly =
                CliqMessage.builder().card(Card.modernInline("t")).build();

        assertThat(pointers(MessageRules.DEFAULT.check(cardOnly, kind))).containsExactly("/text");
    }

    @Test
    void botsMayPostACardOrSlidesWithoutText() {
        assertThat(bot(CliqMessage.builder())).containsExactly("/text");
        assertThat(bot(CliqMessage.builder().slides(List.of()))).containsExactly("/text");
        assertThat(bot(CliqMessage.builder().card(Card.plain(null)))).isEmpty();
        assertThat(bot(CliqMessage.builder().slide(Slide.text("a")))).isEmpty();
        assertThat(bot(CliqMessage.text(" ").card(Card.plain(null)))).containsExactly("/text");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "\t\n",
                "\u2003",
                "\u001c",
                "\u00A0",
                "\u200B",
                "\u2060",
                "\uFEFF",
                "\0",
                "\u00AD\u200D\u202E"
            })
    void blankStringsAreNoRequiredStrings(String blank) {
        assertThat(pointers(CliqMessage.text(blank)
                        .card(Card.poll(blank, blank, "b"))
                        .button(Button.labelled("a")
                                .invoke(blank, blank)
                                .confirm(Confirmation.titled(blank).input(blank).buttonLabel(blank)))
                        .slide(Slide.text(blank))
                        .slide(Slide.list(blank))
                        .slide(Slide.percentageChart(ChartEntry.of(blank, blank)))
                        .build()))
                .containsExactly(
                        "/text",
                        "/card/title",
                        "/card/options/0/text",
                        "/slides/0/data",
                        "/slides/1/data/0",
                        "/slides/2/data/0/label",
                        "/slides/2/data/0/value",
                        "/buttons",
                        "/buttons/0/action/data/name",
                        "/buttons/0/action/data/owner",
                        "/buttons/0/action/confirm/title",
                        "/buttons/0/action/confirm/input",
                        "/buttons/0/action/confirm/button_label");
    }

    @Test
    void optionalStringsMayBeEmpty() {
        assertThat(pointers(CliqMessage.text("a")
                        .hint("")
                        .bot("", "")
                        .card(Card.modernInline("").section("", new CardField("a", "b")))
                        .button(Button.labelled("a").hint("").key("").copy("x"))
                        .slide(Slide.table("h").row("").title(""))
                        .replyTo("")
                        .threadTitle("")
                        .build()))
                .isEmpty();
    }

    @Test
    void wholeSurrogatePairsRightToLeftTextAndControlCharactersPass() {
        assertThat(pointers(CliqMessage.text("😀 שלום \u202Eabc\u0000\u0007\n\r\t\u2028")
                        .card(Card.modernInline("😀"))
                        .button(Button.labelled("مرحبا 😀").copy("a\nb"))
                        .other("😀", "😀")
                        .build()))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"\ud83d", "a\ude00", "\ude00\ud83d", "\ud83d\ud83d\ude00", "a\ud83d-b"})
    void halfASurrogatePairIsRefusedWhereverItStands(String half) {
        assertThat(pointers(CliqMessage.text(half)
                        .bot(half, half)
                        .card(Card.modernInline(half).thumbnail("/" + half).section(half, new CardField(half, half)))
                        .slide(Slide.labels().label("a", half).title(half))
                        .slide(Slide.table("h").row(half))
                        .button(new Button(half, half, null, half, new Action(new InvokeFunction(half, half)), null))
                        .hint(half)
                        .replyTo(half)
                        .recipients(half, half)
                        .other("new", Map.of("deep", List.of("fine", half)))
                        .build()))
                .containsExactly(
                        "/text",
                        "/bot/name",
                        "/bot/image",
                        "/card/title",
                        "/card/thumbnail",
                        "/card/sections/0/title",
                        "/card/sections/0/fields/0/title",
                        "/card/sections/0/fields/0/value",
                        "/slides/0/title",
                        "/slides/0/data/0/a",
                        "/slides/1/data/rows/0/h",
                        "/buttons/0/label",
                        "/buttons/0/hint",
                        "/buttons/0/key",
                        "/buttons/0/action/data/name",
                        "/buttons/0/action/data/owner",
                        "/hint",
                        "/reply_to",
                        "/user_ids",
                        "/new/deep/1");
    }

    @Test
    void halfASurrogatePairIsRefusedInKeysToo() {
        String half = "k\ud83d";

        assertThat(pointers(CliqMessage.text("[a]($" + half + ")")
                        .slide(Slide.labels().label(half, "v"))
                        .reference(half, InstantButton.labelled("a").invoke("f").argument(half, 1))
                        .other("new", Map.of(half, 1))
                        .build()))
                .containsExactly(
                        "/text",
                        "/slides/0/data/0/" + half,
                        "/references/" + half,
                        "/references/" + half + "/object/arguments/" + half,
                        "/new/" + half);
    }

    @Test
    void nullEntriesAreRefusedInOtherLists() {
        assertThat(pointers(CliqMessage.text("a [b]($k)")
                        .card(new PollCard(
                                "t", null, Arrays.asList(null, new PollOption("a"), new PollOption("b")), null))
                        .slide((Slide) null)
                        .slide(new TableSlide(
                                null,
                                new TableData(
                                        Arrays.asList("a", null),
                                        null,
                                        new TableStyles(Arrays.asList(100, null), null)),
                                null,
                                null))
                        .slide(Slide.text("a").button((Button) null))
                        .reference("k", (InstantButton) null)
                        .recipients("1", null)
                        .build()))
                .containsExactly(
                        "/card/options/0",
                        "/slides/0",
                        "/slides/1/data/headers/1",
                        "/slides/1/data/styles/width/1",
                        "/slides/2/buttons/0",
                        "/references/k",
                        "/user_ids");
    }

    @Test
    void slidesOfNothingButNullsHaveNoContent() {
        assertThat(pointers(CliqMessage.text("a")
                        .slide(new ListSlide(null, Collections.singletonList(null), null, null, null))
                        .slide(new LabelSlide(null, Collections.singletonList(null), null, null))
                        .slide(new ImagesSlide(null, Collections.singletonList(null), null, null))
                        .slide(new PercentageChartSlide(null, Collections.singletonList(null), null, null, null))
                        .slide(new GraphSlide(
                                null,
                                Arrays.asList(null, new GraphCategory("c", Collections.singletonList(null))),
                                null,
                                null,
                                null))
                        .slide(Slide.percentageChart(new ChartEntry("a", null, null)))
                        .build()))
                .containsExactly(
                        "/slides/0/data",
                        "/slides/1/data",
                        "/slides/2/data",
                        "/slides/3/data",
                        "/slides/4/data/1/values",
                        "/slides/5/data");
    }

    @Test
    void buttonsHaveNoPlaceOnAPoll() {
        CliqMessage.Builder poll = CliqMessage.text("a").card(Card.poll("t", "a", "b"));

        assertThat(pointers(poll.buttons(List.of()).build())).isEmpty();
        assertThat(pointers(poll.button(Button.labelled("a").copy("x")).build()))
                .containsExactly("/buttons");
    }

    @Test
    void keysAreUniqueAmongAllButtonsOfAMessage() {
        Button one = new Button("a", null, null, "one", COPY, null);
        Button two = new Button("a", null, null, "two", COPY, null);
        Button none = new Button("a", null, null, null, COPY, null);

        assertThat(pointers(CliqMessage.text("a")
                        .buttons(List.of(one, two, none, none))
                        .build()))
                .isEmpty();
        assertThat(pointers(
                        CliqMessage.text("a").buttons(List.of(one, two, one)).build()))
                .containsExactly("/buttons/2/key");
        assertThat(pointers(CliqMessage.text("a")
                        .button(one)
                        .slide(Slide.text("x").button(two).button(one))
                        .slide(Slide.text("x").button(two))
                        .build()))
                .containsExactly("/slides/0/buttons/1/key", "/slides/1/buttons/0/key");
        assertThat(pointers(CliqMessage.text("a")
                        .buttons(Collections.nCopies(6, one))
                        .build()))
                .containsExactly(
                        "/buttons",
                        "/buttons/1/key",
                        "/buttons/2/key",
                        "/buttons/3/key",
                        "/buttons/4/key",
                        "/buttons/5/key");
    }

    @Test
    void recipientsAreOneIdEach() {
        assertThat(pointers(CliqMessage.text("a").recipients("1", "a@b").build()))
                .isEmpty();
        assertThat(pointers(CliqMessage.text("a").recipients(List.of()).build()))
                .containsExactly("/user_ids");
        assertThat(pointers(CliqMessage.text("a").recipients("1", "\t").build()))
                .containsExactly("/user_ids");
        assertThat(pointers(CliqMessage.text("a").recipients("1,2").build())).containsExactly("/user_ids");
    }

    @Test
    void unknownFieldsPassOrAreEachRefused() {
        MessageRules strict =
                MessageRules.builder().unknownFields(UnknownFields.REJECT).build();
        ReadMessage everything = MessageReader.read(Documents.file("everything.json"));

        assertThat(MessageRules.DEFAULT.check(everything, TargetKind.CHAT)).isEmpty();
        assertThat(pointers(strict.check(everything, TargetKind.CHAT)))
                .containsExactly(
                        "/bot/new_bot_field",
                        "/card/sections/0/fields/0/new_field",
                        "/card/sections/0/collapsed",
                        "/card/new_card_field",
                        "/slides/0/data/styles/sticky/new",
                        "/slides/0/data/styles/new",
                        "/slides/0/data/new",
                        "/slides/0/new_slide_field",
                        "/slides/1/styles/new",
                        "/slides/4/styles",
                        "/slides/5/data/1/new",
                        "/slides/5/styles/new",
                        "/slides/6/data/0/new",
                        "/slides/6/styles/new",
                        "/styles/new",
                        "/buttons/0/action/data/new",
                        "/buttons/0/action/new",
                        "/buttons/0/new",
                        "/buttons/1/action/data/new",
                        "/buttons/2/action/data/new",
                        "/buttons/3/action/data/new",
                        "/buttons/4/action/data/new",
                        "/buttons/4/action/confirm/input/new",
                        "/buttons/4/action/confirm/new",
                        "/references/ask/object/action/new",
                        "/references/ask/object/new",
                        "/references/ask/new",
                        "/new_field",
                        "/new_nothing");
    }

    @Test
    void rulesWithImpossibleOptionsAreNotMade() {
        assertThatThrownBy(() -> MessageRules.builder().maximumTextLength(0))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> MessageRules.builder().unknownFields(null)).isInstanceOf(NullPointerException.class);
    }

    @Test
    void aHundredThousandViolationsAreAllSaid() {
        CliqMessage message = CliqMessage.text("a")
                .buttons(new ArrayList<>(Collections.nCopies(100_000, null)))
                .build();

        assertThat(MessageRules.DEFAULT.check(message, TargetKind.CHAT)).hasSize(100_001);
    }

    @Test
    void checkingAMessageThatBreaksNothingTakesNoMemory() {
        CliqMessage message =
                MessageReader.read(Documents.file("q4-budget.json")).message();
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        int broken = MessageRules.DEFAULT.check(message, TargetKind.CHAT).size();

        long before = threads.getCurrentThreadAllocatedBytes();
        for (int i = 0; i < 10_000; i++) {
            broken += MessageRules.DEFAULT.check(message, TargetKind.CHAT).size();
        }
        long taken = threads.getCurrentThreadAllocatedBytes() - before;

        assertThat(broken).isZero();
        assertThat(taken).as("bytes of 10,000 checks").isLessThan(10_000);
    }

    private static List<String> bot(CliqMessage.Builder message) {
        return pointers(MessageRules.DEFAULT.check(message.build(), TargetKind.BOT));
    }
}
