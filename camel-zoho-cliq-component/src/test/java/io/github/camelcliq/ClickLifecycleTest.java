package io.github.camelcliq;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.github.camelcliq.ClickServer.Answer;
import io.github.camelcliq.webhook.Clicks;
import io.github.camelcliq.webhook.CliqKey;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.camel.CamelContext;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.util.ObjectHelper;
import org.apache.logging.log4j.Level;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Routes that come and go, and what keeps one from starting. */
class ClickLifecycleTest {

    private static RouteBuilder route(String uri, String id, String answer) {
        return new RouteBuilder() {
            @Override
            public void configure() {
                from(uri).routeId(id).setBody(constant(answer));
            }
        };
    }

    private static String text(Answer answer) {
        return answer.output().path("text").asText();
    }

    @Test
    void aStoppedRoutesClicksAreRefusedUntilItStartsAgain() throws Exception {
        try (ClickServer server = ClickServer.with(route("cliq:function/approve", "approve", "Approved"))
                .start()) {
            for (int i = 0; i < 3; i++) {
                server.context().getRouteController().stopRoute("approve");
                Answer refused = server.click("approve");
                assertThat(refused.status()).isEqualTo(503);
                assertThat(refused.json().path("error").asText()).isEqualTo("unavailable");

                server.context().getRouteController().startRoute("approve");
                assertThat(text(server.click("approve"))).isEqualTo("Approved");
            }
        }
    }

    @Test
    void aSuspendedRoutesClicksAreRefusedUntilItIsResumed() throws Exception {
        try (ClickServer server = ClickServer.with(route("cliq:function/approve", "approve", "Approved"))
                .start()) {
            server.context().getRouteController().suspendRoute("approve");
            assertThat(server.click("approve").status()).isEqualTo(503);

            server.context().getRouteController().resumeRoute("approve");
            assertThat(text(server.click("approve"))).isEqualTo("Approved");
        }
    }

    @Test
    void aStoppedRouteTakesNobodyElseWithIt() throws Exception {
        try (ClickServer server = ClickServer.with(route("cliq:function/approve", "approve", "Approved"))
                .start()) {
            server.context().addRoutes(route("cliq:function/reject", "reject", "Rejected"));

            server.context().getRouteController().stopRoute("approve");
            assertThat(text(server.click("reject"))).isEqualTo("Rejected");

            server.context().removeRoute("approve");
            assertThat(server.click("approve").status()).isEqualTo(404);
            assertThat(text(server.click("reject"))).isEqualTo("Rejected");
        }
    }

    @Test
    void whenTheLastRouteIsGoneThePathIsTheServersAgain() throws Exception {
        try (ClickServer server = ClickServer.with(route("cliq:function/approve", "approve", "Approved"))
                .start()) {
            server.context().getRouteController().stopRoute("approve");
            server.context().removeRoute("approve");
            assertThat(server.click("approve")).returns(404, Answer::status);

            server.context().addRoutes(route("cliq:function/approve?timestampWindow=1m", "again", "Approved again"));
            assertThat(text(server.click("approve"))).isEqualTo("Approved again");
        }
    }

    @Test
    void twoRoutesForOneFunctionAreAStartError() {
        try (ClickServer server = ClickServer.with(route("cliq:function/approve", "approve", "Approved"))
                .start()) {
            for (String uri : List.of("cliq:function/approve", "cliq:function/approve?replyTimeout=1s")) {
                assertThatThrownBy(() -> server.context().addRoutes(route(uri, "twin", "Me too")))
                        .hasStackTraceContaining(
                                "Two routes take the calls of cliq:function/approve on the path /cliq/functions: approve and twin");
            }
            assertThat(text(server.click("approve"))).isEqualTo("Approved");
        }
    }

    @Test
    void twoRoutesForTheRestAreAStartErrorToo() {
        try (ClickServer server =
                ClickServer.with(route("cliq:function", "rest", "Rest")).start()) {
            assertThatThrownBy(() -> server.context().addRoutes(route("cliq:function?replyTimeout=1s", "twin", "")))
                    .hasStackTraceContaining("Two routes take the calls of cliq:function on the path");
        }
    }

    @Test
    void theSameFunctionMayBeTakenOnTwoPaths() throws Exception {
        try (ClickServer server = ClickServer.with(route("cliq:function/approve", "approve", "Approved"))
                .start()) {
            server.context().addRoutes(route("cliq:function/approve?path=/other", "other", "Other"));
            byte[] click = Clicks.bytes(Clicks.sample("approve", Instant.now()));

            Answer other = server.send(
                    server.request("/other", click).header("X-Cliq-Signature", ClickServer.KEY.sign(click)));

            assertThat(text(other)).isEqualTo("Other");
            assertThat(text(server.post(click))).isEqualTo("Approved");
        }
    }

