package io.github.camelcliq.internal.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelcliq.CapturedLog;
import io.github.camelcliq.internal.http.HttpPost.Timeouts;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.MultiMap;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
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
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BiConsumer;
import java.util.function.BooleanSupplier;
import org.apache.logging.log4j.Level;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a server reads of a request, and what is known of it however it ends. */
class HttpPostTest {

    private static final Duration LONG = Duration.ofMinutes(1);
    private static final Duration SHORT = Duration.ofMillis(100);
    private static final Timeouts PATIENT = new Timeouts(LONG, LONG, LONG);

    private final Vertx vertx = Vertx.builder()
            .with(new VertxOptions().setTracingOptions(new TracingOptions()))
            .withTracer(options -> new Tracer())
            .build();
    private final EventLoop loop = new EventLoop(vertx, () -> {});
    private final WebClient web = WebClient.create(vertx, new WebClientOptions().setMaxPoolSize(1));
    private final BlockingQueue<Arrived> arrived = new LinkedBlockingQueue<>();
    private final BlockingQueue<HttpServerRequest> held = new LinkedBlockingQueue<>();
    private volatile BiConsumer<HttpServerRequest, Buffer> server =
            (request, body) -> request.response().setStatusCode(204).end();
    private volatile Error thrownByTracer;
    private int port;

    private record Arrived(MultiMap headers, String body) {}

    @BeforeEach
    void listen() {
        port = result(vertx.createHttpServer()
                        .requestHandler(request -> request.body().onSuccess(body -> {
                            arrived.add(new Arrived(request.headers(), body.toString()));
                            server.accept(request, body);
                        }))
                        .listen(0, "localhost"))
                .actualPort();
    }

    @AfterEach
    void close() {
        result(vertx.close());
    }

    @Test
    void theBodyGoesOutBehindItsLength() throws Exception {
        assertThat(result(post("{\"text\":\"Hi\"}").sent).status()).isEqualTo(204);

        Arrived post = arrived.take();
        assertThat(post.body()).isEqualTo("{\"text\":\"Hi\"}");
        assertThat(post.headers().getAll("Content-Length")).containsExactly("13");
        assertThat(post.headers().contains("Transfer-Encoding")).isFalse();
    }

    @Test
    void eachRequestHasItsHeadersOnce() throws Exception {
        result(post("{}").sent);
        result(post("{}").sent);

        for (int post = 0; post < 2; post++) {
            MultiMap headers = arrived.take().headers();
            assertThat(headers.getAll("Authorization")).containsExactly("Bearer token");
            assertThat(headers.getAll("Content-Length")).containsExactly("2");
            assertThat(headers.getAll("Host")).containsExactly("localhost:" + port);
        }
    }

    @Test
    void theAnswerHasStatusHeadersAndBody() {
        server = (request, body) -> request.response()
                .setStatusCode(429)
                .putHeader("Retry-After", "7")
                .end("later");

        HttpPost.Response answer = result(post("{}").sent);

        assertThat(answer.status()).isEqualTo(429);
        assertThat(answer.headers().get("Retry-After")).isEqualTo("7");
        assertThat(answer.body()).hasToString("later");
        assertThat(answer.length()).isEqualTo(5);
        assertThat(answer.cutOffBy()).isNull();
    }

    @Test
    void aRedirectIsAnAnswerAndNotFollowed() {
        server = (request, body) -> request.response()
                .setStatusCode(303)
                .putHeader("Location", "/other")
                .end();

        assertThat(result(post("{}").sent).status()).isEqualTo(303);
        assertThat(arrived).hasSize(1);
    }

    @Test
    void aBodyThatIsLongIsCountedAndNotKept() {
        server = (request, body) -> request.response().end(Buffer.buffer(new byte[64 * 1024 + 1]));

        HttpPost.Response answer = result(post("{}").sent);

        assertThat(answer.length()).isEqualTo(64 * 1024 + 1);
        assertThat(answer.body().length()).isZero();
        assertThat(answer.cutOffBy()).isNull();
    }

