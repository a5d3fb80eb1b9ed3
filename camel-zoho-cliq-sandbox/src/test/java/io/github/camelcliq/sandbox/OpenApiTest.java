package io.github.camelcliq.sandbox;

import static io.github.camelcliq.sandbox.Caller.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.TextNode;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.vertx.ext.web.Route;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The description of the control API is an OpenAPI file, and says what the sandbox does: no more and no less. */
class OpenApiTest {

    private static final String FILE = "/sandbox/openapi.yaml";
    private static final Map<String, String> EVENTS = Map.of(
            "message", "Message",
            "edited", "Message",
            "request", "Request",
            "token-request", "TokenRequest",
            "click", "ClickOutcome",
            "state", "StateChange");

    private final Set<String> seen = new TreeSet<>();
    private ClickSetting setting;
    private OpenApi description;

    @BeforeEach
    void start() {
        setting = new ClickSetting();
        description = OpenApi.of(setting.caller.get(FILE).body());
    }

    @AfterEach
    void stop() {
        setting.close();
    }

    /** By the schema that the OpenAPI Initiative publishes for 3.1, of 2022-10-07, copied to the test resources. */
    @Test
    void isAnOpenApiFile() throws Exception {
        String schema = new String(
                getClass().getResourceAsStream("/openapi-3.1.schema.json").readAllBytes());
        SchemaRegistry registry = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);