    @Test
    void differingOptionsForOnePathAreAStartErrorWithoutSecrets() {
        try (ClickServer server = ClickServer.with(route("cliq:function/approve", "approve", "Approved"))
                .start()) {
            assertThatThrownBy(() -> server.context()
                            .addRoutes(route(
                                    "cliq:function/reject?timestampWindow=1m&verification=SHARED_SECRET&sharedSecret=sesame",
                                    "reject",
                                    "Rejected")))
                    .hasStackTraceContaining("must have the same options for it")
                    .hasStackTraceContaining("timestampWindow (60000 here, 300000 there)")
                    .hasStackTraceContaining("verification (SHARED_SECRET here, SIGNATURE there)")
                    .hasStackTraceContaining("sharedSecret")
                    .satisfies(thrown -> assertThat(ObjectHelper.createExceptionIterable(thrown))
                            .allSatisfy(
                                    cause -> assertThat(String.valueOf(cause)).doesNotContain("sesame")));
        }
    }

    @Test
    void twoContextsTakeClicksOnTheirOwnPorts() {
        try (ClickServer one = ClickServer.with(route("cliq:function/approve", "a", "One"))
                        .start();
                ClickServer two = ClickServer.with(route("cliq:function/approve", "a", "Two"))
                        .start()) {
            byte[] click = Clicks.bytes(Clicks.sample("approve", Instant.now()));

            assertThat(one.port()).isNotEqualTo(two.port());
            assertThat(text(one.post(click))).isEqualTo("One");
            assertThat(text(two.post(click))).isEqualTo("Two");
        }
    }

    @Test
    void aClickThatIsUnderWayIsAnsweredBeforeTheContextStops() throws Exception {
        CountDownLatch taken = new CountDownLatch(1);
        CountDownLatch decided = new CountDownLatch(1);
        ClickServer server = ClickServer.with(new RouteBuilder() {
                    @Override
                    public void configure() {
                        from("cliq:function/approve")
                                .routeId("approve")
                                .process(exchange -> {
                                    taken.countDown();
                                    decided.await();
                                })
                                .setBody(constant("Approved"));
                    }
                })
                .cliq("reply-timeout", "30s")
                .start();
        CompletableFuture<Answer> click = server.postAsync(Clicks.bytes(Clicks.sample("approve", Instant.now())));
        taken.await();
        CompletableFuture<Void> stopped =
                CompletableFuture.runAsync(() -> server.context().stop());
        await().until(() -> server.click("approve").status() == 503);

        decided.countDown();

        assertThat(text(click.get())).isEqualTo("Approved");
        stopped.get();
        server.close();
    }

    @Test
    void aClickWhoseRouteDoesNotEndIsAcknowledgedWhenTheContextStops() throws Exception {
        CountDownLatch taken = new CountDownLatch(1);
        ClickServer server = ClickServer.with(unending(taken, new CountDownLatch(1)))
                .cliq("reply-timeout", "60s")
                .cliq("acknowledgement", "One moment.")
                .start();
        server.context().getShutdownStrategy().setTimeUnit(TimeUnit.MILLISECONDS);
        server.context().getShutdownStrategy().setTimeout(50);
        try (CapturedLog log = new CapturedLog("org.apache.camel", Level.WARN)) {
            CompletableFuture<Answer> click = server.postAsync(click());
            taken.await();

            server.close();

            assertThat(text(click.get())).isEqualTo("One moment.");
            assertThat(log.lines()).noneMatch(line -> line.contains("response_url"));
        }
    }

    @Test
    void aRouteIsNotStoppedBeforeItsAcknowledgementsAreWritten() throws Exception {
        CountDownLatch taken = new CountDownLatch(1);
        CountDownLatch over = new CountDownLatch(1);
        try (ClickServer server = ClickServer.with(unending(taken, over))
                .cliq("reply-timeout", "60s")
                .cliq("acknowledgement", "One moment.")
                .start()) {
            AtomicBoolean written = writingSlowly(server);
            CompletableFuture<Answer> click = server.postAsync(click());
            taken.await();

            server.context().getRouteController().stopRoute("approve", 50, TimeUnit.MILLISECONDS);

            assertThat(written).isTrue();
            assertThat(text(click.get())).isEqualTo("One moment.");
            over.countDown();
        }
    }

