package io.github.camelcliq.redis;

import io.github.camelcliq.internal.http.EventLoop;
import io.vertx.core.Future;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Redis;
import io.vertx.redis.client.RedisOptions;
import io.vertx.redis.client.Request;
import io.vertx.redis.client.Response;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** A script that Redis runs, and the connections to run it. Redis runs nothing else meanwhile. */
final class RedisScript {

    private final EventLoop loop;
    private final Future<Redis> redis;
    private final String script;
    private final List<String> keys;

    /**
     * @param name the file of the script
     * @param tag the beginning of the keys, with a hash tag that keeps them together in a cluster
     */
    RedisScript(RedisOptions options, EventLoop loop, String name, String tag, List<String> keys) {
        this.loop = loop;
        // on the loop: Vert.x closes what a verticle's thread made together with that verticle
        this.redis = loop.call(() -> Future.succeededFuture(Redis.createClient(loop.vertx(), options)));
        this.script = read(name);
        this.keys = keys.stream().map(key -> tag + key).toList();
    }

    private static String read(String name) {
        try (InputStream script = RedisScript.class.getResourceAsStream(name)) {
            return new String(script.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Future<Response> run(List<?> arguments) {
        Request request = Request.cmd(Command.EVAL).arg(script).arg(keys.size());
        keys.forEach(request::arg);
        arguments.forEach(argument -> request.arg(argument.toString()));
        return send(request);
    }

    Future<Response> send(Request request) {
        return loop.call(() -> redis.compose(Redis::connect).compose(connection -> {
            // without a handler the client logs the loss of a connection with a stack trace; the request fails anyway
            connection.exceptionHandler(lost -> {});
            return connection.send(request).onComplete(answered -> connection.close());
        }));
    }

    void close() {
        redis.onSuccess(Redis::close);
    }
}
