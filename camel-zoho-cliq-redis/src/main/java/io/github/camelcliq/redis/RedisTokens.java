package io.github.camelcliq.redis;

import io.github.camelcliq.internal.client.SharedTokens;
import io.github.camelcliq.internal.client.TokenResponse;
import io.github.camelcliq.internal.http.EventLoop;
import io.github.camelcliq.internal.store.SharedStoreFactory.User;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.redis.client.RedisOptions;
import io.vertx.redis.client.Response;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Shares the access token of an account by Redis, encrypted. One JVM at a time asks the accounts server, and all JVMs
 * together ask it no more often than allowed. If Redis fails, each JVM asks for itself. Safe for use by many threads.
 */
final class RedisTokens implements SharedTokens {

    private static final Logger LOG = LoggerFactory.getLogger(RedisTokens.class);

    private final EventLoop loop;
    private final RedisScript script;
    private final TokenCipher cipher;
    private final Duration lease;

    /** Tells this JVM from the others in Redis. */
    private final String instance = UUID.randomUUID().toString();

    /** The last shared token that this JVM got, as Redis has it. */
    private volatile String used = "";

    /** @param clientSecret the key of the encryption comes from it */
    RedisTokens(RedisOptions options, User account, String clientSecret, EventLoop loop) {
        this.loop = loop;
        this.script =
                new RedisScript(options, loop, "token.lua", account.tag(), List.of("token", "asking", "requests"));
        this.cipher = new TokenCipher(clientSecret);
        this.lease = account.lease();
    }

    @Override
    public Future<TokenResponse> next(Supplier<Future<TokenResponse>> request) {
        return run("take", used, instance, lease.toMillis(), TokenResponse.MAX_REQUESTS, coolDown())
                .map(Response::toString)
                .recover(unavailable -> {
                    LOG.warn(
                            "Redis does not share the access token: {}. This JVM asks the accounts server for a token of its"
                                    + " own.",
                            String.valueOf(unavailable));
                    return Future.succeededFuture("ask");
                })
                .compose(answer -> follow(answer, request));
    }

    private static long coolDown() {
        return TokenResponse.COOL_DOWN.toMillis();
    }

    /** Does what the script says: a word, and after a space its values. */
    private Future<TokenResponse> follow(String answer, Supplier<Future<TokenResponse>> request) {
        String[] words = answer.split(" ");
        return switch (words[0]) {
            case "token" -> open(words[1], Duration.ofMillis(Long.parseLong(words[2])), request);
            case "wait" -> later(request);
            case "never" ->
                Future.succeededFuture(TokenResponse.askedTooOften(Duration.ofMillis(Long.parseLong(words[1]))));
            default -> request.get().compose(this::share);
        };
    }

    private Future<TokenResponse> open(String sealed, Duration left, Supplier<Future<TokenResponse>> request) {
        used = sealed;
        return cipher.open(sealed)
                .map(token -> Future.succeededFuture(new TokenResponse(token, left, null)))
                // sealed with another client secret: this JVM cannot use it
                .orElseGet(() -> next(request));
    }

    private Future<TokenResponse> later(Supplier<Future<TokenResponse>> request) {
        Promise<TokenResponse> later = Promise.promise();
        long pause = RedisStore.withJitter(RedisStore.MAX_PAUSE_MILLIS);
        loop.vertx().setTimer(pause, again -> next(request).onComplete(later));
        return later.future();
    }

    /** Stores the token of this JVM for all others. Whether or not that succeeds, this JVM has its token. */
    private Future<TokenResponse> share(TokenResponse response) {
        boolean isToken = response.failure() == null;
        String sealed = isToken ? cipher.seal(response.accessToken()) : "";
        if (isToken) {
            used = sealed;
        }
        long life = isToken ? response.lifetime().toMillis() : 0;
        return run("give", sealed, instance, life, 0, coolDown()).transform(given -> Future.succeededFuture(response));
    }

    private Future<Response> run(Object... arguments) {
        return RedisStore.inTime(script.run(List.of(arguments)));
    }

    @Override
    public void close() {
        script.close();
    }
}
