package io.github.camelcliq.internal.client;

import io.github.camelcliq.client.Delivery;
import io.github.camelcliq.internal.client.PostResult.Receipt;
import io.github.camelcliq.internal.client.TokenSource.Authorisation;
import io.github.camelcliq.internal.http.EventLoop;
import io.github.camelcliq.internal.http.HttpPost;
import io.github.camelcliq.internal.pacing.PostPacer;
import io.github.camelcliq.internal.pacing.PostPacer.Acquisition;
import io.github.camelcliq.internal.pacing.PostPacer.Permit;
import io.github.camelcliq.internal.pacing.PostPacer.PermitRejection;
import io.github.camelcliq.internal.pacing.Timing;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpVersion;
import io.vertx.ext.web.client.HttpRequest;
import io.vertx.ext.web.client.WebClient;
import io.vertx.ext.web.client.WebClientOptions;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiConsumer;
import java.util.function.Supplier;

/**
 * Posts the messages of one account to Cliq with Vert.x Web Client. It paces, authorises and posts. It repeats a post
 * once if Cliq refused its token. Safe for use by many threads; no call blocks. Answers arrive on an event loop, so a
 * caller must move longer work to another thread.
 */
public final class CliqClient {

    private final EventLoop loop;
    private final Future<WebClient> web;
    private final ClientOptions options;
    private final Credentials credentials;
    private final TokenSource tokens;
    private final BiConsumer<Duration, PostFailure> tokenEvents;
    private final PostPacer pacer;
    private final RetryAfter retryAfter;
    private final AtomicInteger inFlight = new AtomicInteger();
    private final Set<Promise<Authorisation>> waitingForToken = ConcurrentHashMap.newKeySet();
    private volatile boolean stopped;

    /**
     * @param loop makes all requests of the account
     * @param transport how connections are made: pool, TLS, proxy; copied. Some of it is always the same. Connections
     *     are not shared with other clients, which may have other TLS and proxy options. The protocol is HTTP/1.1,
     *     since Vert.x loses a stream of HTTP/2 with each post that is given up. There is no pipelining, since a post
     *     that is given up would break off the posts behind it.
     * @param tokenEvents gets the lifetime of each new token, or the failure to get one; must not throw or block
     */
    public CliqClient(
            EventLoop loop,
            WebClientOptions transport,
            ClientOptions options,
            Credentials credentials,
            PostPacer pacer,
            Timing timing,
            BiConsumer<Duration, PostFailure> tokenEvents) {
        this.loop = loop;
        WebClientOptions own = new WebClientOptions(transport)
                .setShared(false)
                .setProtocolVersion(HttpVersion.HTTP_1_1)
                .setUseAlpn(false)
                .setPipelining(false);
        // on the loop: Vert.x closes what a verticle's thread made together with that verticle
        this.web = loop.call(() -> Future.succeededFuture(WebClient.create(loop.vertx(), own)));
        this.options = options;
        this.credentials = credentials;
        this.tokenEvents = tokenEvents;
        this.tokens = tokenSource(timing);
        this.pacer = pacer;
        this.retryAfter = new RetryAfter(timing, options.maximumRetryAfter());
    }

    private TokenSource tokenSource(Timing timing) {
        if (credentials instanceof Credentials.Grant grant) {
            TokenEndpoint endpoint = new TokenEndpoint(loop, web, options, grant);
            SharedTokens shared = options.sharedTokens();
            Supplier<Future<TokenResponse>> next =
                    shared == null ? endpoint::request : () -> shared.next(endpoint::request);
            return new RefreshedTokens(
                    () -> next.get().onSuccess(answer -> tokenEvents.accept(answer.lifetime(), answer.failure())),
                    timing);
        }
        Duration maximumWait = options.tokenTimeouts().total();
        if (credentials instanceof Credentials.SuppliedToken supplied) {
            return new SuppliedTokens(supplied.supplier(), maximumWait, timing);
        }
        AccessToken token = ((Credentials.FixedToken) credentials).token();
        return new SuppliedTokens(() -> CompletableFuture.completedFuture(token.secret()), maximumWait, timing);
    }

    /**
     * Posts a message.
     *
     * @return a future that always succeeds: with a {@link Receipt}, or with a {@link PostFailure} for any failure
     */
    public Future<PostResult> post(Post post) {
        inFlight.incrementAndGet();
        return Future.succeededFuture()
                .compose(begun -> stopped
                        ? Future.succeededFuture(PermitRejection.STOPPING)
                        : pacer.acquire(post.permitRequest()))
                .compose(acquisition -> authorise(post, acquisition, true))
                .otherwise(failure -> unforeseen(failure, Delivery.NOT_DELIVERED))
                .onComplete(settled -> inFlight.decrementAndGet());
    }

