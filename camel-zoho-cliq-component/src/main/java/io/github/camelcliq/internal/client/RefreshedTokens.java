package io.github.camelcliq.internal.client;

import io.github.camelcliq.internal.pacing.Timing;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.function.Supplier;

/**
 * Refreshes the access token of one account. At most one request for a token is under way, even if many posts wait. It
 * refreshes a token before its expiry, and posts use the old token meanwhile. It never asks the accounts server more
 * often than allowed.
 */
final class RefreshedTokens implements TokenSource {

    /**
     * The longest wait between two tokens while Cliq refuses each of them. There is no wait after the first token and
     * one second after the second; then it doubles up to this. Our choice.
     */
    private static final Duration MAX_WAIT = Duration.ofMinutes(1);

    /** The wait between attempts while the accounts server is down. Our choice. */
    private static final Duration WAIT_AFTER_FAILURE = Duration.ofSeconds(5);

    /** The wait after the accounts server refused the credentials. Our choice. */
    private static final Duration WAIT_AFTER_REFUSAL = Duration.ofMinutes(1);

    /**
     * A token is refreshed when one fifth of its lifetime is left, but at most {@link #MAX_REFRESH_AHEAD} before its
     * expiry.
     */
    private static final int REFRESH_FRACTION = 5;

    private static final Duration MAX_REFRESH_AHEAD = Duration.ofMinutes(5);

    private final Supplier<Future<TokenResponse>> request;
    private final Timing timing;

    // guarded by this
    private Held held;

    /** The end of the last request for a token. */
    private Promise<Authorisation> refreshed = Promise.promise();

    private final ArrayDeque<Long> requests = new ArrayDeque<>();
    private long notBefore;
    private PostFailure lastFailure;

    /** Tokens that Cliq refused since it last accepted a post. */
    private int refusals;

    /** @param request asks the accounts server once; the future always succeeds */
    RefreshedTokens(Supplier<Future<TokenResponse>> request, Timing timing) {
        this.request = request;
        this.timing = timing;
        this.notBefore = timing.millis();
        this.refreshed.complete();
    }

    private record Held(AccessToken token, long receivedAt, long refreshAt, long expiresAt) {}

    @Override
    public synchronized Future<Authorisation> current() {
        long now = timing.millis();
        long wait = waitLeft(now);
        AccessToken usable = held != null && now < held.expiresAt ? held.token : null;
        boolean isDue = usable == null || now >= held.refreshAt;
        if (isDue && refreshed.future().isComplete() && wait == 0) {
            refresh();
        }
        if (usable != null) {
            return Future.succeededFuture(usable);
        }
        return wait > 0 && refreshed.future().isComplete()
                ? Future.succeededFuture(notYet(Duration.ofMillis(wait)))
                : refreshed.future();
    }

    @Override
    public synchronized void refused(AccessToken token, PostFailure refusal) {
        if (held != null && held.token.equals(token)) {
            long pause = refusals == 0 ? 0 : Duration.ofSeconds(1).toMillis() << Math.min(refusals - 1, 6);
            notBefore = Math.max(notBefore, held.receivedAt + Math.min(pause, MAX_WAIT.toMillis()));
            lastFailure = refusal;
            refusals++;
            held = null;
        }
    }

    @Override
    public synchronized void accepted(AccessToken token) {
        if (isGood(token)) {
            refusals = 0;
        }
    }

    /** Returns whether Cliq has not refused the token and it has not expired. */
    synchronized boolean isGood(AccessToken token) {
        return held != null && held.token.equals(token) && timing.millis() < held.expiresAt;
    }

    private void refresh() {
        Promise<Authorisation> waiting = Promise.promise();
        refreshed = waiting;
        Future.succeededFuture()
                .compose(asked -> request.get())
                // the posts that wait for the token must end
                .otherwise(failure -> TokenResponse.failed(PostFailure.notPosted(
                        FailureKind.UNAVAILABLE,
                        "the request for a token was broken off by "
                                + failure.getClass().getName())))
                .map(this::keep)
                .onComplete(waiting);
    }

    /** Returns how long no request may go to the accounts server; zero if one may go now. */
    private long waitLeft(long now) {
        long nextInWindow = requests.size() < TokenResponse.MAX_REQUESTS
                ? now
                : requests.peek() + TokenResponse.COOL_DOWN.toMillis();
        return Math.max(0, Math.max(notBefore, nextInWindow) - now);
    }

    /** Returns the failure of posts until the wait is over, with the rest of the wait. */
    private PostFailure notYet(Duration wait) {
        if (lastFailure != null && lastFailure.kind() != FailureKind.THROTTLED) {
            return lastFailure.whileWaiting(wait);
        }
        return TokenResponse.askedTooOften(wait).failure();
    }

    private synchronized Authorisation keep(TokenResponse answer) {
        long now = timing.millis();
        // count from the answer on: the accounts server cannot have counted the request later
        requests.add(now);
        if (requests.size() > TokenResponse.MAX_REQUESTS) {
            requests.remove();
        }
        if (answer.failure() == null) {
            lastFailure = null;
            long life = answer.lifetime().toMillis();
            long ahead = Math.min(MAX_REFRESH_AHEAD.toMillis(), life / REFRESH_FRACTION);
            held = new Held(new AccessToken(answer.accessToken()), now, now + life - ahead, now + life);
            return held.token;
        }
        lastFailure = answer.failure();
        Duration pause =
                switch (lastFailure.kind()) {
                    case THROTTLED -> lastFailure.retryAfter();
                    case UNAVAILABLE -> WAIT_AFTER_FAILURE;
                    case AUTH, REJECTED -> WAIT_AFTER_REFUSAL;
                };
        notBefore = now + pause.toMillis();
        return lastFailure;
    }
}
