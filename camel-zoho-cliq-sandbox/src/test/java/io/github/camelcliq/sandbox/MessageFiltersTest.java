package io.github.camelcliq.sandbox;

import static io.github.camelcliq.sandbox.Caller.json;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which messages the control API shows, and when. */
class MessageFiltersTest {

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
    void messagesAreNumberedFromTheStartOn() {
        post("/api/v2/chats/CT_1/messages", "1");
        post("/api/v2/chats/CT_1/messages", "2");
        sandbox.reset();
        post("/api/v2/chats/CT_1/messages", "3");

        assertThat(sandbox.messages()).extracting(ReceivedMessage::sequence).containsExactly(3L);
        assertThat(Caller.tree(caller.get("/sandbox/messages"))
                        .at("/0/sequence")
                        .longValue())
                .isEqualTo(3);
    }

    @ParameterizedTest
    @CsvSource({
        "'',                          1 2 3 4 5",
        "?kind=chat,                  1 2 5",
        "?kind=channel,               3",
        "?kind=channel-id,            4",
        "?kind=user,                  ''",
        "?chat=news,                  3 4",
        "?chat=news&kind=channel-id,  4",
        "?since=0,                    1 2 3 4 5",
        "?since=3,                    4 5",
        "?since=5,                    ''",
        "?since=999999999999999999,   ''",
        "?limit=2,                    4 5",
        "?limit=0,                    ''",
        "?kind=chat&limit=2,          2 5",
        "?since=1&kind=chat&limit=1,  5",
        "?wait=5,                     1 2 3 4 5",
        "?wait=0,                     1 2 3 4 5",
        "?wait=9&timeout=PT0S,        1 2 3 4 5",
        "?wait=9&timeout=PT0.02S,     1 2 3 4 5"
    })
    void someAreShown(String query, String texts) {
        post("/api/v2/chats/CT_1/messages", "1");
        post("/api/v2/chats/CT_1/messages", "2");
        post("/api/v2/channelsbyname/news/message", "3");
        post("/api/v2/channels/news/message", "4");
        post("/api/v2/chats/CT_2/messages", "5");

        assertThat(String.join(" ", shown(caller.get("/sandbox/messages" + query))))
                .isEqualTo(texts);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "kind=x",
                "kind=",
                "since=-1",
                "since=x",
                "limit=1.5",
                "limit=9999999999",
                "wait=x",
                "timeout=5",
                "timeout=-PT1S",
                "timeout=PT1H"
            })
    void whatCannotBeReadIsRefused(String query) {
        HttpResponse<String> answer = caller.get("/sandbox/messages?" + query);

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains(query.substring(0, query.indexOf('=')) + " must be ");
    }

    @Test
    void theAnswerWaitsUntilEnoughMatchingMessagesAreThere() {
        post("/api/v2/chats/CT_1/messages", "1");
        CompletableFuture<HttpResponse<String>> two = later("?chat=CT_1&wait=2&timeout=PT1M");
        CompletableFuture<HttpResponse<String>> news = later("?chat=news&wait=1&timeout=PT1M");

        post("/api/v2/channelsbyname/news/message", "2");

        assertThat(shown(news.join())).containsExactly("2");
        assertThat(two).isNotDone();
        post("/api/v2/chats/CT_1/messages", "3");
        assertThat(shown(two.join())).containsExactly("1", "3");
    }

    @Test
    void waitingGoesOnOverAReset() {
        post("/api/v2/chats/CT_1/messages", "1");
        CompletableFuture<HttpResponse<String>> later = later("?since=1&wait=1&timeout=PT1M");

        sandbox.reset();
        post("/api/v2/chats/CT_1/messages", "2");

        assertThat(shown(later.join())).containsExactly("2");
    }

    @Test
    void manyMayWait() {
        List<CompletableFuture<HttpResponse<String>>> all = new ArrayList<>();
        for (int waiting = 0; waiting < 50; waiting++) {
            all.add(later("?wait=3&timeout=PT1M"));
        }
        for (int posted = 0; posted < 3; posted++) {
            post("/api/v2/chats/CT_1/messages", "x");
        }

        assertThat(all).allSatisfy(each -> assertThat(shown(each.join())).hasSize(3));
    }

    private void post(String path, String text) {
        assertThat(caller.post(path, json("{'text': '" + text + "'}")).statusCode())
                .isEqualTo(204);
    }

    private CompletableFuture<HttpResponse<String>> later(String query) {
        return HttpClient.newHttpClient()
                .sendAsync(caller.to("/sandbox/messages" + query).GET().build(), BodyHandlers.ofString());
    }

    private static List<String> shown(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).isEqualTo(200);
        return Caller.tree(answer).findValues("message").stream()
                .map(message -> message.path("text").textValue())
                .toList();
    }
}
