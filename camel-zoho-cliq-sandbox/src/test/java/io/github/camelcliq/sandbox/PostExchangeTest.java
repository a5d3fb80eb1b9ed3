package io.github.camelcliq.sandbox;

import static io.github.camelcliq.sandbox.Caller.json;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelcliq.sandbox.judging.Complaint;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PostExchangeTest {

    private static final String HELLO = json("{'text': 'Hello'}");

    private Sandbox sandbox;
    private Caller caller;

    @BeforeEach
    void start() {
        sandbox = Sandbox.builder().accessToken("sandbox-token", "second-token").start();
        caller = new Caller(sandbox);
    }

    @AfterEach
    void stop() {
        sandbox.close();
    }

    @ParameterizedTest
    @CsvSource({
        "/api/v2/chats/CT_1/messages,           v2, CHAT,       CT_1",
        "/api/v2/chats/CT_1/message,            v2, CHAT,       CT_1",
        "/api/v2/channelsbyname/news/message,   v2, CHANNEL,    news",
        "/api/v2/channels/O123/message,         v2, CHANNEL_ID, O123",
        "/api/v2/buddies/a%2Bb%40x.com/message, v2, USER,       a+b@x.com",
        "/api/v2/buddies/a+b@x.com/message,     v2, USER,       a+b@x.com",
        "/api/v2/bots/deploybot/message,        v2, BOT,        deploybot",
        "/api/v3/chats/CT_1/messages,           v3, CHAT,       CT_1",
        "/api/v3/channelsbyname/news/messages,  v3, CHANNEL,    news",
        "/api/v3/channels/O123/messages,        v3, CHANNEL_ID, O123",
        "/api/v3/bots/deploybot/messages,       v3, BOT,        deploybot",
        "/api/v2/chats/a%20b%2Fc%2541/messages, v2, CHAT,       a b/c%41",
    })
    void takesMessagesForEveryKindOnThePathsOfBothVersions(
            String path, String version, DestinationKind kind, String target) {
        HttpResponse<String> answer = caller.post(path, HELLO);

        assertThat(answer.statusCode()).isEqualTo(204);
        assertThat(answer.body()).isEmpty();
        assertThat(sandbox.messages()).singleElement().satisfies(message -> {
            assertThat(message.version()).isEqualTo(version);
            assertThat(message.kind()).isEqualTo(kind);
            assertThat(message.target()).isEqualTo(target);
            assertThat(message.json()).isEqualTo(HELLO);
            assertThat(message.id()).matches("[0-9]{13}_[0-9]{12}");
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v3/buddies/a@x.com/messages",
                "/api/v3/buddies/a@x.com/message",
                "/api/v3/chats/CT_1/message",
                "/api/v3/bots/deploybot/message",
                "/api/v2/channels/O123/messages",
                "/api/v2/chats/CT_1",
                "/api/v2/chats//messages",
                "/api/v2/chats/CT_1/messages/more",
                "/api/v2/chats/CT_1/../../messages",
                "/api/v4/chats/CT_1/messages",
                "/api/v2/Chats/CT_1/messages"
            })
    void knowsNoOtherPath(String path) {
        HttpResponse<String> answer = caller.post(path, HELLO);

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.body()).startsWith("{\"message\":");
        assertThat(sandbox.messages()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET", "PUT", "DELETE", "PATCH", "OPTIONS"})
    void takesNoOtherMethod(String method) {
        HttpResponse<String> answer =
                caller.send(caller.to(Caller.CHAT).method(method, BodyPublishers.ofString(HELLO)));

        assertThat(answer.statusCode()).isEqualTo(405);
        assertThat(answer.headers().firstValue("Allow")).hasValue("POST");
        assertThat(sandbox.messages()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Bearer sandbox-token",
                "Zoho-oauthtoken sandbox-token",
                "bearer sandbox-token",
                "Bearer second-token"
            })
    void takesTheTokensItWasGivenInBothSchemes(String authorization) {
        HttpResponse<String> answer = caller.send(
                caller.to(Caller.CHAT).setHeader("Authorization", authorization).POST(BodyPublishers.ofString(HELLO)));

        assertThat(answer.statusCode()).isEqualTo(204);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"Bearer wrong-token", "Bearer", "sandbox-token", "Basic sandbox-token", "Bearer sandbox-token2"})
    void refusesAnyOtherTokenAndDoesNotShowIt(String authorization) {
        HttpResponse<String> answer = caller.send(
                caller.to(Caller.CHAT).setHeader("Authorization", authorization).POST(BodyPublishers.ofString(HELLO)));

        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.body()).isEqualTo(json("{'message':'The OAuth token is missing, invalid or expired.'}"));
        assertThat(sandbox.messages()).isEmpty();
        assertThat(sandbox.requests().toString()).doesNotContain("-token");
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/html", "application/xml, text/*", "application/json;q=0"})
    void refusesAClientThatTakesNoJson(String accept) {
        HttpResponse<String> answer =
                caller.send(caller.to(Caller.CHAT).header("Accept", accept).POST(BodyPublishers.ofString(HELLO)));

        assertThat(answer.statusCode()).isEqualTo(406);
        assertThat(answer.body())
                .isEqualTo(json("{'message':'Accept leaves out application/json, the only type of answers.'}"));
        assertThat(sandbox.messages()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"*/*", "application/*;q=0.1", "Application/JSON", "text/html, application/json; charset=utf-8"})
    void takesAClientThatTakesJson(String accept) {
        HttpResponse<String> answer =
                caller.send(caller.to(Caller.CHAT).header("Accept", accept).POST(BodyPublishers.ofString(HELLO)));

        assertThat(answer.statusCode()).isEqualTo(204);
    }

    @Test
    void refusesAPostWithoutAToken() throws Exception {
        String answer = caller.raw("POST " + Caller.CHAT + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n"
                + "Content-Type: application/json\r\nContent-Length: 2\r\n\r\n{}");

        assertThat(answer).startsWith("HTTP/1.1 401 ");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"application/json", "application/json; charset=UTF-8", "Application/JSON;charset=\"utf-8\""})
    void takesJson(String contentType) {
        HttpResponse<String> answer = caller.send(
                caller.to(Caller.CHAT).setHeader("Content-Type", contentType).POST(BodyPublishers.ofString(HELLO)));

        assertThat(answer.statusCode()).isEqualTo(204);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "text/plain",
                "application/x-www-form-urlencoded",
                "multipart/form-data; boundary=x",
                "application/json; charset=ISO-8859-1",
                "application/jsonx",
                ";"
            })
    void refusesAnyOtherContentType(String contentType) {
        HttpResponse<String> answer = caller.send(
                caller.to(Caller.CHAT).setHeader("Content-Type", contentType).POST(BodyPublishers.ofString(HELLO)));

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("Content-Type");
        assertThat(sandbox.messages()).isEmpty();
    }

    @Test
    void keepsTheQueryButNotTheWebhookTokenInIt() {
        caller.post(
                Caller.CHAT
                        + "?bot_unique_name=deploybot&appkey=k%201&mark_as_read=true&z%61pikey=1001.secret;ZAPIKEY=1001.secret",
                HELLO);

        assertThat(sandbox.messages().get(0).query())
                .isEqualTo(Map.of("bot_unique_name", "deploybot", "appkey", "k 1", "mark_as_read", "true"));
        assertThat(sandbox.requests().get(0).query())
                .isEqualTo("bot_unique_name=deploybot&appkey=k%201&mark_as_read=true&z%61pikey=***;ZAPIKEY=***");
    }

    @Test
    void refusesAUrlThatIsNotPercentEncoded() throws Exception {
        String answer = caller.raw("POST /api/v2/chats/%zz/messages HTTP/1.1\r\nHost: localhost\r\n"
                + "Connection: close\r\nContent-Length: 2\r\n\r\n{}");

        assertThat(answer).startsWith("HTTP/1.1 400 ").doesNotContain("Exception");
    }

    @Test
    void refusesAQueryThatIsNotPercentEncoded() throws Exception {
        String answer = caller.raw("POST " + Caller.BOT + "?zapikey=%zz HTTP/1.1\r\nHost: localhost\r\n"
                + "Connection: close\r\nContent-Length: 2\r\n\r\n{}");

        assertThat(answer).startsWith("HTTP/1.1 400 ").doesNotContain("Exception");
    }

    @Test
    void keepsMessagesInOrderAndByTarget() {
        for (int number = 1; number <= 4; number++) {
            caller.post("/api/v2/chats/CT_" + number % 2 + "/messages", json("{'text': 'message " + number + "'}"));
        }

        assertThat(sandbox.messages())
                .extracting(ReceivedMessage::json)
                .containsExactly(
                        json("{'text': 'message 1'}"),
                        json("{'text': 'message 2'}"),
                        json("{'text': 'message 3'}"),
                        json("{'text': 'message 4'}"));
        assertThat(sandbox.messages("CT_0"))
                .extracting(ReceivedMessage::json)
                .containsExactly(json("{'text': 'message 2'}"), json("{'text': 'message 4'}"));
        assertThat(sandbox.messages()).extracting(ReceivedMessage::id).doesNotHaveDuplicates();
    }

    @Test
    void writesEveryPostIntoTheJournal() {
        caller.post(Caller.CHAT + "?appkey=k", HELLO);
        caller.post("/api/v2/nothing", HELLO);
        caller.post(Caller.CHAT, json("{'text': 5}"));

        List<JournalEntry> journal = sandbox.requests();
        assertThat(journal).extracting(JournalEntry::status).containsExactly(204, 404, 400);
        assertThat(journal.get(0).method()).isEqualTo("POST");
        assertThat(journal.get(0).path()).isEqualTo(Caller.CHAT);
        assertThat(journal.get(0).query()).isEqualTo("appkey=k");
        assertThat(journal.get(0).body()).isEqualTo(HELLO);
        assertThat(journal.get(0).complaints()).isEmpty();
        assertThat(journal.get(2).complaints()).extracting(Complaint::pointer).containsExactly("/text");
    }
}
