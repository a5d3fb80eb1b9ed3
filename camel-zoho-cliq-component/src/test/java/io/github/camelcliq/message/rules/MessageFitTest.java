package io.github.camelcliq.message.rules;

import static io.github.camelcliq.PatientWaits.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelcliq.message.Action;
import io.github.camelcliq.message.ActionData;
import io.github.camelcliq.message.Button;
import io.github.camelcliq.message.ButtonStyle;
import io.github.camelcliq.message.Card;
import io.github.camelcliq.message.CardField;
import io.github.camelcliq.message.ChartEntry;
import io.github.camelcliq.message.CliqMessage;
import io.github.camelcliq.message.Copy;
import io.github.camelcliq.message.Documents;
import io.github.camelcliq.message.GraphCategory;
import io.github.camelcliq.message.GraphSlide;
import io.github.camelcliq.message.InstantButton;
import io.github.camelcliq.message.InvokeFunction;
import io.github.camelcliq.message.ListSlide;
import io.github.camelcliq.message.OpenUrl;
import io.github.camelcliq.message.Overflow;
import io.github.camelcliq.message.PercentageChartSlide;
import io.github.camelcliq.message.PollCard;
import io.github.camelcliq.message.PollOption;
import io.github.camelcliq.message.PreviewUrl;
import io.github.camelcliq.message.QuotedValue;
import io.github.camelcliq.message.RuleLevel;
import io.github.camelcliq.message.Slide;
import io.github.camelcliq.message.TableSlide;
import io.github.camelcliq.message.TargetKind;
import io.github.camelcliq.message.TextSlide;
import io.github.camelcliq.message.Violation;
import io.github.camelcliq.message.json.MessageJson;
import io.github.camelcliq.message.json.MessageReader;
import io.github.camelcliq.message.json.ReadMessage;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A message that has more than Cliq takes is made to fit, where that is asked for, and says what was done. */
class MessageFitTest {

    private static final MessageRules FIT =
            MessageRules.builder().overflow(Overflow.FIT).build();

    private static final Copy SHORT = new Copy("x");
    private static final String TOO_LONG = "x".repeat(101);
    private static final Copy LONG = new Copy("x".repeat(201));

    @Test
    void nothingIsChangedUnlessAsked() {
        CliqMessage message = CliqMessage.text("x".repeat(20_000)).build();

        assertThat(MessageRules.DEFAULT.fit(message, TargetKind.CHAT).message()).isSameAs(message);
    }

