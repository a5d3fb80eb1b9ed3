package io.github.camelcliq.client;

import static io.github.camelcliq.PatientWaits.LONGEST;
import static io.github.camelcliq.PatientWaits.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelcliq.CapturedLog;
import io.github.camelcliq.client.Budget.Refusal;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.MultiMap;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.Http2Settings;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.impl.ContextInternal;
import io.vertx.core.net.NetServer;
import io.vertx.core.net.NetServerOptions;
import io.vertx.core.spi.tracing.SpanKind;
import io.vertx.core.spi.tracing.TagExtractor;
import io.vertx.core.spi.tracing.VertxTracer;
import io.vertx.core.tracing.TracingOptions;
import io.vertx.core.tracing.TracingPolicy;
import io.vertx.ext.web.client.HttpRequest;
import io.vertx.ext.web.client.WebClient;
import io.vertx.ext.web.client.WebClientOptions;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BiConsumer;
import org.apache.logging.log4j.Level;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a server reads of a request whose bytes are written once Web Client has a connection for it. */
class PostBodyTest {

    private static final Timeouts TIMEOUTS = new Timeouts(LONGEST, LONGEST, LONGEST);
    private static final RequestHeaders HEADERS =
            RequestHeaders.of("camel-zoho-cliq", "application/json", Optional.of("Bearer token"));

    private final Vertx vertx = Vertx.builder()
            .with(new VertxOptions().setTracingOptions(new TracingOptions()))
            .withTracer(options -> new Tracer())
            .build();
    private final WebClient web = WebClient.create(vertx, new WebClientOptions().setUserAgentEnabled(false));
    private final ContextInternal loop = EventLoop.of(vertx);
    private final AnswerTimers timers = new AnswerTimers(loop);
    private final BlockingQueue<Arrived> arrived = new LinkedBlockingQueue<>();
    private int port;
    private volatile Error thrownByTracer;

    private record Arrived(MultiMap headers, String body) {}

    @BeforeEach
    void listen() throws Exception {
        PostBody.takeOver(web);
        HttpServerOptions oneAtATime =
                new HttpServerOptions().setInitialSettings(new Http2Settings().setMaxConcurrentStreams(1));
        HttpServer server = vertx.createHttpServer(oneAtATime).requestHandler(this::accept);
        port = await(server.listen(0, "localhost")).actualPort();
    }

    @AfterEach
    void close() throws Exception {
        await(vertx.close());
    }

    private void accept(HttpServerRequest request) {
        request.body().onSuccess(body -> {
            arrived.add(new Arrived(request.headers(), body.toString()));
            request.response().setStatusCode(204).end();
        });
    }

    @Test
    void itGoesOutInOnePieceBehindItsLength() throws Exception {
        assertThat(await(post("{\"text\":\"Hi\"}")).statusCode()).isEqualTo(204);

        Arrived post = arrived.take();
        assertThat(post.body()).isEqualTo("{\"text\":\"Hi\"}");
        assertThat(post.headers().getAll("Content-Length")).containsExactly("13");
        assertThat(post.headers().contains("Transfer-Encoding")).isFalse();
    }

    @Test
    void eachRequestHasItsHeadersOnce() throws Exception {
        await(post("{}"));
        await(post("{}"));

        for (int post = 0; post < 2; post++) {
            MultiMap headers = arrived.take().headers();
            assertThat(headers.getAll("Content-Type")).containsExactly("application/json");
            assertThat(headers.getAll("Authorization")).containsExactly("Bearer token");
            assertThat(headers.getAll("User-Agent")).containsExactly("camel-zoho-cliq");
            assertThat(headers.getAll("Host")).containsExactly("localhost:" + port);
        }
    }

    /** An error of the application's clock, for instance: nobody is to wait until the time is up. */
    @Test
    void aFailureToSayWhetherItMayBeWrittenEndsItUnwritten() {
        PostBody body = new PostBody(Buffer.buffer("{}"), HEADERS, () -> {
            throw new AssertionError("no clock");
        });

        Future<HttpClientResponse> answer = send(web, body);

        assertThat(answer.toCompletionStage().toCompletableFuture())
                .failsWithin(LONGEST.dividedBy(2))
                .withThrowableOfType(ExecutionException.class);
        assertThat(body.handedOver()).isFalse();
        assertThat(arrived).isEmpty();
    }

