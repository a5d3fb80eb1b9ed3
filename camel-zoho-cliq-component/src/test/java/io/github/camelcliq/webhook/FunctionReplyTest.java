package io.github.camelcliq.webhook;

import static io.github.camelcliq.webhook.Clicks.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.github.camelcliq.message.CliqMessage;
import io.github.camelcliq.message.Overflow;
import io.github.camelcliq.message.Violation;
import io.github.camelcliq.message.json.MessageJson;
import io.github.camelcliq.message.rules.MessageRules;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a function may answer: as Java, as JSON, and what is wrong with it. */
class FunctionReplyTest {

    private static final ReplyReader READER = new ReplyReader(MessageRules.DEFAULT);
    private static final FormReply FORM = FormReply.titled("Budget")
            .name("budget")
            .hint("How much?")
            .buttonLabel("Send")
            .input(Map.of("type", "text", "name", "amount"))
            .function("approve_q4_budget")
            .other("trigger_on_cancel", true)
            .build();

    @Test
    void aMessageIsShownToAll() throws JsonProcessingException {
        assertWritten(FunctionReply.message("Approved"), "{'output': {'text': 'Approved'}}");
    }

    @Test
    void aBannerIsShownToThePerson() throws JsonProcessingException {
        assertWritten(
                FunctionReply.success("Done"), "{'output': {'type': 'banner', 'status': 'success', 'text': 'Done'}}");
        assertWritten(FunctionReply.failure("No"), "{'output': {'type': 'banner', 'status': 'failure', 'text': 'No'}}");
    }

    @Test
    void anEditTakesTheClickedMessagesPlace() throws JsonProcessingException {
        assertWritten(
                FunctionReply.edit(
                        CliqMessage.text("Approved by Scott").hint("Q4").build()),
                "{'output': {'type': 'message_edit', 'text': 'Approved by Scott', 'hint': 'Q4'}}");
    }

    @Test
    void aFormOpens() throws JsonProcessingException {
        assertWritten(
                FORM,
                "{'output': {'type': 'form', 'title': 'Budget', 'name': 'budget', 'hint': 'How much?', 'button_label':"
                        + " 'Send', 'inputs': [{'type': 'text', 'name': 'amount'}], 'action': {'type':"
                        + " 'invoke.function', 'name': 'approve_q4_budget'}, 'trigger_on_cancel': true}}");
    }

    @Test
    void nothingIsAnEmptyOutput() throws JsonProcessingException {
        assertWritten(FunctionReply.nothing(), "{'output': {}}");
    }

    @Test
    void aWayBackGoesWithEverythingButNothing() throws JsonProcessingException {
        assertWritten(
                FunctionReply.message("Next").withNavigation(), "{'output': {'text': 'Next', 'navigation': true}}");
        assertThat(FunctionReply.edit("e").withNavigation().json()).contains("\"navigation\":true");
        assertThat(FunctionReply.success("s").withNavigation().json()).contains("\"navigation\":true");
        assertThat(FORM.withNavigation().json()).contains("\"navigation\":true");
        assertWritten(FunctionReply.nothing().withNavigation(), "{'output': {}}");
    }

