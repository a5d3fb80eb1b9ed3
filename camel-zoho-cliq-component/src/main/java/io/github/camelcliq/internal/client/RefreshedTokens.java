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
     * The most token requests that the accounts server allows in {@link TokenResponse#COOL_DOWN} (Zoho's OAuth page).
     */
    private static final int MAX_REQUESTS = 10;

    /**
     * The longest wait between two tokens while Cliq refuses each of them. There is no wait after the first token and
     * one second after the second; then it doubles up to this. Our choice.
     */
    private static final Duration MAX_FLOOR = Duration.ofMinutes(1);

    /** The wait between attempts while the accounts server is down. Our choice. */
    private static final Duration FLOOR_AFTER_FAILURE = Duration.ofSeconds(5);

    /** The wait after the accounts server refused the credentials. Our choice. */
    private static final Duration FLOOR_AFTER_REFUSAL = Duration.ofMinutes(1);

    /**
     * A token is refreshed when one fifth of its lifetime is left, but at most {@link #MAX_REFRESH_AHEAD} before its
     * expiry.
     */
    private static final int REFRESH_FRACTION = 5;

    private static final Duration MAX_REFRESH_AHEAD = Duration.ofMinutes(5);

    private final Supplier<Future<TokenResponse>> request;
    private final Timing timing;

    private volatile Held held;

    // guarded by this
    private Promise<Authorisation> inFlight;
    private final ArrayDeque<Long> requests = new ArrayDeque<>();
    private long notBefore;
    private PostFailure lastFailure;
    private boolean stopped;

    /** Tokens that Cliq refused since it last accepted a post; written under the lock only. */
    private volatile int refusals;

    /** @param request asks the accounts server once; the future always succeeds */
    RefreshedTokens(Supplier<Future<TokenResponse>> request, Timing timing) {
        this.request = request;
        this.timing = timing;
        this.notBefore = timing.millis();
    }

    /** A token with its times, and one future for all posts that use it. */
    private record Held(
            AccessToken token, long hadAt, long refreshAt, long expiresAt, Future<Authorisation> handedOut) {}

    @Override
    public Future<Authorisation> current() {
        Held now = held;
        long millis = timing.millis();
        if (now != null && millis < now.refreshAt) {
            return now.handedOut;
        }
        if (now != null && millis < now.expiresAt) {
            refreshMeanwhile();
            return now.handedOut;
        }
        return refresh();
    }

    @Override
    public synchronized void refused(AccessToken token, PostFailure refusal) {
        if (held != null && held.token.equals(token)) {
            long floor = refusals == 0 ? 0 : Duration.ofSeconds(1).toMillis() << Math.min(refusals - 1, 6);
            notBefore = Math.max(notBefore, held.hadAt + Math.min(floor, MAX_FLOOR.toMillis()));
            lastFailure = refusal;
            refusals++;
            held = null;
        }
    }

    @Override
    public void accepted(AccessToken token) {
        if (refusals > 0 && isGood(token)) {
            synchronized (this) {
                refusals = 0;
            }
        }
    }

    /** Returns whether Cliq has not refused the token and it has not expired. */
    boolean isGood(AccessToken token) {
        Held now = held;
        return now != null && now.token.equals(token) && timing.millis() < now.expiresAt;
    }

    @Override
    public void stop() {
        Promise<Authorisation> waiting;
        synchronized (this) {
            stopped = true;
            waiting = inFlight;
            inFlight = null;
        }
        if (waiting != null) {
            waiting.tryComplete(PostFailure.stopping());
        }
    }

    private void refreshMeanwhile() {
        Promise<Authorisation> mine;
        synchronized (this) {
            if (stopped || inFlight != null || waitLeft(timing.millis()) > 0) {
                return;
            }
            mine = begin();
        }
        ask(mine);
    }

    private Future<Authorisation> refresh() {
        Promise<Authorisation> mine;
        synchronized (this) {
            long now = timing.millis();
            if (stopped) {
                return Future.succeededFuture(PostFailure.stopping());
            }
            if (held != null && now < held.expiresAt) {
                return held.handedOut;
            }
            if (inFlight != null) {
                return inFlight.future();
            }
            long wait = waitLeft(now);
            if (wait > 0) {
                return Future.succeededFuture(notYet(Duration.ofMillis(wait)));
            }
            mine = begin();
        }
        ask(mine);
        return mine.future();
    }

    private Promise<Authorisation> begin() {
        inFlight = Promise.promise();
        return inFlight;
    }

    private void ask(Promise<Authorisation> waiting) {
        Future.succeededFuture()
                .compose(asked -> request.get())
                .otherwise(RefreshedTokens::unforeseen)
                .map(answer -> keep(waiting, answer))
                .onSuccess(waiting::tryComplete)
                .onFailure(waiting::tryFail);
    }

    /** Makes the result of a request that ended in an unexpected way. The posts that wait for the token must end. */
    private static TokenResponse unforeseen(Throwable failure) {
        return TokenResponse.failed(PostFailure.notPosted(
                FailureKind.UNAVAILABLE,
                "the request for a token was broken off by "
                        + failure.getClass().getName()));
    }

    /** Returns how long no request may go to the accounts server; zero if one may go now. */
    private long waitLeft(long now) {
        while (!requests.isEmpty() && requests.peekFirst() + TokenResponse.COOL_DOWN.toMillis() <= now) {
            requests.pollFirst();
        }
        long forCount =
                requests.size() < MAX_REQUESTS ? 0 : requests.peekFirst() + TokenResponse.COOL_DOWN.toMillis() - now;
        return Math.max(0, Math.max(notBefore - now, forCount));
    }

    /** Returns the failure of posts until the wait is over, with the rest of the wait. */
    private PostFailure notYet(Duration wait) {
        if (lastFailure != null && lastFailure.kind() != FailureKind.THROTTLED) {
            return lastFailure.whileWaiting(wait);
        }
        return PostFailure.notPosted(
                FailureKind.THROTTLED, null, "the token endpoint must be left alone for a while", wait);
    }

    private synchronized Authorisation keep(Promise<Authorisation> waiting, TokenResponse answer) {
        if (inFlight == waiting) {
            inFlight = null;
        }
        long now = timing.millis();
        // count from the answer on: the accounts server cannot have counted the request later
        requests.addLast(now);
        if (answer.failure() == null) {
            lastFailure = null;
            held = hold(answer, now);
            return held.token;
        }
        lastFailure = answer.failure();
        notBefore = now + floorAfter(lastFailure).toMillis();
        return lastFailure;
    }

    private static Held hold(TokenResponse answer, long now) {
        long life = answer.lifetime().toMillis();
        long ahead = Math.min(MAX_REFRESH_AHEAD.toMillis(), life / REFRESH_FRACTION);
        AccessToken token = new AccessToken(answer.accessToken());
        return new Held(token, now, now + life - ahead, now + life, Future.succeededFuture(token));
    }

    private static Duration floorAfter(PostFailure failure) {
        return switch (failure.kind()) {
            case THROTTLED -> failure.retryAfter();
            case UNAVAILABLE -> FLOOR_AFTER_FAILURE;
            case AUTH, REJECTED -> FLOOR_AFTER_REFUSAL;
        };
    }
}