        assertThat(registry.getSchema(schema).validate(description.file())).isEmpty();
    }

    @Test
    void itsSchemasHaveNoWordThatIsNone() throws Exception {
        // a comma in a description without quotes would make one, and nobody would notice
        assertThat(description.unknownWords()).isEmpty();
    }

    @Test
    void namesEveryFaultAndNoOther() {
        String refusal = Caller.tree(setting.caller.post("/sandbox/faults", json("{'fault': 'none'}")))
                .path("message")
                .textValue();

        assertThat(refusal).startsWith("fault must be ").endsWith(".");
        assertThat(refusal.substring("fault must be ".length(), refusal.length() - 1)
                        .split(", | or "))
                .containsExactlyElementsOf(description.constants("FaultName"));
    }

    @Test
    void describesEveryOperationAndNoOther() {
        Set<String> mounted = new TreeSet<>();
        for (Route route : setting.sandbox.routes()) {
            if (route.getPath() != null && route.getPath().startsWith("/sandbox/") && route.methods() != null) {
                route.methods().forEach(method -> mounted.add(method + " " + route.getPath()));
            }
        }

        assertThat(mounted).hasSizeGreaterThan(15).isEqualTo(description.operations());
    }

    @Test
    void everyAnswerIsAsItSays() throws Exception {
        whatHappens();
        people();
        controls();
        others();

        assertThat(seen).containsAll(description.answers());
    }

    @Test
    void everyEventIsAsItSays() {
        try (Watcher watcher = Watcher.of(setting.sandbox)) {
            String clicked = setting.post(ClickSetting.PLAIN);
            setting.caller.post(
                    "/sandbox/click", json("{'message': 'ID', 'button': 'k'}").replace("ID", clicked));
            setting.caller.refresh();
            setting.caller.post("/sandbox/lock", json("{'for': 'PT1M'}"));
            setting.caller.post("/sandbox/limits", json("{'preset': 'of-cliq'}"));
            setting.caller.post("/sandbox/faults", json("{'fault': 'hang'}"));
            setting.caller.post("/sandbox/clock", json("{'skip': 'PT1M'}"));
            setting.caller.post("/sandbox/reset", "");
            await().until(() -> watcher.events("state").stream()
                    .anyMatch(event -> event.json().path("changed").asText().equals("reset")));

            assertThat(watcher.events()).extracting(Watcher.Event::type).containsAll(EVENTS.keySet());
            for (Watcher.Event event : watcher.events()) {
                assertThat(description.judge(OpenApi.named(EVENTS.get(event.type())), event.json()))
                        .as(event.type())
                        .isEmpty();
            }
        }
    }

    private void whatHappens() throws Exception {
        setting.post(ClickSetting.PLAIN);
        setting.caller.post(Caller.CHAT + "?zapikey=x", "{}");
        setting.caller.refresh();
        setting.caller.askForToken("grant_type", "none");
        call(200, "GET", "/sandbox/messages");
        call(200, "GET", "/sandbox/messages?chat=finance&kind=channel&since=0&limit=5&wait=1&timeout=PT1S");
        call(400, "GET", "/sandbox/messages?kind=nothing");
        call(200, "GET", "/sandbox/requests");
        call(200, "GET", "/sandbox/token-requests");
        call(200, "GET", "/sandbox/organisation");
        call(200, "GET", "/sandbox/public-key");
        call(200, "GET", FILE);
        try (RawConnection connection = RawConnection.to(setting.sandbox)) {
            connection.write(RawConnection.request("GET", "/sandbox/events", ""));
            assertThat(connection.answer().head()).contains("200 OK", "text/event-stream");
            seen.add("GET /sandbox/events 200");
        }
    }

    private void people() throws Exception {
        String clicked = setting.post(ClickSetting.PLAIN);
        String[] outputs = {
            "{'output': {'text': 'Done.'}}",
            "{'output': {'type': 'banner', 'status': 'success', 'text': 'Saved'}}",
            "{'output': {'type': 'message_edit', 'text': 'Approved.'}}"
        };
        for (String output : outputs) {
            setting.function.answers(output);
            call(
                    200,
                    "POST",
                    "/sandbox/click",
                    "{'message': 'ID', 'button': 'k', 'token': true}".replace("ID", clicked));
        }
        setting.function.answers("{'no': 'output'}");
        String another = setting.post(ClickSetting.PLAIN);
        call(200, "POST", "/sandbox/click", "{'message': 'ID', 'button': '0'}".replace("ID", another));
        call(404, "POST", "/sandbox/click", "{'message': 'none', 'button': 'k'}");
        call(400, "POST", "/sandbox/click", "{'message': 'ID', 'button': 'k', 'user': 'none'}".replace("ID", another));
        String asking = setting.post(json("{'text': 'x', 'buttons': [{'label': 'b', 'key': 'k', 'action': {'type':"
                + " 'invoke.function', 'data': {'name': 'approve', 'owner': 'a@x.com'}, 'confirm': {'title': 't',"
                + " 'description': 'd', 'input': 'why', 'mandatory': 'true', 'button_label': 'OK'}}}]}"));
        call(400, "POST", "/sandbox/click", "{'message': 'ID', 'button': 'k'}".replace("ID", asking));
        String poll = setting.post(json("{'text': 'x', 'card': {'title': 't', 'theme': 'poll', 'options':"
                + " [{'text': 'a'}, {'text': 'b'}]}}"));
        call(200, "POST", "/sandbox/vote", "{'message': 'ID', 'option': 1}".replace("ID", poll));
        call(404, "POST", "/sandbox/vote", "{'message': 'ID', 'option': 2}".replace("ID", poll));
        call(400, "POST", "/sandbox/vote", "{'message': 'ID', 'option': 0}".replace("ID", another));
        call(200, "GET", "/sandbox/messages");
    }

    private void controls() throws Exception {
        call(200, "GET", "/sandbox/clock");
        call(200, "POST", "/sandbox/clock", "{'skip': 'PT1M'}");
        call(400, "POST", "/sandbox/clock", "{'skip': 'x'}");
        call(200, "GET", "/sandbox/limits");
        call(200, "POST", "/sandbox/limits", "{'preset': 'of-cliq', 'posts': 1, 'form': 'nested', 'retryAfter': true}");
        call(400, "POST", "/sandbox/limits", "{'posts': 0}");
        setting.caller.post(ClickSetting.CHANNEL, ClickSetting.PLAIN);
        setting.caller.post(ClickSetting.CHANNEL, ClickSetting.PLAIN);
        setting.caller.post(ClickSetting.CHANNEL, ClickSetting.PLAIN);
        call(200, "GET", "/sandbox/budget");
        call(400, "GET", "/sandbox/budget?user=none");
        call(200, "POST", "/sandbox/lock", "{'user': 'sandbox-user', 'for': 'PT1M'}");
        call(400, "POST", "/sandbox/lock", "{'for': 'PT0S'}");
        call(200, "POST", "/sandbox/faults", "{'fault': 'hang', 'next': 2, 'afterJudging': true}");
        call(200, "POST", "/sandbox/faults", "{'fault': 'throttle', 'form': 'flat', 'retryAfter': 'PT1M', 'every': 9}");
        call(
                200,
                "POST",
                "/sandbox/faults",
                "{'fault': 'answer', 'on': 'tokens', 'status': 502, 'headers': {'X': 'y'}, 'body': 'b', 'cutAfter': 1,"
                        + " 'delay': 'PT1S'}");
        call(400, "POST", "/sandbox/faults", "{'fault': 'none'}");
        setting.sandbox.faults().when(request -> false, Fault.unauthorized());
        call(200, "GET", "/sandbox/faults");
        call(204, "POST", "/sandbox/faults/release");
        call(204, "DELETE", "/sandbox/faults");
        call(204, "POST", "/sandbox/reset");
    }

    /** The answer that all operations share: whatever is asked with a method that they do not have is one of them. */
    private void others() throws Exception {
        for (String operation : description.operations()) {
            String path = operation.split(" ")[1];
            HttpResponse<String> answer = setting.caller.send(setting.caller
                    .to(path)
                    .setHeader("Origin", "http://evil.example")
                    .method(operation.split(" ")[0], BodyPublishers.noBody()));
            judge(403, operation, "default", answer);
        }
    }

    private void call(int status, String method, String path) throws Exception {
        call(status, method, path, "");
    }

    private void call(int status, String method, String path, String singleQuoted) throws Exception {
        String operation = method + " " + path.replaceAll("\\?.*", "");
        String body = json(singleQuoted);
        if (status < 300 && !body.isEmpty()) {
            assertThat(description.judge(description.bodySchema(operation), new ObjectMapper().readTree(body)))
                    .as(operation + " " + body)
                    .isEmpty();
        }
        judge(
                status,
                operation,
                Integer.toString(status),
                setting.caller.send(setting.caller.to(path).method(method, BodyPublishers.ofString(body))));
    }

    private void judge(int status, String operation, String described, HttpResponse<String> answer) throws Exception {
        assertThat(answer.statusCode()).as(operation + ": " + answer.body()).isEqualTo(status);
        JsonNode content = description.answer(operation, status).path("content");
        if (content.isMissingNode()) {
            assertThat(answer.body()).as(operation).isEmpty();
        } else {
            String type =
                    answer.headers().firstValue("Content-Type").orElseThrow().replaceAll(";.*", "");
            String schema = description.answerSchema(operation, status, type);
            assertThat(description.has(schema)).as(schema).isTrue();
            JsonNode value = type.equals("application/json")
                    ? new ObjectMapper().readTree(answer.body())
                    : TextNode.valueOf(answer.body());
            assertThat(description.judge(schema, value))
                    .as(operation + ": " + answer.body())
                    .isEmpty();
        }
        seen.add(operation + " " + described);
    }
}