    @Test
    void aMessageThatMayBePostedIsLeftAsItIs() {
        CliqMessage message = CliqMessage.text("x".repeat(10_000)).build();

        FittedMessage fitted = FIT.fit(message, TargetKind.CHAT);

        assertThat(fitted.message()).isSameAs(message);
        assertThat(fitted.remarks()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(TargetKind.class)
    void aTextIsCutToWhatTheKindOfTargetTakes(TargetKind kind) {
        int limit = kind == TargetKind.BOT ? 5_000 : 10_000;

        FittedMessage fitted = FIT.fit(CliqMessage.text("x".repeat(20_000)).build(), kind);

        assertThat(fitted.message().text()).isEqualTo("x".repeat(limit - 1) + "…");
        assertThat(fitted.remarks()).singleElement().satisfies(remark -> {
            assertThat(remark.pointer()).isEqualTo("/text");
            assertThat(remark.rule()).startsWith("cut to at most " + QuotedValue.figure(limit) + " characters");
            assertThat(remark.actual()).endsWith("(20,000 characters)");
        });
    }

    @Test
    void theOptionSaysHowLongATextMayBe() {
        MessageRules rules = MessageRules.builder()
                .maximumTextLength(8)
                .overflow(Overflow.FIT)
                .build();

        FittedMessage fitted = rules.fit(CliqMessage.text("123456😀9").build(), TargetKind.BOT);

        assertThat(fitted.message().text()).isEqualTo("123456…");
        assertThat(fitted.remarks())
                .extracting(Violation::rule)
                .containsExactly("cut to at most 8 characters (maximumTextLength)");
    }

    /**
     * Each text that people read, at one more than its limit: it is as long as the limit, and ends with an ellipsis.
     */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "100 | /thread_title | {'text':'a','thread_title':'LONG'}",
                "255 | /message_topic | {'text':'a','message_topic':'LONG'}",
                "200 | /card/title | {'text':'a','card':{'title':'LONG'}}",
                "200 | /card/title | {'text':'a','card':{'theme':'modern-inline','title':'LONG'}}",
                "200 | /card/title | {'text':'a','card':{'theme':'poll','title':'LONG','options':[{'text':'a'},{'text':'b'}]}}",
                "200 | /card/title | {'text':'a','card':{'theme':'prompt','title':'LONG'},'buttons':[{'label':'a','action':COPY}]}",
                "100 | /card/options/1/text | {'text':'a','card':{'theme':'poll','title':'t','options':[{'text':'a'},{'text':'LONG'}]}}",
                "20 | /buttons/0/label | {'text':'a','buttons':[{'label':'LONG','action':COPY}]}",
                "100 | /buttons/0/hint | {'text':'a','buttons':[{'label':'a','hint':'LONG','action':COPY}]}",
                "20 | /card/buttons/0/label | {'text':'a','card':{'buttons':[{'label':'LONG','action':COPY}]}}",
                "20 | /slides/0/buttons/0/label | {'text':'a','slides':[{'type':'text','data':'a','buttons':[{'label':'LONG','action':COPY}]}]}",
                "20 | /references/k/object/label | {'text':'[a]($k)','references':{'k':{'type':'button','object':{'label':'LONG','action':COPY}}}}",
                "100 | /buttons/0/action/confirm/title | {'text':'a','buttons':[{'label':'a','action':{'type':'copy','data':{'text':'x'},'confirm':{'title':'LONG','input':'i','button_label':'b'}}}]}",
                "100 | /buttons/0/action/confirm/description | {'text':'a','buttons':[{'label':'a','action':{'type':'copy','data':{'text':'x'},'confirm':{'title':'t','description':'LONG','input':'i','button_label':'b'}}}]}",
                "300 | /buttons/0/action/confirm/input | {'text':'a','buttons':[{'label':'a','action':{'type':'copy','data':{'text':'x'},'confirm':{'title':'t','input':'LONG','button_label':'b'}}}]}",
                "100 | /buttons/0/action/confirm/button_label | {'text':'a','buttons':[{'label':'a','action':{'type':'copy','data':{'text':'x'},'confirm':{'title':'t','input':'i','button_label':'LONG'}}}]}",
                "100 | /buttons/0/action/confirm/cancel_button_label | {'text':'a','buttons':[{'label':'a','action':{'type':'copy','data':{'text':'x'},'confirm':{'title':'t','input':'i','button_label':'b','cancel_button_label':'LONG'}}}]}",
                "20 | /slides/0/data/0/label | {'text':'a','slides':[{'type':'percentage_chart','data':[{'label':'LONG','value':1}]}]}",
                "20 | /slides/0/data/0/category | {'text':'a','slides':[{'type':'graph','data':[{'category':'LONG','values':[{'label':'a','value':1}]}]}]}",
                "20 | /slides/0/data/0/values/0/label | {'text':'a','slides':[{'type':'graph','data':[{'category':'c','values':[{'label':'LONG','value':1}]}]}]}",
                "20 | /slides/0/styles/x_axis | {'text':'a','slides':[{'type':'graph','styles':{'x_axis':'LONG'},'data':[{'category':'c','values':[{'label':'a','value':1}]}]}]}",
                "20 | /slides/0/styles/y_axis | {'text':'a','slides':[{'type':'graph','styles':{'y_axis':'LONG'},'data':[{'category':'c','values':[{'label':'a','value':1}]}]}]}",
            })
    void aTextThatPeopleReadIsCut(int limit, String pointer, String document) {
        String json = document.replace("COPY", "{'type':'copy','data':{'text':'x'}}");
        String over = "x".repeat(limit + 1);

        FittedMessage fitted = fit(json.replace("LONG", over));

        assertThat(fitted.remarks()).singleElement().satisfies(remark -> {
            assertThat(remark.pointer()).isEqualTo(pointer);
            assertThat(remark.rule()).startsWith("cut to at most " + limit + " characters");
            assertThat(remark.actual()).endsWith("(" + (limit + 1) + " characters)");
        });
        JsonNode expected = Documents.written(MessageReader.read(
                        Documents.parsed(json.replace("LONG", "x".repeat(limit - 1) + "…")))
                .message());
        assertThat(Documents.written(fitted.message())).isEqualTo(expected);
    }