    /** Camel interrupts the thread that waits for routes once it forces them, and then stops them on it. */
    @Test
    void aStopOnAnInterruptedThreadWaitsForAcknowledgementsToo() throws Exception {
        CountDownLatch taken = new CountDownLatch(1);
        CountDownLatch over = new CountDownLatch(1);
        try (ClickServer server = ClickServer.with(unending(taken, over))
                .cliq("reply-timeout", "60s")
                .start()) {
            AtomicBoolean written = writingSlowly(server);
            CompletableFuture<Answer> click = server.postAsync(click());
            taken.await();

            Thread.currentThread().interrupt();
            server.context().getRoute("approve").getConsumer().stop();

            assertThat(Thread.interrupted()).isTrue();
            assertThat(written).isTrue();
            assertThat(click.get().status()).isEqualTo(200);
            over.countDown();
        }
    }

    /** Its answer cannot be written, since its route runs on the thread that writes it. */
    @Test
    void aRouteThatDoesNotEndOnTheServersThreadHoldsUpOneStopOnly() throws Exception {
        CountDownLatch taken = new CountDownLatch(1);
        CountDownLatch over = new CountDownLatch(1);
        try (ClickServer server = ClickServer.with(unending(taken, over))
                .cliq("reply-timeout", "0")
                .start()) {
            server.context().addRoutes(route("cliq:function/reject", "reject", "Rejected"));
            CompletableFuture<Answer> click = server.postAsync(click());
            taken.await();
            long begun = System.nanoTime();
            server.context().getRouteController().stopRoute("approve", 50, TimeUnit.MILLISECONDS);
            long first = System.nanoTime() - begun;

            // on a busy machine a stop that waits for nothing may take long too, but not each time
            await("a stop that is short as against the one that waited for the answer")
                    .until(() -> {
                        server.context().getRouteController().startRoute("reject");
                        long again = System.nanoTime();
                        server.context().getRouteController().stopRoute("reject");
                        return System.nanoTime() - again < first / 2;
                    });
            over.countDown();
            assertThat(click.get().status()).isEqualTo(200);
        }
    }

    /** Makes the server so slow that a stop that did not wait for it would be over first; true once it has written. */
    private static AtomicBoolean writingSlowly(ClickServer server) {
        AtomicBoolean written = new AtomicBoolean();
        server.onAnswer(() -> {
            Thread.sleep(100);
            written.set(true);
            return null;
        });
        return written;
    }

    private static RouteBuilder unending(CountDownLatch taken, CountDownLatch over) {
        return new RouteBuilder() {
            @Override
            public void configure() {
                from("cliq:function/approve").routeId("approve").process(exchange -> {
                    taken.countDown();
                    over.await();
                });
            }
        };
    }

    @Test
    void whereNoThreadIsLeftForARouteItsClickFailsAtOnceAndMayComeAgain() throws Exception {
        CountDownLatch over = new CountDownLatch(1);
        CountDownLatch taken = new CountDownLatch(2);
        RouteBuilder routes = new RouteBuilder() {
            @Override
            public void configure() {
                from("cliq:function/approve").process(exchange -> {
                    taken.countDown();
                    over.await();
                });
                from("cliq:function/reject").setBody(constant("Rejected"));
            }
        };
        try (ClickServer server = ClickServer.with(routes)
                        .property("camel.threadpool.config[CliqClick].max-pool-size", "2")
                        .cliq("reply-timeout", "1ms")
                        .cliq("late-reply", "DROP")
                        .cliq("failure-text", "Too busy.")
                        .start();
                CapturedLog log = new CapturedLog("io.github.camelcliq", Level.WARN)) {
            server.click("approve");
            server.click("approve");
            taken.await();
            byte[] third = Clicks.bytes(Clicks.sample("reject", Instant.now()));
            for (int i = 0; i < 50; i++) {
                assertThat(text(server.post(third))).isEqualTo("Too busy.");
            }
            assertThat(log.lines()).first().asString().contains("1 with no thread left to run a route");

            over.countDown();

            await().until(() -> !text(server.post(third)).equals("Too busy."));
        }
    }

    @Test
    void aKeyMayBeInAFileAndSeveralMayCount(@TempDir Path directory) throws Exception {
        CliqKey next = ClickServer.ANOTHER_KEY;
        Path file = Files.writeString(directory.resolve("cliq.pem"), next.pem());
        try (ClickServer server = ClickServer.with(route("cliq:function/approve", "approve", "Approved"))
                .cliq("public-key", ClickServer.KEY.publicKey() + ",file:" + file)
                .start()) {
            byte[] click = Clicks.bytes(Clicks.sample("approve", Instant.now()));

            assertThat(server.post(click, next.sign(click)).status()).isEqualTo(200);
            assertThat(server.click("approve").status()).isEqualTo(200);
        }
    }

