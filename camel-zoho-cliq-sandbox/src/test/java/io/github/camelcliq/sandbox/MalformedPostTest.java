package io.github.camelcliq.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class MalformedPostTest {

    private static Sandbox sandbox;
    private static Caller caller;

    @BeforeAll
    static void start() {
        sandbox = Sandbox.builder().start();
        caller = new Caller(sandbox);
    }

    @AfterAll
    static void stop() {
        sandbox.close();
    }

    @BeforeEach
    void reset() {
        sandbox.reset();
    }

    static Stream<Arguments> malformed() {
        return Stream.of(
                arguments("empty", "", ""),
                arguments("blank", "  \n ", ""),
                arguments("no JSON", "text=secretword", ""),
                arguments("cut off", "{\"text\": \"secretword", "/text"),
                arguments("cut off inside", "{\"card\": {\"title\": [1, tru", "/card/title/1"),
                arguments("a comment", "{/* secretword */\"text\": \"x\"}", ""),
                arguments("single quotes", "{'text': 'secretword'}", ""),
                arguments("a trailing comma", "{\"text\": \"x\",}", "/text"),
                arguments("two documents", "{\"text\": \"x\"} {\"text\": \"secretword\"}", ""),
                arguments("a trailing bracket", "{\"text\": \"x\"}}", ""),
                arguments("NaN", "{\"text\": NaN}", "/text"),
                arguments("a leading zero", "{\"text\": \"x\", \"n\": 01}", "/n"),
                arguments("a line break in a string", "{\"text\": \"a\nb\"}", "/text"),
                arguments("an unknown escape", "{\"text\": \"\\x\"}", "/text"),
                arguments("a byte order mark", "\uFEFF{\"text\": \"x\"}", ""),
                arguments("a key twice", "{\"text\": \"x\", \"text\": \"secretword\"}", "/text"),
                arguments("a key twice, spelled differently", "{\"text\": \"x\", \"t\\u0065xt\": \"y\"}", "/text"),
                arguments(
                        "a key twice deep inside",
                        "{\"text\": \"x\", \"a\": [{\"b\": {\"c\": 1, \"c\": 2}}]}",
                        "/a/0/b/c"),
                arguments("half a pair", "{\"text\": \"a\\ud83d\"}", "/text"),
                arguments("the other half", "{\"text\": \"\\ude00a\"}", "/text"),
                arguments("halves in the wrong order", "{\"text\": \"\\ude00\\ud83d\"}", "/text"),
                arguments("half a pair in a key", "{\"text\": \"a\", \"u\": {\"\\ud83d\": 1}}", "/u"),
                arguments("half a pair in what is not known", "{\"text\": \"a\", \"u/v\": [\"\\ud83d\"]}", "/u~1v/0"),
                arguments("an array", "[{\"text\": \"x\"}]", ""),
                arguments("a string", "\"secretword\"", ""),
                arguments("null", "null", ""),
                arguments("2,000 arrays deep", "[".repeat(2_000) + "]".repeat(2_000), null));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("malformed")
    void malformedJsonIsRefusedAtItsPlaceAndNotEchoed(String kind, String body, String pointer) {
        HttpResponse<String> answer = caller.post(Caller.CHAT, body);

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body())
                .contains("\"message\":")
                .doesNotContain("secretword", "Exception", "fasterxml", "at [");
        assertThat(sandbox.messages()).isEmpty();
        assertThat(sandbox.requests().get(0).complaints()).first().satisfies(complaint -> {
            if (pointer != null) {
                assertThat(complaint.pointer()).isEqualTo(pointer);
            }
        });
    }

    static Stream<Arguments> notUtf8() {
        return Stream.of(
                arguments("Latin-1", new byte[] {(byte) 0xe4}),
                arguments("a continuation byte alone", new byte[] {(byte) 0x80}),
                arguments("overlong", new byte[] {(byte) 0xc0, (byte) 0xaf}),
                arguments("a surrogate", new byte[] {(byte) 0xed, (byte) 0xa0, (byte) 0x80}),
                arguments("beyond Unicode", new byte[] {(byte) 0xf5, (byte) 0x80, (byte) 0x80, (byte) 0x80}),
                arguments("cut off", new byte[] {(byte) 0xe2, (byte) 0x82}));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("notUtf8")
    void brokenUtf8IsRefused(String kind, byte[] broken) {
        byte[] body = new byte[11 + broken.length];
        System.arraycopy("{\"text\": \"".getBytes(StandardCharsets.US_ASCII), 0, body, 0, 10);
        System.arraycopy(broken, 0, body, 10, broken.length);
        body[body.length - 1] = '"';

        HttpResponse<String> answer = caller.post(Caller.CHAT, body);

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).isEqualTo("{\"message\":\"the message: is not UTF-8.\"}");
    }

    @Test
    void aBodyOfOneMebibyteIsReadAndALongerOneIsNot() {
        String largest = "{\"text\": \"x\", \"unknown\": \"" + "x".repeat(1024 * 1024 - 28) + "\"}";
        assertThat(largest).hasSize(1024 * 1024);

        assertThat(caller.post(Caller.CHAT, largest).statusCode()).isEqualTo(204);

        HttpResponse<String> answer = caller.post(Caller.CHAT, largest + " ");
        assertThat(answer.statusCode()).isEqualTo(413);
        assertThat(answer.body()).contains("1048576 bytes");
        assertThat(sandbox.requests().get(1).status()).isEqualTo(413);
        assertThat(sandbox.requests().get(1).body()).isEmpty();
        assertThat(sandbox.messages()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"text\": \"x\", \"buttons\": [FILL0]} | {},",
                "{\"text\": \"x\", \"slides\": [FILL0]} | null,",
                "{\"text\": \"x\", \"slides\": [{\"type\": \"table\", \"data\": {\"headers\": [\"a\"], \"rows\": [FILL0]}}]} | {},",
                "{\"text\": \"FILL\", \"references\": {}} | [a]($"
            })
    void aMebibyteOfNonsenseIsAnsweredInTimeAndWithFewComplaints(String nonsense) {
        String[] parts = nonsense.split(" [|] ");
        String body = parts[0].replace("FILL", parts[1].repeat((1024 * 1024 - 100) / parts[1].length()));

        HttpResponse<String> answer = assertTimeout(Duration.ofSeconds(60), () -> caller.post(Caller.CHAT, body));

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(sandbox.requests().get(0).complaints()).hasSizeBetween(1, 100);
    }

    @Test
    void aVeryLongKeyIsNotRepeatedWhole() {
        String key = "\uD83D\uDE00".repeat(20_000);

        HttpResponse<String> answer =
                caller.post(Caller.CHAT, "{\"text\": \"x\", \"references\": {\"" + key + "\": 5}}");

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).hasSizeLessThan(600).endsWith("\uD83D\uDE00…\"}");
        assertThat(sandbox.requests().get(0).complaints().get(0).pointer()).isEqualTo("/references/" + key);
    }

    @Test
    void aBodyOfTwentyMebibytesGetsItsAnswer() {
        HttpResponse<String> answer = caller.post(Caller.CHAT, new byte[20 * 1024 * 1024]);

        assertThat(answer.statusCode()).isEqualTo(413);
    }

    @Test
    void aBodyWithoutEndIsRefusedBeforeItsEnd() throws Exception {
        String head = "POST " + Caller.CHAT + " HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n\r\n";
        String chunk = "10000\r\n" + "x".repeat(0x10000) + "\r\n";
        try (Socket socket = new Socket("127.0.0.1", sandbox.port())) {
            socket.setSoTimeout(60_000);
            socket.getOutputStream().write((head + chunk.repeat(17)).getBytes(StandardCharsets.US_ASCII));

            byte[] answer = socket.getInputStream().readNBytes(12);

            assertThat(new String(answer, StandardCharsets.US_ASCII)).isEqualTo("HTTP/1.1 413");
        }
    }

    @Test
    void aRequestThatEndsInTheMiddleIsJournalledWithoutAStatus() throws Exception {
        try (Socket socket = new Socket("127.0.0.1", sandbox.port())) {
            socket.getOutputStream()
                    .write(("POST " + Caller.CHAT + " HTTP/1.1\r\nHost: localhost\r\nContent-Length: 100\r\n\r\n{\"te")
                            .getBytes(StandardCharsets.US_ASCII));
            await().until(() -> sandbox.openRequests() == 1);
        }

        await().until(() -> sandbox.openRequests() == 0);
        assertThat(sandbox.requests()).extracting(JournalEntry::status).containsExactly(0);
        assertThat(caller.post(Caller.CHAT, "{\"text\": \"x\"}").statusCode()).isEqualTo(204);
    }
}