    /** The server does not read, for longer than it may be silent afterwards, and then breaks off. */
    @Test
    void aSlowUploadIsNoSilence() throws Exception {
        Timeouts impatient = new Timeouts(LONGEST, Duration.ofMillis(100), LONGEST);
        NetServer slow = vertx.createNetServer(new NetServerOptions().setReceiveBufferSize(65_536))
                .connectHandler(socket -> {
                    socket.pause();
                    vertx.setTimer(500, later -> socket.close());
                });
        port = await(slow.listen(0, "localhost")).actualPort();
        PostBody large = new PostBody(Buffer.buffer(new byte[16 * 1024 * 1024]), HEADERS, Optional::empty);
        Promise<HttpClientResponse> answer = Promise.promise();

        loop.runOnContext(there -> large.send(request(web), timers, impatient, answer));

        assertThat(answer.future().toCompletionStage().toCompletableFuture())
                .failsWithin(LONGEST)
                .withThrowableOfType(ExecutionException.class)
                .satisfies(lost -> assertThat(lost.getCause()).isNotInstanceOf(TimeoutException.class));
        assertThat(large.handedOver()).isTrue();
    }

    /** Vert.x never gives back a stream that was not opened, and without one nobody would post any more. */
    @Test
    void whatDoesNotGoOutUsesUpNoHttp2Connection() throws Exception {
        WebClient http2 = WebClient.create(
                vertx,
                new WebClientOptions()
                        .setProtocolVersion(HttpVersion.HTTP_2)
                        .setHttp2ClearTextUpgrade(false)
                        .setHttp2MaxPoolSize(1));
        PostBody.takeOver(http2);
        PostBody unwritten = new PostBody(Buffer.buffer("{}"), HEADERS, () -> Optional.of(Refusal.STOPPING));

        Future<HttpClientResponse> refused = send(http2, unwritten);
        Future<HttpClientResponse> beside = send(http2, body("{}"));

        assertThat(await(beside).statusCode()).isEqualTo(204);
        assertThat(refused.cause()).isInstanceOf(PostBody.LeaveLostException.class);
        assertThat(await(send(http2, body("{}"))).statusCode()).isEqualTo(204);
    }

    /** Of the application's tracing, for instance: it throws where the request counts as ended. */
    @Test
    void whatItsWritingThrowsEndsIt() {
        NoClassDefFoundError missing = new NoClassDefFoundError("no tracer");
        thrownByTracer = missing;

        try (CapturedLog log = new CapturedLog("io.vertx", Level.ERROR)) {
            assertThat(post("{}").toCompletionStage().toCompletableFuture())
                    .failsWithin(LONGEST.dividedBy(2))
                    .withThrowableOfType(ExecutionException.class)
                    .havingCause()
                    .isSameAs(missing);
            assertThat(log.lines()).isEmpty();
        }
        assertThat(arrived).isEmpty();
    }

    private final class Tracer implements VertxTracer<Void, Void> {

        @Override
        public <R> Void sendRequest(
                Context context,
                SpanKind kind,
                TracingPolicy policy,
                R request,
                String operation,
                BiConsumer<String, String> headers,
                TagExtractor<R> tagExtractor) {
            if (thrownByTracer != null) {
                throw thrownByTracer;
            }
            return null;
        }
    }

    /** Longer than nanoseconds can count, for instance: what cannot be sent must end all the same. */
    @Test
    void aPostWhoseTimeCannotBeCountedFails() {
        PostBody body = body("{}");
        Duration forEver = Duration.ofMillis(Long.MAX_VALUE);
        Promise<HttpClientResponse> answer = Promise.promise();

        loop.runOnContext(there -> body.send(request(web), timers, new Timeouts(LONGEST, forEver, forEver), answer));

        assertThat(answer.future().toCompletionStage().toCompletableFuture())
                .failsWithin(LONGEST.dividedBy(2))
                .withThrowableOfType(ExecutionException.class)
                .withCauseInstanceOf(ArithmeticException.class);
        assertThat(body.handedOver()).isFalse();
    }

    private Future<HttpClientResponse> post(String json) {
        return send(web, body(json));
    }

    private static PostBody body(String json) {
        return new PostBody(Buffer.buffer(json), HEADERS, Optional::empty);
    }

    private Future<HttpClientResponse> send(WebClient web, PostBody body) {
        Promise<HttpClientResponse> answer = Promise.promise();
        loop.runOnContext(there -> body.send(request(web), timers, TIMEOUTS, answer));
        return answer.future();
    }

    private HttpRequest<Buffer> request(WebClient web) {
        return new HttpAddress("http://localhost:" + port).post(web, "/api", TIMEOUTS);
    }

    private static <T> T await(Future<T> future) throws Exception {
        return future.toCompletionStage().toCompletableFuture().get(SECONDS, TimeUnit.SECONDS);
    }
}