    @Test
    void anInstantButtonThatIsCutAwayTakesItsReferenceWithIt() {
        MessageRules rules = MessageRules.builder()
                .maximumTextLength(20)
                .overflow(Overflow.FIT)
                .build();
        CliqMessage message = CliqMessage.text("Go [a]($k) or go [b]($l)")
                .reference("k", InstantButton.labelled("a").copy("x"))
                .reference("l", InstantButton.labelled("b").copy("x"))
                .build();

        FittedMessage fitted = rules.fit(message, TargetKind.CHAT);

        assertThat(fitted.message().text()).isEqualTo("Go [a]($k) or go …");
        assertThat(fitted.message().references()).containsOnlyKeys("k");
        assertThat(fitted.remarks()).extracting(Violation::pointer).containsExactly("/text", "/references/l");
    }

    @Test
    void theLastReferenceLeavesNoEmptyObject() {
        MessageRules rules = MessageRules.builder()
                .maximumTextLength(12)
                .overflow(Overflow.FIT)
                .build();
        CliqMessage message = CliqMessage.text("long enough [a]($k)")
                .reference("k", InstantButton.labelled("a").copy("x"))
                .build();

        assertThat(rules.fit(message, TargetKind.CHAT).message())
                .isEqualTo(CliqMessage.text("long enough…").build());
    }

    @Test
    void anInstantButtonWithHalfACommandLeavesItsLabelInTheText() {
        CliqMessage message = CliqMessage.text("Run [it]($long) or [that]($short).")
                .reference("long", InstantButton.labelled("it").action(LONG))
                .reference("short", InstantButton.labelled("that").action(SHORT))
                .build();

        FittedMessage fitted = FIT.fit(message, TargetKind.CHAT);

        assertThat(fitted.message().text()).isEqualTo("Run [it] or [that]($short).");
        assertThat(fitted.message().references()).containsOnlyKeys("short");
        assertThat(fitted.remarks())
                .extracting(Violation::pointer)
                .containsExactly("/references/long/object/action/data/text");
    }

    @Test
    void onlyTheFirstFiveButtonsStay() {
        CliqMessage.Builder message = CliqMessage.text("a");
        for (int i = 0; i < 8; i++) {
            message.button(button("b" + i, SHORT));
        }

        FittedMessage fitted = FIT.fit(message.build(), TargetKind.CHAT);

        assertThat(fitted.message().buttons()).extracting(Button::label).containsExactly("b0", "b1", "b2", "b3", "b4");
        assertThat(fitted.remarks())
                .containsExactly(new Violation("/buttons", "cut to at most 5 buttons", "8 buttons"));
    }

    @Test
    void aButtonThatWouldDoSomethingElseIsTakenOut() {
        String longUrl = "https://example.com/" + "x".repeat(500);
        CliqMessage message = CliqMessage.text("a")
                .button(button("copy", LONG))
                .button(button("open", OpenUrl.web("https://a").android(longUrl).build()))
                .button(button("preview", new PreviewUrl(longUrl)))
                .button(button("function", new InvokeFunction("f\uD800", "a@b.c")))
                .button(new Button("key", null, null, "k".repeat(101), new Action(SHORT), null))
                .button(button("kept", SHORT))
                .build();

        FittedMessage fitted = FIT.fit(message, TargetKind.CHAT);

        assertThat(fitted.message().buttons()).extracting(Button::label).containsExactly("kept");
        assertThat(fitted.remarks())
                .extracting(Violation::pointer)
                .containsExactly(
                        "/buttons/0/action/data/text",
                        "/buttons/1/action/data/android",
                        "/buttons/2/action/data/url",
                        "/buttons/3/action/data/name",
                        "/buttons/4/key");
        assertThat(fitted.remarks())
                .extracting(Violation::rule)
                .allMatch(rule -> rule.startsWith("button taken out: "));
    }

