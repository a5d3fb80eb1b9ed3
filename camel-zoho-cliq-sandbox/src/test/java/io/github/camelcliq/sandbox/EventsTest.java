package io.github.camelcliq.sandbox;

import static io.github.camelcliq.sandbox.Caller.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.camelcliq.sandbox.limits.Limits;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What somebody hears who watches a sandbox. */
class EventsTest {

    private static final String HELLO = json("{'text': 'Hello'}");

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
    void messagesAndRequestsAreToldAsTheListsShowThem() {
        try (Watcher watcher = Watcher.of(sandbox)) {
            caller.post(Caller.CHAT, HELLO);
            caller.post(Caller.CHAT, "{}");
            caller.refresh();

            await().until(() -> !watcher.events("token-request").isEmpty());
            assertThat(watcher.events("message")).hasSize(1);
            assertThat(watcher.events("message").get(0).json())
                    .isEqualTo(Caller.tree(caller.get("/sandbox/messages")).get(0));
            assertThat(watcher.events("request"))
                    .extracting(Watcher.Event::json)
                    .containsExactlyElementsOf(Caller.tree(caller.get("/sandbox/requests")));
            assertThat(watcher.events("token-request").get(0).json())
                    .isEqualTo(
                            Caller.tree(caller.get("/sandbox/token-requests")).get(0));
            assertThat(watcher.events())
                    .extracting(Watcher.Event::data)
                    .noneMatch(data -> data.contains("secret") || data.contains("sandbox-token"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r", "\r\n"})
    void lineBreaksOfAMessageDoNotEndAnEvent(String lineBreak) {
        try (Watcher watcher = Watcher.of(sandbox)) {
            caller.post(Caller.CHAT, "{" + lineBreak + lineBreak + "\"text\": \"event: x\"}");

            await().until(() -> !watcher.events("message").isEmpty());
            assertThat(watcher.events("message")
                            .get(0)
                            .json()
                            .at("/message/text")
                            .textValue())
                    .isEqualTo("event: x");
        }
    }

    @Test
    void whatSomebodyTurnsIsTold() {
        try (Watcher watcher = Watcher.of(sandbox)) {
            sandbox.limits(Limits.OF_CLIQ);
            sandbox.lock(Sandbox.DEFAULT_USER, Duration.ofMinutes(1));
            sandbox.clock().skip(Duration.ofMinutes(2));
            sandbox.faults().next(Fault.htmlPage(502));
            caller.post("/api/v2/chats/CT_new/messages", HELLO);
            caller.post("/api/v2/chats/CT_new/messages", HELLO);
            sandbox.reset();

            await().until(() -> changes(watcher).contains("reset"));
            assertThat(changes(watcher))
                    .containsExactlyInAnyOrder("limits", "lock", "clock", "faults", "organisation", "reset");
        }
    }

    @Test
    void aVoteIsToldAsTheChangedMessage() {
        caller.post(
                Caller.CHAT,
                json("{'text': 'Lunch?', 'card': {'theme': 'poll', 'title': 'Lunch?', "
                        + "'options': [{'text': 'Soup'}, {'text': 'Salad'}]}}"));
        try (Watcher watcher = Watcher.of(sandbox)) {
            sandbox.vote(sandbox.messages().get(0).id(), 1, "55622663");

            await().until(() -> !watcher.events("edited").isEmpty());
            assertThat(watcher.events("edited").get(0).json().path("votes").toString())
                    .isEqualTo(json("{'1':['55622663']}"));
        }
    }

    @Test
    void whoComesBackHearsWhatTheyMissed() {
        String lastId;
        try (Watcher watcher = Watcher.of(sandbox)) {
            lastId = watcher.lastId();
        }
        caller.post(Caller.CHAT, json("{'text': 'missed'}"));

        try (Watcher back = Watcher.of(sandbox, lastId)) {
            await().until(() -> !back.events("message").isEmpty());
            caller.post(Caller.CHAT, json("{'text': 'live'}"));
            await().until(() -> back.events("message").size() == 2);

            assertThat(back.events("message"))
                    .extracting(event -> event.json().at("/message/text").textValue())
                    .containsExactly("missed", "live");
            assertThat(back.events()).extracting(Watcher.Event::type).doesNotContain("reload");
        }
    }

    @Test
    void whoNamesNoPlaceHearsOnlyWhatIsNew() {
        caller.post(Caller.CHAT, json("{'text': 'before'}"));

        try (Watcher watcher = Watcher.of(sandbox)) {
            caller.post(Caller.CHAT, json("{'text': 'after'}"));

            await().until(() -> !watcher.events("message").isEmpty());
            assertThat(watcher.events("message")
                            .get(0)
                            .json()
                            .at("/message/text")
                            .textValue())
                    .isEqualTo("after");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "999999999999999999", "nonsense", "-1"})
    void whoWasAtAPlaceThatIsNotKnownIsToldToReloadAndGoesOnFromThere(String lastId) {
        try (Watcher watcher = Watcher.of(sandbox, lastId)) {
            await().until(() -> !watcher.events("reload").isEmpty());
            caller.post(Caller.CHAT, HELLO);

            await().until(() -> !watcher.events("message").isEmpty());
            assertThat(watcher.events("reload")).hasSize(1);
        }
    }

    @Test
    void aReaderWhoDoesNotReadIsToldToReloadOnceTheyDo() throws Exception {
        try (Socket slow = new Socket("127.0.0.1", sandbox.port())) {
            slow.setSoTimeout(60_000);
            slow.setReceiveBufferSize(64 * 1024);
            slow.getOutputStream()
                    .write("GET /sandbox/events HTTP/1.1\r\nHost: localhost\r\n\r\n"
                            .getBytes(StandardCharsets.US_ASCII));
            String large = json("{'text': 'x', 'n': '" + "y".repeat(900_000) + "'}");
            // more than the sockets and the log hold together
            for (int posted = 0; posted < 20; posted++) {
                assertThat(caller.post(Caller.CHAT, large).statusCode()).isEqualTo(204);
            }

            String tail = "";
            long heard = 0;
            byte[] piece = new byte[64 * 1024];
            while (!tail.contains("event: reload")) {
                int count = slow.getInputStream().read(piece);
                assertThat(count).as("the stream goes on").isPositive();
                heard += count;
                tail = tail.substring(Math.max(0, tail.length() - 100))
                        + new String(piece, 0, count, StandardCharsets.ISO_8859_1);
            }
            assertThat(heard).isLessThan(20 * 900_000);
        }
    }

    @Test
    void watchersAreCutOffWhenTheSandboxCloses() {
        try (Watcher watcher = Watcher.of(sandbox)) {
            sandbox.close();

            await().until(watcher::isOver);
        }
    }

    private static Set<String> changes(Watcher watcher) {
        List<Watcher.Event> states = watcher.events("state");
        return states.stream()
                .map(event -> event.json().path("changed").textValue())
                .collect(Collectors.toSet());
    }
}
