package io.github.camelcliq.benchmarks.side;

import com.sun.management.OperatingSystemMXBean;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;

/**
 * What runs in the JVM of a {@link StubProcess}: takes every post to a chat with 204, after a delay that may be
 * changed, and counts it, except during a lock; gives every client an access token. It checks nothing, so that it never
 * is what limits the rate. Tells its port, then answers words until there are no more.
 */
final class Stub {

    private static final String CHATS = "/api/v2/chats/";

    private static final String TOKEN =
            "{\"access_token\": \"1000.stub\", \"expires_in\": 3600, \"api_domain\": \"-\"}";

    private final OperatingSystemMXBean machine = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    private final Vertx vertx;
    private final LongAdder posts = new LongAdder();
    private volatile int delayMillis;
    private volatile long lockedUntil = System.nanoTime();
    private volatile Buffer latest = Buffer.buffer();

    private Stub(Vertx vertx) {
        this.vertx = vertx;
    }

    /** Takes the number of its event loops; ends with its standard input. */
    public static void main(String[] arguments) throws Exception {
        int loops = Integer.parseInt(arguments[0]);
        Vertx vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(loops));
        new Stub(vertx).run(loops);
        vertx.close().toCompletionStage().toCompletableFuture().get();
    }

    private void run(int loops) throws Exception {
        int port = listen(0);
        for (int more = 1; more < loops; more++) {
            listen(port);
        }
        System.out.println(port);
        BufferedReader words = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String word = words.readLine(); word != null; word = words.readLine()) {
            System.out.println(answer(word));
        }
    }

    /** Servers that share a port have an event loop each. */
    private int listen(int port) throws Exception {
        HttpServer server = vertx.createHttpServer(new HttpServerOptions()
                        .setHost("127.0.0.1")
                        .setPort(port)
                        .setTcpNoDelay(true))
                .requestHandler(this::take);
        return server.listen().toCompletionStage().toCompletableFuture().get().actualPort();
    }

    private void take(HttpServerRequest request) {
        if (!request.path().startsWith(CHATS)) {
            request.response().putHeader("Content-Type", "application/json").end(TOKEN);
            return;
        }
        request.body().onSuccess(body -> {
            latest = body;
            answer(request);
        });
    }

    private void answer(HttpServerRequest request) {
        long locked = lockedUntil - System.nanoTime();
        if (locked > 0) {
            String seconds = String.valueOf(1 + TimeUnit.NANOSECONDS.toSeconds(locked));
            request.response()
                    .setStatusCode(429)
                    .putHeader("Retry-After", seconds)
                    .end();
            return;
        }
        posts.increment();
        if (delayMillis == 0) {
            accept(request);
        } else {
            vertx.setTimer(delayMillis, late -> accept(request));
        }
    }

    private static void accept(HttpServerRequest request) {
        request.response().setStatusCode(204).end();
    }

    private String answer(String word) {
        return switch (word) {
            case "posts" -> String.valueOf(posts.sum());
            case "cpu" -> String.valueOf(machine.getProcessCpuTime());
            case "body" -> latest.toString();
            default -> word.startsWith("lock ") ? lock(word.substring(5)) : delayBy(Integer.parseInt(word));
        };
    }

    private String delayBy(int millis) {
        delayMillis = millis;
        return "delayed";
    }

    private String lock(String seconds) {
        lockedUntil = System.nanoTime() + TimeUnit.SECONDS.toNanos(Long.parseLong(seconds));
        return "locked";
    }
}