    @Test
    void aButtonThatIsTakenOutMakesRoomForTheSixth() {
        CliqMessage.Builder message = CliqMessage.text("a").button(button("long", LONG));
        for (int i = 0; i < 5; i++) {
            message.button(button("b" + i, SHORT));
        }

        assertThat(FIT.fit(message.build(), TargetKind.CHAT).message().buttons())
                .extracting(Button::label)
                .containsExactly("b0", "b1", "b2", "b3", "b4");
    }

    @Test
    void aPromptWithoutAButtonLeftIsAPlainCard() {
        CliqMessage message = CliqMessage.text("a")
                .card(Card.prompt("Run it?"))
                .button(button("long", LONG))
                .build();

        assertThat(FIT.fit(message, TargetKind.CHAT).message())
                .isEqualTo(CliqMessage.text("a").card(Card.plain("Run it?")).build());
    }

    @Test
    void aThumbnailThatIsNoAddressIsTakenOut() {
        CliqMessage message = CliqMessage.text("a")
                .card(Card.modernInline("t").thumbnail("no picture"))
                .build();

        FittedMessage fitted = FIT.fit(message, TargetKind.CHAT);

        assertThat(fitted.message().card()).isEqualTo(Card.modernInline("t").build());
        assertThat(fitted.remarks()).extracting(Violation::pointer).containsExactly("/card/thumbnail");
    }

    @Test
    void optionsEntriesCategoriesValuesAndSlidesBeyondTheLimitsAreTakenOut() {
        String[] options = IntStream.range(0, 12).mapToObj(i -> "o" + i).toArray(String[]::new);
        ChartEntry[] entries =
                IntStream.range(0, 25).mapToObj(i -> ChartEntry.of("e" + i, i)).toArray(ChartEntry[]::new);
        GraphSlide.Builder graph = Slide.graph();
        for (int i = 0; i < 6; i++) {
            graph.category("c" + i, entries);
        }
        CliqMessage.Builder message = CliqMessage.text("a")
                .card(Card.poll("t", options))
                .slide(Slide.percentageChart(entries))
                .slide(graph);
        for (int i = 0; i < 20; i++) {
            message.slide(Slide.text("s" + i));
        }

        CliqMessage fitted = FIT.fit(message.build(), TargetKind.CHAT).message();

        assertThat(((PollCard) fitted.card()).options())
                .extracting(PollOption::text)
                .containsExactly(Arrays.copyOf(options, 10));
        assertThat(((PercentageChartSlide) fitted.slides().get(0)).data()).containsExactly(Arrays.copyOf(entries, 5));
        List<GraphCategory> categories = ((GraphSlide) fitted.slides().get(1)).data();
        assertThat(categories).extracting(GraphCategory::category).containsExactly("c0", "c1", "c2", "c3", "c4");
        assertThat(categories)
                .allSatisfy(category -> assertThat(category.values()).containsExactly(Arrays.copyOf(entries, 20)));
        assertThat(fitted.slides()).hasSize(20).endsWith(Slide.text("s17").build());
    }

    @Test
    void aTableKeepsItsFirstRows() {
        TableSlide.Builder table = Slide.table("Host", "State");
        for (int i = 0; i < 1_000; i++) {
            table.row("host-" + i, "down");
        }
        CliqMessage message = CliqMessage.text("a").slide(table).build();

        FittedMessage fitted = FIT.fit(message, TargetKind.CHAT);

        List<Map<String, String>> rows =
                ((TableSlide) fitted.message().slides().get(0)).data().rows();
        assertThat(rows).hasSizeGreaterThan(200);
        assertThat(rows.subList(0, rows.size() - 1))
                .isEqualTo(table.build().data().rows().subList(0, rows.size() - 1));
        assertThat(MessageJson.length(fitted.message().slides())).isBetween(9_900, 10_000);
        assertThat(fitted.remarks()).extracting(Violation::pointer).containsExactly("/slides/0");
    }