    @Test
    void aBodyWithoutEndIsNotReadForEver() {
        server = (request, body) -> writeForEver(request.response().setChunked(true));

        HttpPost.Response answer = result(post("{}").sent);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.length()).isBetween(1024 * 1024, 2 * 1024 * 1024);
        assertThat(answer.cutOffBy()).isNotNull();
    }

    private static void writeForEver(HttpServerResponse response) {
        response.write(Buffer.buffer(new byte[32 * 1024])).onSuccess(written -> writeForEver(response));
    }

    @Test
    void theStatusOfAnAnswerThatIsCutOffCounts() {
        server = (request, body) -> request.response()
                .setStatusCode(400)
                .putHeader("Content-Length", "10")
                .write("abc")
                .onSuccess(written -> request.connection().close());

        HttpPost.Response answer = result(post("{}").sent);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.cutOffBy()).isNotNull();
    }

    @Test
    void silenceEndsTheWaitForAnAnswer() {
        server = (request, body) -> held.add(request);
        Sent post = post(body("{}"), new Timeouts(LONG, SHORT, LONG));

        assertThat(failure(post.sent)).hasMessage("nothing came for 100 ms");
        assertThat(post.post.mayHaveLeft()).isTrue();
    }

    @Test
    void silenceInTheMiddleOfAnAnswerCutsItOff() {
        server = (request, body) -> request.response().setChunked(true).write("half");
        Sent post = post(body("{}"), new Timeouts(LONG, SHORT, LONG));

        assertThat(result(post.sent).cutOffBy()).hasMessage("nothing came for 100 ms");
    }

    @Test
    void anAnswerThatGoesOnEndsWhenItsTimeIsUp() {
        server = (request, body) -> {
            HttpServerResponse response = request.response().setChunked(true);
            vertx.setPeriodic(5, timer -> response.write("x"));
        };
        Sent post = post(body("{}"), new Timeouts(LONG, LONG, SHORT));

        assertThat(post.sent
                        .transform(ended -> Future.succeededFuture(
                                ended.failed() ? ended.cause() : ended.result().cutOffBy()))
                        .map(Throwable::getMessage)
                        .toCompletionStage())
                .succeedsWithin(LONG)
                .isEqualTo("no whole answer within 100 ms");
    }

    /** The pool has one connection. */
    @Test
    void aRequestThatGetsNoConnectionInTimeIsNeverWritten() throws Exception {
        server = (request, body) -> held.add(request);
        Sent first = post("first");
        HttpServerRequest holding = held.take();
        Sent second = post(body("second"), new Timeouts(LONG, LONG, SHORT));
        assertThat(failure(second.sent)).hasMessage("no whole answer within 100 ms");
        assertThat(second.post.mayHaveLeft()).isFalse();

        server = (request, body) -> request.response().end();
        holding.response().end();
        result(first.sent);
        result(post("third").sent);

        assertThat(arrived).extracting(Arrived::body).containsExactly("first", "third");
    }

    @Test
    void aRequestThatMayNoLongerBeWrittenLeavesItsConnectionFree() {
        AtomicBoolean asked = new AtomicBoolean();
        Sent refused = post(body("refused", () -> asked.getAndSet(true)), PATIENT);

        assertThat(failure(refused.sent)).hasMessage("the request may no longer be written");
        assertThat(refused.post.mayHaveLeft()).isFalse();
        assertThat(asked).isTrue();
        result(post("next").sent);
        assertThat(arrived).extracting(Arrived::body).containsExactly("next");
    }

    /** Such as an error of the application's clock. */
    @Test
    void aFailureToSayWhetherItMayBeWrittenEndsItUnwritten() {
        Sent post = post(
                body("{}", () -> {
                    throw new AssertionError("no clock");
                }),
                PATIENT);

        assertThat(failure(post.sent)).hasMessage("no clock");
        assertThat(post.post.mayHaveLeft()).isFalse();
        assertThat(arrived).isEmpty();
    }

    /** The server never reads, and goes away after longer than it may be silent once it has all. */
    @Test
    void aSlowUploadIsNoSilence() {
        NetServer slow = vertx.createNetServer(new NetServerOptions().setReceiveBufferSize(65_536))
                .connectHandler(socket -> {
                    socket.pause();
                    vertx.setTimer(500, later -> socket.close());
                });
        port = result(slow.listen(0, "localhost")).actualPort();

        Sent large = post(
                new HttpPost(vertx, Buffer.buffer(new byte[16 * 1024 * 1024]), () -> true),
                new Timeouts(LONG, SHORT, LONG));

        assertThat(failure(large.sent)).isNotInstanceOf(TimeoutException.class);
    }

    /** Such as of the application's tracing: it throws when the request counts as ended. */
    @Test
    void whatItsWritingThrowsEndsIt() {
        NoClassDefFoundError missing = new NoClassDefFoundError("no tracer");
        thrownByTracer = missing;

        try (CapturedLog log = new CapturedLog("io.vertx", Level.ERROR)) {
            assertThat(failure(post("{}").sent)).isSameAs(missing);
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

    @Test
    void aTimeThatNobodyLivesToSeeIsFine() {
        Duration forEver = Duration.ofMillis(Long.MAX_VALUE);

        assertThat(result(post(body("{}"), new Timeouts(LONG, forEver, forEver)).sent)
                        .status())
                .isEqualTo(204);
    }

    /** The first timer of a Vert.x has the id 0. */
    @Test
    void itCancelsNoTimerOfTheApplication() {
        Vertx fresh = Vertx.vertx();
        assertThat(fresh.setTimer(LONG.toMillis(), late -> {})).isZero();
        EventLoop other = new EventLoop(fresh, () -> {});
        HttpPost unsent = new HttpPost(fresh, Buffer.buffer("{}"), () -> false);

        assertThat(failure(other.call(() -> unsent.send(
                        WebClient.create(fresh).requestAbs(HttpMethod.POST, "http://localhost:" + port + "/api"),
                        PATIENT))))
                .hasMessage("the request may no longer be written");

        assertThat(fresh.cancelTimer(0)).as("the timer was still set").isTrue();
        result(fresh.close());
    }

    @Test
    void aClosedClientFailsIt() {
        web.close();

        assertThat(failure(post("{}").sent)).isNotNull();
    }

    /** The pool has one connection. */
    @Test
    void aClientThatIsClosedFailsWhatWaitsForAConnection() throws Exception {
        server = (request, body) -> held.add(request);
        Sent first = post("first");
        held.take();
        Sent second = post("second");
        result(loop.call(Future::succeededFuture));
        web.close();

        assertThat(failure(second.sent)).isNotInstanceOf(TimeoutException.class);
        assertThat(second.post.mayHaveLeft()).isFalse();
        assertThat(failure(first.sent)).isNotInstanceOf(TimeoutException.class);
        assertThat(first.post.mayHaveLeft()).isTrue();
    }

    private record Sent(HttpPost post, Future<HttpPost.Response> sent) {}

    private Sent post(String json) {
        return post(body(json), PATIENT);
    }

    private Sent post(HttpPost post, Timeouts timeouts) {
        return new Sent(post, loop.call(() -> post.send(request(), timeouts)));
    }

    private HttpPost body(String json) {
        return body(json, () -> true);
    }

    private HttpPost body(String json, BooleanSupplier mayBeWritten) {
        return new HttpPost(vertx, Buffer.buffer(json), mayBeWritten);
    }

    private HttpRequest<Buffer> request() {
        return web.requestAbs(HttpMethod.POST, "http://localhost:" + port + "/api")
                .putHeader("Authorization", "Bearer token");
    }

    private static <T> T result(Future<T> future) {
        CompletableFuture<T> completable = future.toCompletionStage().toCompletableFuture();
        assertThat(completable).succeedsWithin(LONG);
        return completable.join();
    }

    private static Throwable failure(Future<?> future) {
        CompletableFuture<?> completable = future.toCompletionStage().toCompletableFuture();
        assertThat(completable).failsWithin(LONG).withThrowableOfType(ExecutionException.class);
        return future.cause();
    }
}
