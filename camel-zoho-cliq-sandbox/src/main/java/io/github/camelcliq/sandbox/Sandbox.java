package io.github.camelcliq.sandbox;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.file.FileSystemOptions;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.ext.web.Router;
import java.time.Duration;
import java.time.InstantSource;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A local Cliq: an HTTP server on the loopback address that takes messages as Cliq does, judges them by the references'
 * rules, answers with Cliq's own statuses and bodies, and shows what it got.
 *
 * <pre>{@code
 * try (Sandbox sandbox = Sandbox.builder().start()) {
 *     // post to sandbox.baseUrl() + "/api/v2/chats/CT_1/messages" with "Authorization: Bearer sandbox-token"
 *     assertThat(sandbox.awaitMessages(1, Duration.ofSeconds(5))).hasSize(1);
 * }
 * }</pre>
 *
 * <p>It answers the posting paths of API v2 and v3 below {@code /api}; a page that lists the messages at {@code /}; and
 * {@code GET /sandbox/messages} (with {@code ?chat=} those of one target), {@code GET /sandbox/requests} and
 * {@code POST /sandbox/reset}. All methods may be called from any thread but the ones that wait,
 * {@link Builder#start()}, {@link #awaitMessages} and {@link #close()}: not from an event loop.
 */
public final class Sandbox implements AutoCloseable {

    /** The access token that is accepted where the builder names none: {@value}. */
    public static final String DEFAULT_ACCESS_TOKEN = "sandbox-token";

    /** How many messages, and how many requests, are remembered where the builder does not say: {@value}. */
    public static final int DEFAULT_HISTORY = 10_000;

    private static final Logger LOG = LoggerFactory.getLogger(Sandbox.class);
    private static final String HOST = "127.0.0.1";
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Vertx vertx;
    private final SandboxState state;
    private final int port;

    private Sandbox(Vertx vertx, SandboxState state, int port) {
        this.vertx = vertx;
        this.state = state;
        this.port = port;
    }

    /** Begins a sandbox on a free port that accepts {@value #DEFAULT_ACCESS_TOKEN}. */
    public static Builder builder() {
        return new Builder();
    }

    /** The port it listens on. */
    public int port() {
        return port;
    }

    /** Where it listens, such as {@code http://127.0.0.1:49152}: without a slash at the end. */
    public String baseUrl() {
        return "http://" + HOST + ":" + port;
    }

    /** The messages accepted since the start or the last reset, oldest first: a copy. */
    public List<ReceivedMessage> messages() {
        return state.messages().snapshot();
    }

    /**
     * The messages accepted for one target, oldest first: a copy.
     *
     * @param chat the chat id, channel name, channel id, user or bot, as it was before percent-encoding
     */
    public List<ReceivedMessage> messages(String chat) {
        return state.messagesTo(chat);
    }

    /**
     * Waits until so many messages were accepted since the start or the last reset.
     *
     * @return all messages there are then
     * @throws IllegalStateException if the time is over first, or the thread is interrupted (its flag stays set)
     */
    public List<ReceivedMessage> awaitMessages(int count, Duration atMost) {
        try {
            long accepted = state.messages().awaitCount(count, atMost);
            if (accepted < count) {
                throw new IllegalStateException(accepted + " of " + count + " messages were accepted within " + atMost);
            }
            return messages();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for messages", interrupted);
        }
    }

    /** Every request below {@code /api} since the start or the last reset, in the order they were answered: a copy. */
    public List<JournalEntry> requests() {
        return state.journal().snapshot();
    }

    /** How many requests below {@code /api} have arrived and are not answered yet. */
    public int openRequests() {
        return state.open();
    }

    /** The highest {@link #openRequests()} since the start or the last reset. */
    public int mostOpenRequests() {
        return state.mostOpen();
    }

    /**
     * Makes every answer to a request below {@code /api} wait, scripted ones included; the request is judged, and its
     * message kept, at once. No thread waits.
     *
     * @param delay how long, in whole milliseconds; zero, the default, answers at once
     */
    public void answerDelay(Duration delay) {
        state.dial().delay(delay);
    }

    /**
     * Dictates the answer to the next post that has none dictated yet.
     *
     * @see ScriptedAnswer#of(int, String, String)
     */
    public void answerNext(int status, String contentType, String body) {
        answerNext(ScriptedAnswer.of(status, contentType, body));
    }

    /** Dictates the answer to the next post that has none dictated yet; it may be cut off, or none at all. */
    public void answerNext(ScriptedAnswer answer) {
        state.dial().answerNext(answer);
    }

    /** Forgets messages, requests, dictated answers and the delay: as after the start. */
    public void reset() {
        state.reset();
    }

    /** Stops listening, closes every connection and waits for that. Closing again does nothing. */
    @Override
    public void close() {
        waitFor(vertx.close(), "The sandbox did not stop");
    }

    private static <T> T waitFor(Future<T> future, String otherwise) {
        try {
            return future.toCompletionStage().toCompletableFuture().get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        } catch (ExecutionException failed) {
            throw new IllegalStateException(otherwise + ": " + failed.getCause().getMessage(), failed.getCause());
        } catch (TimeoutException late) {
            throw new IllegalStateException(otherwise + " within " + PATIENCE.toSeconds() + " s", late);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(otherwise + ": interrupted", interrupted);
        }
    }

    /** What a sandbox is started with. */
    public static final class Builder {

        private int port;
        private Set<String> accessTokens = Set.of(DEFAULT_ACCESS_TOKEN);
        private Fidelity fidelity = Fidelity.REFERENCE;
        private int history = DEFAULT_HISTORY;

        private Builder() {}

        /** The port to listen on; 0, the default, finds a free one. */
        public Builder port(int number) {
            if (number < 0 || number > 65_535) {
                throw new IllegalArgumentException("not a port: " + number);
            }
            this.port = number;
            return this;
        }

        /** The access tokens to accept, at least one; by default {@value Sandbox#DEFAULT_ACCESS_TOKEN} alone. */
        public Builder accessToken(String first, String... more) {
            LinkedHashSet<String> all = new LinkedHashSet<>(List.of(more));
            all.add(first);
            if (all.stream().anyMatch(String::isBlank)) {
                throw new IllegalArgumentException("an access token is not blank");
            }
            this.accessTokens = Set.copyOf(all);
            return this;
        }

        /**
         * How messages are judged where the references and a live Cliq differ; {@link Fidelity#REFERENCE} by default.
         */
        public Builder fidelity(Fidelity choice) {
            this.fidelity = Objects.requireNonNull(choice, "fidelity");
            return this;
        }

        /**
         * How many messages, and how many requests, are remembered before the oldest are forgotten; by default
         * {@value Sandbox#DEFAULT_HISTORY}. Either is also bounded by its text: 64 Mi characters in all.
         */
        public Builder history(int entries) {
            if (entries < 1) {
                throw new IllegalArgumentException("a history remembers at least one entry, not " + entries);
            }
            this.history = entries;
            return this;
        }

        /**
         * Starts listening on 127.0.0.1, and waits until it does.
         *
         * @throws IllegalStateException if it cannot, as where the port is taken
         */
        public Sandbox start() {
            SandboxState state = new SandboxState(history, InstantSource.system());
            MessageJudge judge = MessageJudge.of(fidelity);
            Vertx vertx = Vertx.vertx(oneEventLoop());
            try {
                Router router = routes(vertx, state, judge);
                HttpServer server = waitFor(
                        vertx.createHttpServer(server()).requestHandler(router).listen(),
                        "The sandbox cannot listen on " + HOST + ":" + port);
                LOG.info("Cliq sandbox listens on http://{}:{}", HOST, server.actualPort());
                return new Sandbox(vertx, state, server.actualPort());
            } catch (RuntimeException failed) {
                vertx.close();
                throw failed;
            }
        }

        private Router routes(Vertx vertx, SandboxState state, MessageJudge judge) {
            Router router = Router.router(vertx);
            Responder responder = new Responder(vertx, state.dial());
            new PostingRoutes(new AccessTokens(accessTokens), judge, state, responder).mount(router);
            new SandboxRoutes(state).mount(router);
            FailedRequests.mount(router, responder);
            return router;
        }

        private HttpServerOptions server() {
            return new HttpServerOptions()
                    .setHost(HOST)
                    .setPort(port)
                    // a thousand clients may connect at the same moment
                    .setAcceptBacklog(1024)
                    // targets and query parameters may be long
                    .setMaxInitialLineLength(16 * 1024)
                    .setHandle100ContinueAutomatically(true);
        }

        private static VertxOptions oneEventLoop() {
            return new VertxOptions()
                    .setEventLoopPoolSize(1)
                    .setWorkerPoolSize(1)
                    .setInternalBlockingPoolSize(1)
                    // nothing is served from files: no cache directory
                    .setFileSystemOptions(
                            new FileSystemOptions().setFileCachingEnabled(false).setClassPathResolvingEnabled(false));
        }
    }
}