    @Test
    void aLongCellIsCutAndTheOthersOfItsRowStay() {
        CliqMessage message = CliqMessage.text("a")
                .slide(Slide.table("Id", "Trace", "State")
                        .row("1", "short", "open")
                        .row("2", "x".repeat(20_000), "open")
                        .row("3", "short", "open"))
                .build();

        List<Map<String, String>> rows = ((TableSlide)
                        FIT.fit(message, TargetKind.CHAT).message().slides().get(0))
                .data()
                .rows();

        assertThat(rows).hasSize(2);
        assertThat(rows.get(0)).containsValues("1", "short", "open");
        assertThat(rows.get(1)).containsEntry("Id", "2").containsEntry("State", "open");
        assertThat(rows.get(1).get("Trace")).hasSizeGreaterThan(9_700).endsWith("x…");
    }

    @Test
    void theFirstSlidesHaveTheRoom() {
        CliqMessage message = CliqMessage.text("a")
                .slide(Slide.text("x".repeat(6_000)))
                .slide(Slide.list("short", "y".repeat(6_000), "lost"))
                .slide(Slide.images("https://example.com/" + "x".repeat(5_000)))
                .slide(Slide.labels().label("Name", "z".repeat(100)))
                .build();

        FittedMessage fitted = FIT.fit(message, TargetKind.CHAT);

        List<Slide> slides = fitted.message().slides();
        assertThat(slides.get(0)).isEqualTo(message.slides().get(0));
        assertThat(((ListSlide) slides.get(1)).data()).hasSize(2).startsWith("short");
        assertThat(slides).hasSize(2);
        assertThat(fitted.remarks())
                .extracting(Violation::pointer)
                .containsExactly("/slides/1", "/slides/2", "/slides/3");
        assertThat(fitted.remarks())
                .extracting(Violation::rule)
                .satisfies(rules -> assertThat(rules.get(0)).startsWith("slide cut: "))
                .satisfies(rules -> assertThat(rules.get(1)).startsWith("slide taken out: "));
    }

    @Test
    void aLongTitleOfASlideIsCutWithItsText() {
        CliqMessage message = CliqMessage.builder()
                .slide(Slide.text("y".repeat(20_000)).title("x".repeat(20_000)))
                .build();

        Slide slide = FIT.fit(message, TargetKind.BOT).message().slides().get(0);

        assertThat(slide.title()).hasSizeGreaterThan(4_000).endsWith("x…");
        assertThat(((TextSlide) slide).data()).hasSizeGreaterThan(4_000).endsWith("y…");
    }

    @Test
    void halfASurrogatePairIsReplacedInWhatPeopleRead() {
        String half = "a\uD800b";
        CliqMessage message = CliqMessage.text(half)
                .bot(half, "https://a/b.png")
                .hint(half)
                .card(Card.modernInline(half).section(half, new CardField(half, half)))
                .slide(Slide.table(half).row(half).title(half))
                .slide(Slide.list(half))
                .slide(Slide.labels().label(half, half))
                .slide(Slide.text(half))
                .slide(Slide.percentageChart(ChartEntry.of(half, half)))
                .build();

        FittedMessage fitted = FIT.fit(message, TargetKind.CHAT);

        String whole = "a\uFFFDb";
        assertThat(fitted.message())
                .isEqualTo(CliqMessage.text(whole)
                        .bot(whole, "https://a/b.png")
                        .hint(whole)
                        .card(Card.modernInline(whole).section(whole, new CardField(whole, whole)))
                        .slide(Slide.table(whole).row(whole).title(whole))
                        .slide(Slide.list(whole))
                        .slide(Slide.labels().label(whole, whole))
                        .slide(Slide.text(whole))
                        .slide(Slide.percentageChart(ChartEntry.of(whole, whole)))
                        .build());
    }

    /** The pointers are those of the document, wherever a part stood in it. */
    @Test
    void remarksNameThePlaceInTheDocument() {
        FittedMessage fitted =
                fit("{'text':'a','card':{'title':'t','buttons':[{'label':'a','action':{'type':'preview.url',"
                        + "'data':{'web':'https://a/" + "x".repeat(500) + "'}}}]}}");

        assertThat(fitted.remarks()).extracting(Violation::pointer).containsExactly("/card/buttons/0/action/data/web");
    }