    public PostPacer.Figures figures() {
        return pacer.figures();
    }

    public ClientOptions options() {
        return options;
    }

    public boolean isStopped() {
        return stopped;
    }

    /** Returns the number of posts that are not settled. */
    public int inFlight() {
        return inFlight.get();
    }

    /**
     * Ends all posts that wait for a token, as not delivered, and refuses later posts. Posts on the wire may finish. A
     * post that waits for a permit ends when the pacer stops, or when it gets the permit.
     */
    public void stop() {
        stopped = true;
        waitingForToken.forEach(waiting -> waiting.tryComplete(PostFailure.stopping()));
    }

    /** Closes the connections. Posts on the wire end as lost. */
    public void close() {
        web.onSuccess(WebClient::close);
        if (options.sharedTokens() != null) {
            options.sharedTokens().close();
        }
    }

    /**
     * Posts with the current token of the account.
     *
     * @param repeatable whether the post may be written once more if Cliq refuses the token
     */
    private Future<PostResult> authorise(Post post, Acquisition acquisition, boolean repeatable) {
        if (!(acquisition instanceof Permit permit)) {
            return Future.succeededFuture(PostFailure.refused((PermitRejection) acquisition));
        }
        if (stopped || !post.wanted().getAsBoolean()) {
            permit.cancel();
            return Future.succeededFuture(PostFailure.stopping());
        }
        post.permitted().run();
        Future<Authorisation> current = currentToken();
        boolean isHeldUp = !current.isComplete();
        return current.compose(authorisation -> {
            if (authorisation instanceof AccessToken token) {
                Attempt attempt = new Attempt(post, token, permit);
                if (!isHeldUp) {
                    return send(attempt, repeatable);
                }
                return permit.renew()
                        .transform(renewed -> renewed.succeeded()
                                ? send(attempt, repeatable)
                                : withAnotherPermit(attempt, repeatable));
            }
            permit.cancel();
            if (!(credentials instanceof Credentials.Grant)) {
                tokenEvents.accept(null, (PostFailure) authorisation);
            }
            return Future.succeededFuture((PostFailure) authorisation);
        });
    }

    /** Returns the current token, or why there is none. A stop ends the wait for it. */
    private Future<Authorisation> currentToken() {
        Future<Authorisation> current = Future.succeededFuture()
                .compose(begun -> tokens.current())
                .otherwise(failure -> unforeseen(failure, Delivery.NOT_DELIVERED));
        if (current.isComplete()) {
            return current;
        }
        Promise<Authorisation> waiting = Promise.promise();
        waitingForToken.add(waiting);
        current.onSuccess(waiting::tryComplete);
        if (stopped) {
            waiting.tryComplete(PostFailure.stopping());
        }
        return waiting.future().onComplete(ended -> waitingForToken.remove(waiting));
    }

    private Future<PostResult> send(Attempt attempt, boolean repeatable) {
        return attempt.send()
                .compose(result -> {
                    if (attempt.revoked) {
                        return withAnotherPermit(attempt, repeatable);
                    }
                    if (result instanceof Receipt) {
                        tokens.accepted(attempt.token);
                    } else if (result instanceof PostFailure failure && failure.refusesToken()) {
                        tokens.refused(attempt.token, failure);
                        if (repeatable) {
                            return withAnotherToken(attempt, result);
                        }
                    }
                    attempt.settle(result);
                    return Future.succeededFuture(result);
                })
                .otherwise(failure -> brokenOff(attempt, failure));
    }

    private Future<PostResult> withAnotherPermit(Attempt unwritten, boolean repeatable) {
        return unwritten
                .permit
                .acquireAgain(false)
                .compose(acquisition -> authorise(unwritten.post, acquisition, repeatable));
    }

    private PostFailure brokenOff(Attempt attempt, Throwable failure) {
        try {
            attempt.endPermit(false);
        } catch (RuntimeException again) {
            failure.addSuppressed(again);
        }
        return unforeseen(failure, attempt.http.mayHaveLeft() ? Delivery.UNKNOWN : Delivery.NOT_DELIVERED);
    }

