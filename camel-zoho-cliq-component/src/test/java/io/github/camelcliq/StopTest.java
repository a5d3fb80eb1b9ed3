package io.github.camelcliq;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.camelcliq.client.Delivery;
import io.github.camelcliq.sandbox.Fault;
import io.github.camelcliq.sandbox.Sandbox;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.builder.RouteBuilder;
import org.apache.logging.log4j.Level;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A context that stops settles what waits at once, lets what is on the wire finish, and tells nobody a lie. */
class StopTest extends DeliveryTestSupport {

    private static final int MESSAGES = 100;
    private static final int CHATS = 5;

    private final class Posting extends RouteBuilder {

        @Override
        public void configure() throws Exception {
            errorHandler(noErrorHandler());
            for (int chat = 0; chat < CHATS; chat++) {
                from("direct:chat" + chat).process(watch.around(producer(getContext(), "cliq:chat/CT_" + chat)));
            }
        }
    }

    private static List<CompletableFuture<Exchange>> storm(CamelContext context) {
        ProducerTemplate template = context.createProducerTemplate();
        List<CompletableFuture<Exchange>> posts = new ArrayList<>();
        for (int message = 0; message < MESSAGES; message++) {
            String text = "message " + message;
            posts.add(template.asyncSend(
                    "direct:chat" + message % CHATS,
                    exchange -> exchange.getMessage().setBody(text)));
        }
        return posts;
    }

    @Test
    void settlesEveryExchangeInTheMiddleOfAStorm() throws Exception {
        Sandbox sandbox = closing(Sandbox.builder().start());
        CamelContext context = context(
                sandbox,
                (account, endpoints) -> {
                    account.setPacing(true);
                    account.setPostsPerWindow(13);
                    endpoints.setMaximumWait(Duration.ofHours(1).toMillis());
                },
                new Posting());
        context.getShutdownStrategy().setTimeout(Duration.ofHours(1).toSeconds());
        sandbox.faults().next(CHATS, Fault.delay(Duration.ZERO));
        sandbox.faults().next(CHATS, Fault.hang().afterJudging());
        List<CompletableFuture<Exchange>> posts = storm(context);
        await().until(() -> sandbox.faults().hanging() == CHATS);

        CapturedLog log = closing(new CapturedLog("io.github.camelcliq", Level.INFO));
        CompletableFuture<Void> stop = CompletableFuture.runAsync(context::stop);
        await().untilAsserted(() ->
                assertThat(posts).filteredOn(post -> !post.isDone()).hasSize(CHATS));
        sandbox.faults().release();

        assertThat(stop).succeedsWithin(PATIENCE);
        assertThat(posts).allMatch(CompletableFuture::isDone);
        assertThat(log.lines())
                .filteredOn(line -> line.startsWith("Stopping"))
                .containsExactly("Stopping: " + (MESSAGES - 2 * CHATS)
                        + " posts that waited were settled as not delivered, " + CHATS
                        + " posts are being sent and may finish");
        List<String> accepted = texts(sandbox.messages());
        List<String> delivered = new ArrayList<>();
        for (Exchange exchange : allSettled(posts)) {
            if (exchange.getException() == null) {
                delivered.add(exchange.getMessage().getBody(String.class));
            } else {
                assertStopping(exchange);
            }
        }
        assertThat(delivered).containsExactlyInAnyOrderElementsOf(accepted);
        assertThat(accepted).hasSize(2 * CHATS);
    }

    @Test
    void settlesWhatWaitsForATokenAtOnce() throws Exception {
        Sandbox sandbox = closing(Sandbox.builder().start());
        CamelContext context = context(sandbox, DeliveryTestSupport::refreshToken, new Posting());
        sandbox.tokenFaults().next(Fault.hang());
        List<CompletableFuture<Exchange>> posts = storm(context);
        await().until(() -> sandbox.openTokenRequests() == 1);

        context.stop();

        assertThat(allSettled(posts)).allSatisfy(StopTest::assertStopping);
        assertThat(sandbox.requests()).isEmpty();
    }

    private static void assertStopping(Exchange exchange) {
        CliqException failure = failure(exchange);
        assertThat(failure.getDelivery()).isEqualTo(Delivery.NOT_DELIVERED);
        assertThat(failure.isStopping()).isTrue();
        assertThat(failure.getCliqCode()).isNull();
        assertThat(failure)
                .hasMessageContaining(
                        "failed: stopping, the application is stopping, or the route of the post was stopped; ");
        assertThat(failure.isSafeToRedeliver()).isTrue();
        assertThat(exchange.getMessage().getHeader(Exchange.REDELIVERY_DELAY)).isEqualTo(0L);
    }

    /**
     * Everything that is refused for good is put aside; what only the stop kept from being posted stays where it was.
     */
    private static final class FromFiles extends RouteBuilder {

        private final Path folder;

        FromFiles(Path folder) {
            this.folder = folder;
        }

        @Override
        public void configure() {
            onException(CliqException.class)
                    .onWhen(simple("${exception.stopping}"))
                    .logExhausted(false)
                    .handled(false);
            onException(CliqException.class).handled(true).to("file:" + folder.resolve("refused"));

            from("file:" + folder + "?initialDelay=0&delay=20&sortBy=file:name&move=posted")
                    .convertBodyTo(String.class)
                    .to("cliq:chat/" + CHAT);
        }
    }

    @Test
    void leavesWithAPersistentSourceWhatWasNotPosted(@TempDir Path folder) throws Exception {
        Sandbox sandbox = closing(Sandbox.builder().start());
        for (int file = 0; file < 10; file++) {
            Files.writeString(folder.resolve("message-" + file), "message " + file);
        }
        CamelContext first = context(
                sandbox,
                (account, endpoints) -> {
                    account.setPacing(true);
                    account.setPostsPerWindow(3);
                    endpoints.setMaximumWait(Duration.ofHours(1).toMillis());
                },
                new FromFiles(folder));
        await().until(() -> files(folder.resolve("posted")).size() == 3);

        first.stop();

        assertThat(files(folder)).hasSize(7);

        context(sandbox, account -> {}, new FromFiles(folder));
        await().until(() -> files(folder.resolve("posted")).size() == 10);

        assertThat(texts(sandbox.messages())).hasSize(10).doesNotHaveDuplicates();
        assertThat(folder.resolve("refused")).doesNotExist();
    }

    private static List<Path> files(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(Files::isRegularFile).toList();
        }
    }
}
