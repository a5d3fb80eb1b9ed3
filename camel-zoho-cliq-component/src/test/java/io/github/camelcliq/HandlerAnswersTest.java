package io.github.camelcliq;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelcliq.ClickServer.Answer;
import io.github.camelcliq.message.RuleLevel;
import io.github.camelcliq.message.rules.MessageRules;
import io.github.camelcliq.webhook.Clicks;
import io.github.camelcliq.webhook.ReplyReader;
import io.github.camelcliq.webhook.ReplyReading;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Answers to other handlers than buttons go out as the route left them, as far as their shape is not known. */
class HandlerAnswersTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final AtomicReference<Object> LEFT = new AtomicReference<>();
    private static ClickServer server;

    @BeforeAll
    static void start() {
        server = ClickServer.with(new RouteBuilder() {
                    @Override
                    public void configure() {
                        from("cliq:function").process(HandlerAnswersTest::leave);
                        from("cliq:bot").process(HandlerAnswersTest::leave);
                        from("cliq:function/as-text?bodyFormat=TEXT").process(HandlerAnswersTest::leave);
                    }
                })
                .start();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    private static void leave(Exchange exchange) {
        exchange.getMessage().setBody(LEFT.get());
    }

    /** A message of another handler needs no text at any level, and nobody doubts that. */
    @ParameterizedTest
    @EnumSource(RuleLevel.class)
    void aMessageWithoutTextIsFineAtEveryLevel(RuleLevel level) throws IOException {
        ReplyReader reader =
                ReplyReader.forOtherHandlers(MessageRules.builder().level(level).build());

        for (String answer : List.of(
                "{'card': {'title': 'Result', 'theme': 'modern-inline'}}",
                "{'slides': [{'type': 'list', 'data': ['one', 'two']}]}",
                "{'buttons': [{'label': 'Yes', 'type': '+', 'action': {'type': 'copy', 'data': {'text': 'yes'}}}]}")) {
            ReplyReading reading = reader.read(JSON.readTree(answer.replace('\'', '"')));

            assertThat(reading.violations()).isEmpty();
            assertThat(reading.remarks()).isEmpty();
        }
    }

    /** The shapes that Zoho's sample handlers answer with. */
    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            delimiter = '|',
            value = {
                "form_change_handler | {'type': 'form_modification', 'actions': [{'type': 'add_after', 'name': 'asset', 'input': {'type': 'select', 'name': 'os', 'label': 'Laptop', 'options': [{'label': 'Ubuntu', 'value': 'ubuntu'}]}}, {'type': 'remove', 'name': 'mobile'}]}",
                "form_change_handler | {'type': 'form_modification', 'actions': []}",
                "form_dynamic_select_handler | {'options': [{'label': 'Pixel', 'value': 'pixel'}]}",
                "form_values_handler | {'options': []}",
                "form_view_handler | {'title': 'Asset request', 'name': 'asset', 'hint': 'Which?', 'button_label': 'Ask', 'inputs': [{'type': 'text', 'name': 'username', 'label': 'Name'}]}",
                "view_handler | {'type': 'applet', 'tabs': [{'id': 'a', 'label': 'A'}], 'active_tab': 'a', 'data_type': 'sections', 'sections': [{'id': 1, 'elements': [{'type': 'title', 'text': 'A'}, {'type': 'divider'}]}]}",
                "view_handler | {'type': 'applet', 'tabs': [{'id': 'a', 'label': 'A'}], 'active_tab': 'a', 'data_type': 'info', 'info': {'title': 'Nothing here', 'button': {'label': 'Visit', 'type': 'open.url', 'url': 'https://www.zylker.com'}}}",
                "widget_button_handler | {'type': 'applet', 'sections': [{'id': '100', 'elements': []}], 'header': {'title': 'Page 1', 'navigation': 'continue'}, 'footer': {'text': 'The end', 'buttons': []}}",
                "widget_button_handler | {'id': '102', 'type': 'section', 'elements': [{'type': 'title', 'text': 'Edited'}]}",
                "applet_button_handler | {'id': '102', 'elements': [{'type': 'title', 'text': 'Edited'}]}",
                "widget_button_handler | {'type': 'banner', 'status': 'success', 'text': 'Done'}",
                "widget_button_handler | {'type': 'form', 'title': 'Register', 'name': 'a', 'inputs': [{'type': 'text', 'name': 'text'}], 'action': {'type': 'invoke.function', 'name': 'appletForm'}}",
                "preview_handler | {'title': 'A page', 'type': 'link', 'provider_url': 'https://www.zylker.com', 'description': 'd', 'dynamic_actions': true, 'fields': {'data': [{'label': 'Size', 'value': 1.50}]}, 'actions': [{'type': 'button', 'label': 'Join'}]}",
                "menu_handler | [{'label': 'Close', 'hint': 'Closes it', 'type': 'button', 'params': {'id': 7}}]",
                "action_handler | {'type': 'banner', 'status': 'failure', 'text': 'Closed'}",
                "suggestion_handler | [{'title': 'One', 'description': 'The first', 'imageurl': 'https://www.zylker.com/1.png'}]",
                "suggestion_handler | []",
                "installation_handler | {'status': 200}",
                "installation_validator | {'status': 400, 'title': 'Not yet', 'message': 'Ask your administrator'}",
                "execution_handler | {'card': {'title': 'Result', 'theme': 'modern-inline'}}",
                "execution_handler | {'slides': [{'type': 'list', 'data': ['one', 'two']}]}",
                "message_handler | {'buttons': [{'label': 'Yes', 'type': '+', 'action': {'type': 'copy', 'data': {'text': 'yes'}}}]}",
                "message_handler | {'text': 'Which?', 'suggestions': {'list': [{'text': 'this one'}]}}",
                "context_handler | {'context': {'id': 'ticket', 'timeout': '300', 'params': []}}",
                "form_submit_handler | {'type': 'applet', 'sections': [{'id': '100', 'elements': []}]}",
                "a_handler_of_tomorrow | {'nobody': 'knows', 'deep': {'er': [1, null]}}"
            })
    void whatAHandlerMayAnswerGoesOutAsItIs(String handler, String answer) throws IOException {
        String left = answer.replace('\'', '"');
        for (Object body : List.of(left, JSON.readTree(left), "{\"output\": " + left + "}")) {
            assertThat(output(handler, body)).as(handler + " " + body).isEqualTo(JSON.readTree(left));
        }
    }

    @Test
    void aListIsAnArray() throws IOException {
        assertThat(output("suggestion_handler", List.of(Map.of("title", "One"))))
                .isEqualTo(JSON.readTree("[{\"title\": \"One\"}]"));
    }

    @Test
    void aBotsAnswerMayHaveNoText() throws IOException {
        ObjectNode call = call("message_handler");
        call.put("type", "bot").put("unique_name", "deploybot");
        LEFT.set(Map.of("card", Map.of("title", "Deployed", "theme", "modern-inline")));

        assertThat(server.post(call).output().at("/card/title").asText()).isEqualTo("Deployed");
    }

    @ParameterizedTest
    @ValueSource(strings = {"[INFO] deployed", "[] of nothing", "[{ not JSON", "Deployed"})
    void textIsAMessageStill(String text) throws IOException {
        assertThat(output("message_handler", text))
                .isEqualTo(JSON.createObjectNode().put("text", text));
    }

    @Test
    void textThatLooksLikeAnArrayIsTextWhereThatIsSaid() {
        LEFT.set("[{}]");

        assertThat(server.post(call("message_handler").put("name", "as-text"))
                        .output()
                        .path("text")
                        .asText())
                .isEqualTo("[{}]");
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            delimiter = '|',
            value = {
                "message_handler | {'text': ''}",
                "message_handler | {'text': 5, 'card': {'title': 'Result'}}",
                "execution_handler | {'card': {'theme': 'poll'}}",
                "execution_handler | {'buttons': []}",
                "widget_button_handler | {'type': 'banner', 'status': 'maybe', 'text': 'Done'}",
                "action_handler | {'type': 'form'}",
                "suggestion_handler | {'output': 5}",
                "form_change_handler | {'actions': ['half a pair \\ud83d']}",
                "suggestion_handler | [{'title': 'a', 'title': 'b'}]",
                "button_handler | {'options': []}",
                "button_handler | {'card': {'title': 'Result', 'theme': 'modern-inline'}}",
                "form_submit_handler | {'options': []}",
                "form_handler | {'options': []}"
            })
    void whatBreaksAKnownShapeIsAFailure(String handler, String answer) throws IOException {
        assertThat(output(handler, answer.replace('\'', '"')).path("status").asText())
                .as(handler + " " + answer)
                .isEqualTo("failure");
    }

    private static ObjectNode call(String handler) {
        ObjectNode call = Clicks.sample("anything", Instant.now());
        call.putObject("handler").put("type", handler);
        return call;
    }

    private static JsonNode output(String handler, Object left) throws IOException {
        LEFT.set(left);
        Answer answer = server.post(call(handler));
        assertThat(answer.status()).isEqualTo(200);
        return answer.output();
    }
}