    /** Posts once more with another token and another permit. Without another token, the refusal is the result. */
    private Future<PostResult> withAnotherToken(Attempt first, PostResult refusal) {
        return currentToken().compose(authorisation -> {
            if (authorisation instanceof AccessToken another && !another.equals(first.token)) {
                return first.permit
                        .acquireAgain(true)
                        .compose(acquisition -> authorise(first.post, acquisition, false));
            }
            first.permit.releaseAfterWindow(false);
            return Future.succeededFuture(
                    authorisation instanceof PostFailure other && other.status() == 0 ? other : refusal);
        });
    }

    /**
     * Makes the failure of a post that ended in an unexpected way, for example because a clock of the application
     * throws. The exchange must end even then.
     */
    private PostFailure unforeseen(Throwable failure, Delivery delivery) {
        String said = QuotedText.textOf(failure);
        String text = QuotedText.masked(said, credentials.secrets());
        return PostFailure.unanswered(
                delivery, "the post was broken off: " + text, text.equals(said) ? failure : new IOException(text));
    }

    /** One request with one message, one token and one permit, and the reading of its answer. */
    private final class Attempt {

        private final Post post;
        private final AccessToken token;
        private final Permit permit;
        private final HttpPost http;

        /** Whether the permit was revoked before a byte was written. */
        private boolean revoked;

        Attempt(Post post, AccessToken token, Permit permit) {
            this.post = post;
            this.token = token;
            this.permit = permit;
            this.http = new HttpPost(loop.vertx(), post.body(), this::isPermitted);
        }

        private boolean isPermitted() {
            revoked = permit.isRevoked();
            return !revoked;
        }

        /**
         * Sends the message once, in a later turn of the event loop. If an earlier post has just ended, its connection
         * is free only then.
         */
        Future<PostResult> send() {
            return loop.call(() -> web.compose(client -> http.send(request(client), post.timeouts())))
                    .transform(answer ->
                            Future.succeededFuture(answer.succeeded() ? read(answer.result()) : lost(answer.cause())));
        }

        /**
         * Tells the pacer how the post ended, before anything else continues: a lock must begin before the next request
         * for a permit.
         */
        void settle(PostResult result) {
            if (result instanceof PostFailure failure
                    && failure.kind() == FailureKind.THROTTLED
                    && failure.status() > 0) {
                pacer.throttled(failure.retryAfter());
            }
            endPermit(result instanceof Receipt
                    || result instanceof PostFailure failure && failure.kind() == FailureKind.REJECTED);
        }

        void endPermit(boolean lockIsOver) {
            if (http.mayHaveLeft()) {
                permit.releaseAfterWindow(lockIsOver);
            } else {
                permit.cancel();
            }
        }

        private HttpRequest<Buffer> request(WebClient web) {
            HttpRequest<Buffer> request = web.requestAbs(HttpMethod.POST, options.baseUrl() + post.uri())
                    .putHeader("Content-Type", "application/json;charset=UTF-8");
            return credentials instanceof Credentials.FixedToken fixed && fixed.isWebhookToken()
                    ? request.addQueryParam("zapikey", token.secret())
                    : request.putHeader(
                            "Authorization", options.authorizationScheme().headerName() + " " + token.secret());
        }

        /**
         * Reads the answer. If the body was cut off, only a status of a refusal counts. A success or a server error
         * counts only with the whole answer.
         */
        private PostResult read(HttpPost.Response answer) {
            boolean refused = answer.status() >= 300 && answer.status() < 500;
            return answer.cutOffBy() == null || refused
                    ? new ResponseClassifier(post, answer, credentials, token, retryAfter).result()
                    : lost(answer.cutOffBy());
        }

        private PostFailure lost(Throwable failure) {
            String text = ConnectionTrouble.textOf(failure);
            // Vert.x quotes the request in its time-outs, and its query may hold keys
            String plain = text.replaceAll("\\?\\S*", "");
            String safe = QuotedText.masked(QuotedText.masked(plain, List.of(token.secret())), credentials.secrets());
            Throwable cause = safe.equals(text) ? failure : new IOException(safe);
            if (http.mayHaveLeft()) {
                return PostFailure.unanswered(
                        Delivery.UNKNOWN, "the answer of " + options.baseUrl() + " was lost: " + safe, cause);
            }
            String said = "no connection to " + options.baseUrl() + ": " + safe;
            int proxyRefusal = ConnectionTrouble.proxyRefusal(failure);
            FailureKind kind = proxyRefusal > 0 ? FailureKind.REJECTED : FailureKind.UNAVAILABLE;
            return new PostFailure(kind, proxyRefusal, null, said, null, Delivery.NOT_DELIVERED, cause);
        }
    }
}