    /**
     * Where no message would be left, or not the one that was meant, all violations are those of the message as it is.
     */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "/text | {'text':' '}",
                "/text | {'hint':'h'}",
                "/text | {'text':5}",
                "/buttons/0/action/type | {'text':'a','buttons':[{'label':'a','action':{'type':'fly','data':{}}}]}",
                "/buttons/0/action/data/web | {'text':'a','buttons':[{'label':'a','action':{'type':'open.url','data':{'web':'javascript:x'}}}]}",
                "/buttons/0/label | {'text':'a','buttons':[{'label':' ','action':{'type':'copy','data':{'text':'x'}}}]}",
                "/references/k | {'text':'a','references':{'k':{'type':'button','object':{'label':'a','action':{'type':'copy','data':{'text':'x'}}}}}}",
                "/text | {'text':'[a]($k)','references':{}}",
                "/card/theme | {'text':'a','card':{'theme':'fancy'}}",
                "/thread_chat_id | {'text':'a','thread_chat_id':'LONG'}",
                "/reply_to | {'text':'a','reply_to':'a\uD800'}",
                "/x | {'text':'a','x':'a\uD800'}",
            })
    void whatIsWrongOtherwiseStaysAViolationOfTheMessageAsItIs(String pointer, String fields) {
        String document =
                fields.replace("LONG", "x".repeat(101)).replaceFirst("}$", ",'hint':'" + "x".repeat(101) + "'}");
        ReadMessage reading = MessageReader.read(Documents.parsed(document));
        MessageRules rules = at(RuleLevel.STRICT);

        FittedMessage fitted = rules.fit(reading, TargetKind.CHAT);

        assertThat(fitted.message()).isSameAs(reading.message());
        assertThat(fitted.remarks()).isEmpty();
        assertThat(rules.check(reading, TargetKind.CHAT))
                .extracting(Violation::pointer)
                .contains(pointer, "/hint");
    }

    /** A label of 25 characters passes at the tolerant level, and one of 31 is cut to what the level takes. */
    @ParameterizedTest
    @CsvSource({"TOLERANT, 25, 25", "TOLERANT, 31, 30", "REFERENCE, 25, 20", "REFERENCE, 31, 20", "STRICT, 25, 20"})
    void aLabelIsCutToTheLimitOfTheLevel(RuleLevel level, int length, int expected) {
        CliqMessage message = CliqMessage.text("[a]($k)")
                .button(button("x".repeat(length), SHORT))
                .reference("k", InstantButton.labelled("x".repeat(length)).action(SHORT))
                .build();

        CliqMessage fitted = at(level).fit(message, TargetKind.CHAT).message();

        assertThat(fitted.buttons().get(0).label()).hasSize(expected);
        assertThat(fitted.references().get("k").label()).hasSize(expected);
    }

    @ParameterizedTest
    @CsvSource({"TOLERANT, 101", "REFERENCE, 101", "STRICT, 100"})
    void aHintIsCutOnlyWhereTheLevelRefusesItsLength(RuleLevel level, int expected) {
        CliqMessage message = CliqMessage.text("a")
                .hint("x".repeat(101))
                .threadTitle(TOO_LONG)
                .build();
        CliqMessage half =
                CliqMessage.text("a").hint("\uD800" + "x".repeat(100)).build();

        assertThat(at(level).fit(message, TargetKind.CHAT).message().hint()).hasSize(expected);
        assertThat(at(level).fit(half, TargetKind.CHAT).message().hint())
                .startsWith("\uFFFDx")
                .hasSize(expected);
    }

    @Test
    void aThumbnailThatAThemeMayNotHaveIsTakenOutWhereTheLevelRefusesIt() {
        Card poll = Card.poll("t", "a", "b").build();
        Card pictured = Card.poll("t", "a", "b").thumbnail("/a.png").build();
        Card prompt = Card.prompt("t").build();
        CliqMessage ofPoll =
                CliqMessage.text("a").card(pictured).threadTitle(TOO_LONG).build();
        CliqMessage ofPrompt = CliqMessage.text("a")
                .card(Card.prompt("t").thumbnail("/a.png"))
                .button(new Button("a", null, ButtonStyle.POSITIVE, null, new Action(SHORT), null))
                .build();

        assertThat(FIT.fit(ofPoll, TargetKind.CHAT).message().card()).isEqualTo(pictured);
        assertThat(at(RuleLevel.STRICT).fit(ofPoll, TargetKind.CHAT).message().card())
                .isEqualTo(poll);
        assertThat(at(RuleLevel.STRICT).fit(ofPrompt, TargetKind.CHAT).message().card())
                .isEqualTo(prompt);
    }

    @Test
    void aCardOfAnUnknownThemeKeepsItAtTheTolerantLevel() {
        CliqMessage message = CliqMessage.builder()
                .card(Card.plain("x".repeat(201)).theme("basic"))
                .build();

        Card fitted =
                at(RuleLevel.TOLERANT).fit(message, TargetKind.CHAT).message().card();

        assertThat(fitted.theme()).isEqualTo("basic");
        assertThat(fitted.title()).hasSize(200);
    }

    /** A number in a table is a remark of the reading there, and no reason to lose the alert. */
    @Test
    void whatTheReadingDoubtsIsFittedWhereItPasses() {
        ReadMessage reading = MessageReader.read(Documents.parsed("{'text':'a','thread_title':'" + TOO_LONG
                + "','slides':[{'type':'table','data':{'headers':['h'],'rows':[{'h':1}]}}]}"));

        FittedMessage tolerant = at(RuleLevel.TOLERANT).fit(reading, TargetKind.CHAT);

        assertThat(tolerant.message().threadTitle()).hasSize(100);
        assertThat(tolerant.remarks()).extracting(Violation::pointer).containsExactly("/thread_title");
        assertThat(FIT.fit(reading, TargetKind.CHAT).message()).isSameAs(reading.message());
    }

    private static MessageRules at(RuleLevel level) {
        return MessageRules.builder().level(level).overflow(Overflow.FIT).build();
    }

    private static FittedMessage fit(String document) {
        ReadMessage reading = MessageReader.read(Documents.parsed(document));
        assertThat(reading.violations()).isEmpty();
        FittedMessage fitted = FIT.fit(reading, TargetKind.CHAT);
        assertThat(FIT.check(fitted.message(), TargetKind.CHAT)).isEmpty();
        assertThat(FIT.fit(fitted.message(), TargetKind.CHAT).message()).isSameAs(fitted.message());
        return fitted;
    }

    private static Button button(String label, ActionData data) {
        return Button.labelled(label).action(data).build();
    }

    @ParameterizedTest
    @ValueSource(strings = {" ", "\u00A0", "\u200B", "\u0000"})
    void aBlankTextStaysAViolationHoweverLongItIs(String blank) {
        CliqMessage message = CliqMessage.text(blank.repeat(10_001)).build();

        assertThat(FIT.fit(message, TargetKind.CHAT).message()).isSameAs(message);
    }

    @Test
    void aBlankLabelStaysAViolationHoweverLongItIs() {
        CliqMessage message = CliqMessage.text("Hello")
                .buttons(List.of(
                        new Button(" ".repeat(100), null, null, null, new Action(SHORT, null, Map.of()), Map.of())))
                .build();

        assertThat(FIT.fit(message, TargetKind.CHAT).message()).isSameAs(message);
    }

    @Test
    void aTextThatBeginsFarBehindItsStartIsShown() {
        String text = " ".repeat(20_000) + "Disk full" + "!".repeat(20_000);

        FittedMessage fitted = FIT.fit(CliqMessage.text(text).build(), TargetKind.CHAT);

        assertThat(fitted.message().text()).isEqualTo("Disk full" + "!".repeat(9_990) + "…");
    }

    @Test
    @Timeout(SECONDS)
    void thousandsOfInstantButtonsAreTakenOutInOnePass() {
        Map<String, InstantButton> references = new LinkedHashMap<>();
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 20_000; i++) {
            String key = "k" + i;
            references.put(
                    key, new InstantButton("Copy", null, new Action(LONG, null, Map.of()), null, Map.of(), Map.of()));
            text.append("[Copy]($").append(key).append(") ");
        }
        text.append("]($".repeat(300_000)).append(')');

        FittedMessage fitted =
                FIT.fit(CliqMessage.text(text.toString()).references(references).build(), TargetKind.CHAT);

        assertThat(fitted.message().references()).isNull();
        assertThat(fitted.message().text()).startsWith("[Copy] [Copy] ").doesNotContain("($k");
    }
}