    @Test
    void aSharedSecretInTheUrlOrAHeaderIsTheOtherWayIn() {
        try (ClickServer server = ClickServer.with(route("cliq:function/approve", "approve", "Approved"))
                .cliq("public-key", null)
                .cliq("shared-secret", "open sesame+1")
                .start()) {
            String right = ClickServer.PATH + "?secret=open%20sesame%2B1";
            assertThat(server.send(server.request(right, click())).status()).isEqualTo(200);
            assertThat(server.send(server.request(ClickServer.PATH, click()).header("secret", "open sesame+1"))
                            .status())
                    .isEqualTo(200);
            assertThat(server.send(server.request(ClickServer.PATH + "?secret=sesame", click()))
                            .status())
                    .isEqualTo(401);
            assertThat(server.send(server.request(right + "&secret=other", click()))
                            .status())
                    .isEqualTo(401);
            assertThat(server.click("approve").status()).isEqualTo(401);
        }
    }

    private static byte[] click() {
        return Clicks.bytes(Clicks.sample("approve", Instant.now()));
    }

    @Test
    void believingEverybodyMustBeSaidAndIsWarnedAbout() {
        try (CapturedLog log = new CapturedLog("io.github.camelcliq", Level.WARN);
                ClickServer server = ClickServer.with(route("cliq:function/approve", "approve", "Approved"))
                        .cliq("public-key", null)
                        .cliq("verification", "NONE")
                        .start()) {
            assertThat(server.send(server.request(ClickServer.PATH, click())).status())
                    .isEqualTo(200);
            assertThat(log.lines()).singleElement().asString().contains("/cliq/functions takes every request");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "cliq:function/x                                        | there is no way to recognise Cliq",
                "cliq:function/x?publicKey=AAAA&sharedSecret=s          | choose one with verification",
                "cliq:function/x?verification=SIGNATURE                 | needs publicKey",
                "cliq:function/x?verification=SHARED_SECRET             | needs sharedSecret",
                "cliq:function/x?publicKey=AAA                          | option publicKey: it is not an RSA key",
                "cliq:function/x?publicKey=A+A                          | put the key into RAW(...), or each + becomes a space",
                "cliq:function/x?publicKey=cliq.pem                     | for a key in a file, write file: or classpath:",
                "cliq:function/x?publicKey=file:nowhere.pem             | option publicKey: file:nowhere.pem cannot be read",
                "cliq:function/x?publicKey=classpath:webhook/click.json | classpath:webhook/click.json has no usable key: it is not base64",
                "cliq:function/x?verification=NONE&path=functions       | option path must be a path",
                "cliq:function/x?verification=NONE&path=/f/             | option path must be a path",
                "cliq:function/x?verification=NONE&path=/f*             | option path must be a path",
                "cliq:function/x?verification=NONE&path=/{f}            | option path must be a path",
                "cliq:function/x?verification=NONE&path=/:f             | option path must be a path",
                "cliq:function/x?verification=NONE&maximumBodySize=0    | maximumBodySize must be at least 1",
                "cliq:function/x?verification=NONE&timestampWindow=-1   | timestampWindow must be from 0",
                "cliq:function/x?verification=NONE&replyTimeout=-1      | replyTimeout must be from 0",
                "cliq:function/x?verification=NONE&lateReply=CHAT       | credentials are missing",
                "cliq:function/?verification=NONE                       | the id after the slash is empty",
                "cliq:bot/?verification=NONE                            | the id after the slash is empty",
                "cliq:chat/x?verification=NONE                          | cannot consume: the kind chat only posts; routes start from function and bot",
                "cliq:functions/x?verification=NONE                     | the kind is 'functions', and must be function or bot",
                "cliq:function/x?verification=NONE                      | add the dependency org.apache.camel:camel-platform-http-main and the property camel.server.enabled=true"
            })
    void whatKeepsARouteFromStartingIsSaid(String uri, String complaint) throws Exception {
        try (CamelContext context = new DefaultCamelContext()) {
            context.start();

            assertThatThrownBy(() -> context.addRoutes(route(uri, "x", ""))).hasStackTraceContaining(complaint);
        }
    }

    @Test
    void aFunctionCannotBePostedTo() throws Exception {
        try (CamelContext context = new DefaultCamelContext()) {
            assertThatThrownBy(() -> context.getEndpoint("cliq:function/x").createProducer())
                    .hasMessageContaining("cannot post: a function is called by Cliq");
        }
    }
}
