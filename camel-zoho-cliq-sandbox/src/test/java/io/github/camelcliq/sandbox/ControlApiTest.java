package io.github.camelcliq.sandbox;

import static io.github.camelcliq.sandbox.Caller.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ControlApiTest {

    private Sandbox sandbox;
    private Caller caller;

    @BeforeEach
    void start() {
        sandbox = Sandbox.builder().start();
        caller = new Caller(sandbox);
    }

    @AfterEach
    void stop() {
        sandbox.close();
    }

    @Test
    void messagesAreShownAsTheyArrived() throws Exception {
        caller.post("/api/v2/channelsbyname/news/message?appkey=k", json("{'text': 'one', 'n': 1.50}"));
        caller.post(Caller.CHAT, json("{'text': 'two'}"));

        HttpResponse<String> answer = caller.get("/sandbox/messages");

        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/json;charset=UTF-8");
        JsonNode messages = new ObjectMapper().readTree(answer.body());
        assertThat(messages).hasSize(2);
        assertThat(messages.at("/0/id").textValue())
                .isEqualTo(sandbox.messages().get(0).id());
        assertThat(messages.at("/0/kind").textValue()).isEqualTo("channel");
        assertThat(messages.at("/0/version").textValue()).isEqualTo("v2");
        assertThat(messages.at("/0/target").textValue()).isEqualTo("news");
        assertThat(messages.at("/0/query/appkey").textValue()).isEqualTo("k");
        assertThat(messages.at("/0/time").textValue())
                .isEqualTo(sandbox.messages().get(0).time().toString());
        assertThat(answer.body()).contains(json("'message':{'text': 'one', 'n': 1.50}"));
    }

    @Test
    void messagesOfOneChatAreShown() throws Exception {
        caller.post("/api/v2/chats/CT%201/messages", json("{'text': 'one'}"));
        caller.post("/api/v2/chats/CT_2/messages", json("{'text': 'two'}"));

        JsonNode messages = new ObjectMapper()
                .readTree(caller.get("/sandbox/messages?chat=CT%201").body());

        assertThat(messages).hasSize(1);
        assertThat(messages.at("/0/message/text").textValue()).isEqualTo("one");
        assertThat(caller.get("/sandbox/messages?chat=CT_3").body()).isEqualTo("[]");
    }

    @Test
    void requestsAreShownWithWhatWasWrong() throws Exception {
        caller.post(Caller.CHAT + "?zapikey=1001.secret", json("{'text': 5, 'hint': 5}"));

        String shown = caller.get("/sandbox/requests").body();

        JsonNode request = new ObjectMapper().readTree(shown).get(0);
        assertThat(request.get("method").textValue()).isEqualTo("POST");
        assertThat(request.get("path").textValue()).isEqualTo(Caller.CHAT);
        assertThat(request.get("query").textValue()).isEqualTo("zapikey=***");
        assertThat(request.get("status").intValue()).isEqualTo(400);
        assertThat(request.get("body").textValue()).isEqualTo(json("{'text': 5, 'hint': 5}"));
        assertThat(request.get("complaints").findValuesAsText("pointer")).containsExactlyInAnyOrder("/text", "/hint");
        assertThat(shown).doesNotContain("secret", "sandbox-token", "Bearer");
    }

    @Test
    void requestsAreShownWithTheirAnswers() {
        caller.post(Caller.CHAT, json("{'text': 'x'}"));
        caller.post(Caller.CHAT, json("{'hint': 'x'}"));
        sandbox.answerNext(502, "text/html", "<h1>Bad gateway</h1>");
        caller.post(Caller.CHAT, json("{'text': 'x'}"));

        JsonNode requests = Caller.tree(caller.get("/sandbox/requests"));

        assertThat(requests.findValuesAsText("answer"))
                .containsExactly(
                        "",
                        json("{'code':'input_pattern_mismatch','message':'/text: is required.'}"),
                        "<h1>Bad gateway</h1>");
    }

    @Test
    void resetForgets() {
        caller.post(Caller.CHAT, json("{'text': 'x'}"));

        HttpResponse<String> answer = caller.post("/sandbox/reset", "");

        assertThat(answer.statusCode()).isEqualTo(204);
        assertThat(sandbox.messages()).isEmpty();
        assertThat(sandbox.requests()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "POST,   /,                 GET",
        "DELETE, /sandbox/messages, GET",
        "PUT,    /sandbox/requests, GET",
        "GET,    /sandbox/reset,    POST"
    })
    void otherMethodsAreRefused(String method, String path, String allowed) {
        HttpResponse<String> answer = caller.send(caller.to(path).method(method, BodyPublishers.noBody()));

        assertThat(answer.statusCode()).isEqualTo(405);
        assertThat(answer.headers().firstValue("Allow")).hasValue(allowed);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/sandbox",
                "/sandbox/",
                "/sandbox/x",
                "/x",
                "/index.html",
                "/..%2f..%2fetc%2fpasswd",
                "/../etc/passwd"
            })
    void thereIsNothingElse(String path) {
        HttpResponse<String> answer = caller.get(path);

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.body()).isEqualTo(json("{'message':'No such resource.'}"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"localhost", "127.0.0.1", "[::1]", "LOCALHOST", "localhost:1"})
    void loopbackNamesAreLetIn(String host) throws Exception {
        assertThat(statusOf("GET", "/", "Host: " + host)).isEqualTo(200);
        assertThat(statusOf("GET", "/page/main.js", "Host: " + host)).isEqualTo(200);
        assertThat(statusOf("GET", "/sandbox/messages", "Host: " + host)).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "evil.example",
                "localhost.evil.example",
                "127.0.0.1.evil.example",
                "evil.example:80",
                "127.0.0.2",
                "[::2]",
                "0.0.0.0"
            })
    void otherNamesAreNot(String host) throws Exception {
        sandbox.answerNext(503, null, "");
        assertThat(statusOf("GET", "/", "Host: " + host)).isEqualTo(403);
        assertThat(statusOf("GET", "/page/main.js", "Host: " + host)).isEqualTo(403);
        assertThat(statusOf("GET", "/sandbox/messages", "Host: " + host)).isEqualTo(403);
        assertThat(statusOf("POST", "/sandbox/reset", "Host: " + host)).isEqualTo(403);
        assertThat(caller.post(Caller.CHAT, json("{'text': 'x'}")).statusCode())
                .as("was not reset")
                .isEqualTo(503);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"http://evil.example", "https://cliq.zoho.com", "http://evil.example:PORT", "HTTP://0.0.0.0"})
    void aTargetOfAnotherHostIsRefused(String host) throws Exception {
        String elsewhere = host.replace("PORT", "" + sandbox.port());
        assertThat(statusOf("GET", elsewhere + "/sandbox/messages", "Host: localhost"))
                .isEqualTo(421);
        assertThat(statusOf("POST", elsewhere + Caller.CHAT, "Host: localhost")).isEqualTo(421);
        assertThat(statusOf("POST", elsewhere + Caller.TOKENS, "Host: localhost"))
                .isEqualTo(421);
        assertThat(sandbox.requests()).isEmpty();
        assertThat(sandbox.tokenRequests()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://localhost", "http://127.0.0.1:PORT", "http://[::1]:1", "HTTP://LOCALHOST"})
    void aTargetOfItsOwnNameIsNot(String host) throws Exception {
        String itself = host.replace("PORT", "" + sandbox.port());
        assertThat(statusOf("GET", itself + "/sandbox/messages", "Host: localhost"))
                .isEqualTo(200);
    }

    @Test
    void aRequestWithoutAHostIsRefused() throws Exception {
        assertThat(caller.raw("GET /sandbox/messages HTTP/1.0\r\n\r\n")).startsWith("HTTP/1.0 403 ");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://evil.example",
                "https://localhost:PORT",
                "http://localhost:1",
                "http://localhost",
                "null",
                ""
            })
    void pagesFromElsewhereCannotDriveIt(String origin) throws Exception {
        String header = "Host: localhost\r\nOrigin: " + origin.replace("PORT", "" + sandbox.port());
        assertThat(statusOf("POST", "/sandbox/reset", header)).isEqualTo(403);
        assertThat(statusOf("GET", "/sandbox/messages", header)).isEqualTo(403);
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://evil.example", "http://localhost:1", "null"})
    void norPostOrAskForTokens(String origin) {
        HttpRequest.Builder post =
                caller.to(Caller.CHAT).header("Origin", origin).POST(BodyPublishers.ofString("{\"text\": \"x\"}"));
        HttpRequest.Builder tokens = caller.to(Caller.TOKENS)
                .header("Origin", origin)
                .setHeader("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("grant_type=refresh_token"));

        assertThat(caller.send(post).statusCode()).isEqualTo(403);
        assertThat(caller.send(tokens).statusCode()).isEqualTo(403);
        assertThat(sandbox.messages()).isEmpty();
        assertThat(sandbox.tokenRequests()).isEmpty();
    }

    @Test
    void itsOwnPageMayDriveIt() throws Exception {
        String origin = "Host: localhost\r\nOrigin: http://localhost:" + sandbox.port();

        assertThat(statusOf("POST", "/sandbox/reset", origin)).isEqualTo(204);
        assertThat(statusOf("POST", "/sandbox/reset", origin + "\r\nOrigin: http://evil.example"))
                .isEqualTo(403);
    }

    private int statusOf(String method, String path, String headers) throws Exception {
        String answer = caller.raw(
                method + " " + path + " HTTP/1.1\r\n" + headers + "\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");
        return Integer.parseInt(answer.substring("HTTP/1.1 ".length(), "HTTP/1.1 200".length()));
    }
}