    /** Written as expected, read as it was, and without a flaw; with the output around it and without. */
    private static void assertWritten(FunctionReply reply, String json) throws JsonProcessingException {
        assertThat(MessageJson.parse(reply.json()).root()).isEqualTo(json(json));
        assertThat(READER.read(reply)).isEqualTo(new ReplyReading(reply, List.of()));
        assertThat(READER.read(MessageJson.parse(reply.json()))).isEqualTo(READER.read(reply));
        assertThat(READER.read(reply.output())).isEqualTo(READER.read(reply));
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            delimiter = '|',
            value = {
                "{'text': ''} | /text",
                "{'output': {'text': 5}} | /output/text",
                "{'output': {'hint': 'h'}} | /output/text",
                "{'output': {'type': 'message_edit'}} | /output/text",
                "{'output': []} | /output",
                "{'output': null} | /output",
                "{'type': 'dance', 'text': 'a'} | /type",
                "{'type': 'banner', 'status': 'success'} | /text",
                "{'type': 'banner', 'status': 'maybe', 'text': 'a'} | /status",
                "{'type': 'banner', 'text': 'a'} | /status",
                "{'text': 'a', 'navigation': 'yes'} | /navigation",
                "{'text': 'a', 'buttons': [{'label': 'a label of more than twenty', 'action': {'type': 'copy', 'data': {'text': 'a'}}}]} | /buttons/0/label"
            })
    void whatBreaksARuleIsSaidWithItsPlace(String json, String pointer) {
        assertThat(READER.read(json(json)).violations())
                .extracting(Violation::pointer)
                .containsExactly(pointer);
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            delimiter = '|',
            value = {
                "{'type': 'dance'} | /type: banner, message_edit, form, applet or section, or absent for a message, was \"dance\"",
                "{'type': 'banner', 'status': 'maybe', 'text': 'a'} | /status: success or failure, was \"maybe\"",
                "{'type': 'banner', 'text': 'a'} | /status: success or failure, was missing",
                "{'text': 'a', 'navigation': 'yes'} | /navigation: true or false, was \"yes\"",
                "{'output': [1]} | /output: an object, was an array"
            })
    void whatStandsThereInsteadIsSaid(String json, String violation) {
        assertThat(READER.read(json(json)).violations())
                .extracting(Violation::toString)
                .containsExactly(violation);
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            delimiter = '|',
            value = {
                "'inputs': {'a': {'type': 'text'}} | /inputs: an array, was an object",
                "'inputs': [{'type': 'text'}, 'text'] | /inputs/1: an object, was \"text\"",
                "'inputs': [{}], 'action': {'type': 'open.url', 'name': 'f'} | /action/type: invoke.function, was \"open.url\"",
                "'inputs': [{}], 'action': {'name': 5} | /action/name: a string, was 5",
                "'inputs': [{}], 'action': 'f' | /action/name: required, not blank, was missing",
                "'inputs': [{}], 'action': {'name': '\u00A0\u200B'} | /action/name: required, not blank, was blank"
            })
    void aFormOfAnotherShapeIsRefusedRatherThanChanged(String fields, String violation) {
        String form = "{'type': 'form', 'title': 't', 'name': 'n', 'action': {'name': 'f'}, " + fields + "}";

        assertThat(READER.read(json(form)).violations())
                .extracting(Violation::toString)
                .contains(violation);
    }

    @Test
    void aFormNeedsTitleNameInputsAndFunction() {
        assertThat(READER.read(json(
                                "{'type': 'form', 'title': '\\ud83d', 'name': 'n', 'inputs': {'a': {'type': 'text'}},"
                                        + " 'action': {'type': 'open.url', 'name': 'f'}}"))
                        .violations())
                .extracting(Violation::pointer)
                .containsExactlyInAnyOrder("", "/inputs", "/action/type");
        assertThat(READER.read(json("{'type': 'form'}")).violations())
                .extracting(Violation::pointer)
                .containsExactly("/title", "/name", "/action/name", "/inputs");
        assertThat(READER.read(FormReply.titled("t")
                                .name("n".repeat(51))
                                .function("f")
                                .input(Map.of())
                                .build())
                        .violations())
                .extracting(Violation::pointer)
                .containsExactly("/name");
    }

    @Test
    void aKeyThatStandsTwiceIsSaid() throws JsonProcessingException {
        ReplyReading reading = READER.read(MessageJson.parse("{\"text\":\"a\",\"text\":\"b\"}"));

        assertThat(reading.isSound()).isFalse();
    }

    @Test
    void aBannersTextIsOneThatAMessageMayHave() {
        assertThat(READER.read(FunctionReply.success(" ")).isSound()).isFalse();
        assertThat(READER.read(FunctionReply.success(null)).isSound()).isFalse();
        assertThat(READER.read(FunctionReply.success("x".repeat(10_001))).isSound())
                .isFalse();
        assertThat(READER.read(FunctionReply.success("half a pair \ud83d")).isSound())
                .isFalse();
    }

    @Test
    void aTextThatIsTooLongIsCutWhereTheRulesAskForThat() {
        ReplyReader cutting =
                new ReplyReader(MessageRules.builder().overflow(Overflow.FIT).build());

        ReplyReading reading = cutting.read(FunctionReply.message("x".repeat(20_000)));

        assertThat(reading.isSound()).isTrue();
        assertThat(((MessageReply) reading.reply()).message().text()).hasSize(10_000);
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", "5", "'text'", "null", "true"})
    void whatIsNoObjectIsNoAnswer(String json) {
        assertThat(READER.read(json(json)).violations())
                .extracting(Violation::pointer)
                .containsExactly("");
    }

    @Test
    void aFormsFieldsMustBeJson() {
        FormReply.Builder form = FormReply.titled("t").input(Map.of("type", new Object()));

        assertThatThrownBy(form::build).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> FormReply.titled("t").other("title", "u").build())
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void anEmptyObjectIsNothing() {
        assertThat(READER.read(JsonNodeFactory.instance.objectNode()).reply()).isEqualTo(FunctionReply.nothing());
    }
}
