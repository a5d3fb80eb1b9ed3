package io.github.camelcliq;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelcliq.ClickServer.Answer;
import io.github.camelcliq.webhook.Clicks;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.apache.camel.builder.RouteBuilder;
import org.apache.logging.log4j.Level;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is refused, with which status, and that no route hears of it. */
class ClickRefusalsTest {

    /** Of what {@code -Plong} tries in full, the build tries a sample: the same one each time. */
    private static final boolean LONG = Boolean.getBoolean("long");

    private static final long SEED = 20261122;

    private static final AtomicInteger CALLS = new AtomicInteger();
    private static ClickServer server;

    @BeforeAll
    static void start() {
        server = ClickServer.with(counting()).cliq("maximum-body-size", "20000").start();
    }

    private static RouteBuilder counting() {
        return new RouteBuilder() {
            @Override
            public void configure() {
                from("cliq:function/approve")
                        .process(exchange -> CALLS.incrementAndGet())
                        .setBody(constant("Approved"));
            }
        };
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @BeforeEach
    void forgetCalls() {
        CALLS.set(0);
    }

    @Test
    void aSignedClickIsTaken() {
        assertThat(server.click("approve").output().path("text").asText()).isEqualTo("Approved");
        assertThat(CALLS).hasValue(1);
    }

    @Test
    void withoutASignatureNothingIsTaken() {
        byte[] body = body();

        assertRefused(401, server.send(server.request(ClickServer.PATH, body)));
        assertRefused(401, server.post(body, ClickServer.ANOTHER_KEY.sign(body)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "AAAA", "no base64", "====", "null"})
    void aHeaderThatIsNoSignatureIsRefused(String header) {
        assertRefused(401, server.post(body(), header));
    }

    @Test
    void aSignatureThatStandsTwiceIsRefused() {
        byte[] body = body();
        String signature = ClickServer.KEY.sign(body);

        assertRefused(
                401,
                server.send(server.request(ClickServer.PATH, body)
                        .header("X-Cliq-Signature", signature)
                        .header("X-Cliq-Signature", signature)));
    }

    @Test
    void changingAnySingleByteOfTheBodyIsRefused() {
        byte[] body = body();
        String signature = ClickServer.KEY.sign(body);
        List<CompletableFuture<Answer>> answers = positions(body.length)
                .mapToObj(i -> server.postAsync(changed(body, i), signature))
                .toList();

        answers.forEach(answer -> assertRefused(401, answer.join()));
        assertThat(server.post(body, signature).status()).isEqualTo(200);
    }

    @Test
    void changingAnySingleCharacterOfTheSignatureIsRefused() {
        byte[] body = body();
        byte[] signature = ClickServer.KEY.sign(body).getBytes(StandardCharsets.US_ASCII);
        List<CompletableFuture<Answer>> answers = positions(signature.length)
                .mapToObj(i -> server.postAsync(body, new String(changed(signature, i), StandardCharsets.US_ASCII)))
                .toList();

        answers.forEach(answer -> assertRefused(401, answer.join()));
    }

    private static IntStream positions(int length) {
        return LONG
                ? IntStream.range(0, length)
                : new Random(SEED).ints(0, length).distinct().limit(60);
    }

    private static byte[] changed(byte[] bytes, int at) {
        byte[] changed = bytes.clone();
        changed[at] ^= 1;
        return changed;
    }

    @Test
    void anotherSpellingOfTheSignatureIsRefused() {
        byte[] body = body();
        String signature = ClickServer.KEY.sign(body);
        byte[] bytes = Base64.getDecoder().decode(signature);
        int end = signature.length() - 3;
        for (char other : "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".toCharArray()) {
            String changed = signature.substring(0, end) + other + "==";
            if (!changed.equals(signature) && Arrays.equals(Base64.getDecoder().decode(changed), bytes)) {
                assertRefused(401, server.post(body, changed));
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"-301000", "301000", "-86400000"})
    void aClickOfAnotherTimeIsRefused(long millisFromNow) {
        assertRefused(401, server.post(Clicks.sample("approve", Instant.now().plusMillis(millisFromNow))));
    }

    @Test
    void aClickWithoutATimeIsRefused() {
        ObjectNode click = Clicks.sample("approve", Instant.now());
        click.remove("timestamp");

        assertRefused(401, server.post(click));
    }

    @Test
    void aBodyOverTheLimitIsRefusedSignedOrNot() {
        ObjectNode click = Clicks.sample("approve", Instant.now()).put("padding", "x".repeat(20_000));

        assertRefused(413, server.post(click));
        assertRefused(413, server.send(server.request(ClickServer.PATH, Clicks.bytes(click))));
    }

    @Test
    void aBodyOfTheLimitIsTaken() {
        ObjectNode click = Clicks.sample("approve", Instant.now()).put("padding", "");
        click.put("padding", "x".repeat(20_000 - Clicks.bytes(click).length));

        assertThat(server.post(click).status()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"{\"name\":", "[]", "5", "\"approve\"", "null", " ", "{} {}", "<xml/>", "{\"a\": 1, \"a\": 2}"})
    void whatIsSignedAndNoCallIsABadRequest(String body) {
        assertRefused(400, server.post(body.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void nothingAtAllIsRefused() {
        assertRefused(400, server.post(new byte[0]));
        assertRefused(401, server.send(server.request(ClickServer.PATH, new byte[0])));
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET", "PUT", "DELETE", "PATCH", "OPTIONS"})
    void onlyPostsAreTaken(String method) {
        byte[] body = body();

        Answer answer = server.send(server.request(ClickServer.PATH, body)
                .header("X-Cliq-Signature", ClickServer.KEY.sign(body))
                .method(method, BodyPublishers.ofByteArray(body)));

        assertRefused(405, answer);
        assertThat(answer.response().headers().firstValue("Allow")).contains("POST");
    }

    /** What says that it is a form and is none, the server refuses before us. */
    @ParameterizedTest
    @CsvSource({
        "application/x-www-form-urlencoded, name=approve",
        "Application/X-WWW-Form-Urlencoded; charset=UTF-8, name=approve",
        "multipart/form-data; boundary=x, '--x\r\nContent-Disposition: form-data; name=\"name\"\r\n\r\napprove\r\n--x--\r\n'"
    })
    void formsAreRefused(String contentType, String form) {
        byte[] body = form.replace("\\r\\n", "\r\n").getBytes(StandardCharsets.UTF_8);

        assertRefused(
                415,
                server.send(server.request(ClickServer.PATH, body)
                        .header("X-Cliq-Signature", ClickServer.KEY.sign(body))
                        .setHeader("Content-Type", contentType)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"gzip", "GZIP", "deflate", "br", "gzip, identity"})
    void packedBodiesAreRefused(String coding) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write(body());
        }
        byte[] body = packed.toByteArray();

        assertRefused(
                415,
                server.send(server.request(ClickServer.PATH, body)
                        .header("X-Cliq-Signature", ClickServer.KEY.sign(body))
                        .header("Content-Encoding", coding)));
    }

    @Test
    void aBodyThatSaysThatItIsNotPackedIsTaken() {
        byte[] body = body();

        assertThat(server.send(server.request(ClickServer.PATH, body)
                                .header("X-Cliq-Signature", ClickServer.KEY.sign(body))
                                .header("Content-Encoding", "identity"))
                        .status())
                .isEqualTo(200);
    }

    @Test
    void aFunctionThatNobodyTakesIsNotFound() {
        assertRefused(404, server.click("Approve"));
        assertRefused(404, server.click("approve "));
        assertRefused(404, server.post(Clicks.sample("approve", Instant.now()).put("type", "bot")));
    }

    @Test
    void refusalsAreLoggedOnceAMinuteAndWithoutContent() {
        try (ClickServer fresh = ClickServer.with(new RouteBuilder() {
                            @Override
                            public void configure() {
                                from("cliq:function/approve").to("log:approve");
                            }
                        })
                        .start();
                CapturedLog log = new CapturedLog("io.github.camelcliq", Level.WARN)) {
            for (int i = 0; i < 20; i++) {
                fresh.post(Clicks.bytes(Clicks.sample("secret plans " + i, Instant.now())), "nonsense");
            }
            assertThat(log.lines())
                    .singleElement()
                    .asString()
                    .contains("1 with no valid signature or secret")
                    .doesNotContain("secret plans");
        }
    }

    @Test
    void bodiesOfNothingButBracketsTakeNoMemory() {
        try (ClickServer usual = ClickServer.with(counting()).start();
                CapturedLog log = new CapturedLog("", Level.INFO)) {
            byte[] large = brackets(1 << 20);
            byte[] allowed = brackets(200_000);
            List<CompletableFuture<Answer>> tooLarge = posts(usual, large);
            List<CompletableFuture<Answer>> tooMany = posts(usual, allowed);

            tooLarge.forEach(answer -> assertRefused(413, answer.join()));
            tooMany.forEach(answer -> assertRefused(400, answer.join()));
            assertThat(usual.click("approve").status()).isEqualTo(200);
            assertThat(log.lines())
                    .isNotEmpty()
                    .allMatch(line -> line.startsWith("Refused requests to /cliq/functions, so far"));
        }
    }

    private static List<CompletableFuture<Answer>> posts(ClickServer to, byte[] body) {
        String signature = ClickServer.KEY.sign(body);
        return IntStream.range(0, 20)
                .mapToObj(i -> to.postAsync(body, signature))
                .toList();
    }

    /** A call with an argument that is an array of empty objects. */
    private static byte[] brackets(int size) {
        ObjectNode call = Clicks.sample("approve", Instant.now());
        ArrayNode array = ((ObjectNode) call.path("params")).putArray("arguments");
        IntStream.range(0, size / 3).forEach(i -> array.addObject());
        return Clicks.bytes(call);
    }

    @Test
    void fuzzedAndTruncatedBodiesAreRefusedOrArriveTyped() {
        Random random = new Random(SEED);
        int rounds = LONG ? 50 : 2;
        try (CapturedLog log = new CapturedLog("", Level.WARN)) {
            int arrived = 0;
            for (int round = 0; round < rounds; round++) {
                List<CompletableFuture<Answer>> signed = fuzzed(random)
                        .map(body -> server.postAsync(body, ClickServer.KEY.sign(body)))
                        .toList();
                List<CompletableFuture<Answer>> unsigned =
                        fuzzed(random).map(body -> server.postAsync(body, "")).toList();

                for (CompletableFuture<Answer> answer : signed) {
                    assertThat(answer.join().status()).as("seed %s", SEED).isIn(200, 400, 401, 404);
                    arrived += answer.join().status() == 200 ? 1 : 0;
                }
                assertThat(unsigned).allMatch(answer -> answer.join().status() == 401);
            }
            assertThat(CALLS).hasValue(arrived);
            assertThat(arrived).isPositive();
            assertThat(log.lines()).allMatch(line -> line.startsWith("Refused requests to /cliq/functions, so far"));
        }
    }

    private static Stream<byte[]> fuzzed(Random random) {
        return Stream.generate(() -> fuzzedBody(random)).limit(100);
    }

    /** Truncated, with some bytes changed, or as it was. */
    private static byte[] fuzzedBody(Random random) {
        byte[] body = Clicks.bytes(Clicks.sample("approve", Instant.now()).put("salt", random.nextInt()));
        if (random.nextInt(4) == 0) {
            return Arrays.copyOf(body, random.nextInt(body.length));
        }
        for (int i = random.nextInt(6); i > 0; i--) {
            body[random.nextInt(body.length)] = (byte) random.nextInt(256);
        }
        return body;
    }

    private static byte[] body() {
        return Clicks.bytes(Clicks.sample("approve", Instant.now().minus(Duration.ofSeconds(1))));
    }

    /** With a short JSON body that tells nothing, and no call of the route. */
    private static void assertRefused(int status, Answer answer) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(status);
        assertThat(answer.json()).hasSize(1);
        assertThat(answer.json().path("error").asText()).hasSizeBetween(5, 25).doesNotContain("approve");
        assertThat(CALLS).hasValue(0);
    }
}
