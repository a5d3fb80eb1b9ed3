package io.github.camelcliq.benchmarks;

import io.github.camelcliq.sandbox.Sandbox;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.PoolOptions;
import java.time.Duration;

/**
 * Posts messages with a card and a button to a sandbox on this machine, always so many at once on as many connections,
 * from one thread.
 */
final class MessageGenerator implements AutoCloseable {

    private static final int CONNECTIONS = 32;
    private static final int CHATS = 10;

    private final Vertx vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(1));
    private final HttpClient client;
    private int number;

    MessageGenerator(int port) {
        client = vertx.createHttpClient(
                new HttpClientOptions().setDefaultHost("127.0.0.1").setDefaultPort(port),
                new PoolOptions().setHttp1MaxSize(CONNECTIONS));
    }

    /** Waits until all are answered. */
    GeneratedLoad post(int count) throws Exception {
        Promise<GeneratedLoad> done = Promise.promise();
        vertx.runOnContext(begin -> new Run(count, done).begin());
        return done.future().toCompletionStage().toCompletableFuture().get();
    }

    @Override
    public void close() throws Exception {
        vertx.close().toCompletionStage().toCompletableFuture().get();
    }

    private Future<HttpClientResponse> postNext() {
        number++;
        return client.request(HttpMethod.POST, "/api/v2/chats/CT_" + number % CHATS + "/messages")
                .map(MessageGenerator::withHeaders)
                .compose(request -> request.send(message(number)));
    }

    private static HttpClientRequest withHeaders(HttpClientRequest request) {
        return request.putHeader(HttpHeaders.AUTHORIZATION, "Bearer " + Sandbox.DEFAULT_ACCESS_TOKEN)
                .putHeader(HttpHeaders.CONTENT_TYPE, "application/json");
    }

    private static Buffer message(int number) {
        return Buffer.buffer("""
                {"text": "Budget %d of the Q4 marketing campaign is ready for review.",
                 "card": {"title": "Q4 Budget Proposal", "theme": "modern-inline"},
                 "buttons": [{"label": "Approve Budget", "type": "+", "key": "approve_%d",
                              "action": {"type": "invoke.function", "data": {"name": "approve_q4_budget", "owner": "finance@zylker.com"}}}]}
                """.formatted(number, number));
    }

    /** One lot of messages. Lives on the event loop. */
    private final class Run {

        private final int count;
        private final Promise<GeneratedLoad> done;
        private final long start = System.nanoTime();
        private int posted;
        private int answered;
        private int accepted;
        private String firstFailure = "";

        Run(int count, Promise<GeneratedLoad> done) {
            this.count = count;
            this.done = done;
        }

        void begin() {
            for (int connection = 0; connection < CONNECTIONS; connection++) {
                next();
            }
        }

        private void next() {
            if (posted < count) {
                posted++;
                postNext()
                        .compose(this::failureOf)
                        .otherwise(Throwable::toString)
                        .onSuccess(this::answered);
            }
        }

        private Future<String> failureOf(HttpClientResponse answer) {
            return answer.statusCode() == 204
                    ? Future.succeededFuture("")
                    : answer.body().map(body -> answer.statusCode() + " " + body);
        }

        private void answered(String failure) {
            answered++;
            accepted += failure.isEmpty() ? 1 : 0;
            firstFailure = firstFailure.isEmpty() ? failure : firstFailure;
            if (answered == count) {
                done.complete(
                        new GeneratedLoad(count, accepted, firstFailure, Duration.ofNanos(System.nanoTime() - start)));
            } else {
                next();
            }
        }
    }
}
