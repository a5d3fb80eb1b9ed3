package io.github.camelcliq.internal.client;

import io.github.camelcliq.client.Delivery;
import io.github.camelcliq.internal.http.EventLoop;
import io.github.camelcliq.internal.pacing.PostPacer;
import io.github.camelcliq.internal.pacing.PostPacer.Permit;
import io.github.camelcliq.internal.pacing.PostPacer.PermitRejection;
import io.github.camelcliq.internal.pacing.PostPacer.SecondAttempt;
import io.github.camelcliq.internal.pacing.Timing;
import io.vertx.core.Future;
import io.vertx.core.http.HttpVersion;
import io.vertx.ext.web.client.WebClient;
import io.vertx.ext.web.client.WebClientOptions;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;

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
    private final PostPacer pacer;
    private final RetryAfter retryAfter;
    private final AtomicInteger inFlight = new AtomicInteger();

    /**
     * @param loop makes all requests of the account
     * @param transport how connections are made: pool, TLS, proxy; copied. Some of it is always the same. Connections
     *     are not shared with other clients, which may have other TLS and proxy options. The protocol is HTTP/1.1,
     *     since Vert.x loses a stream of HTTP/2 with each post that is given up. There is no pipelining, since a post
     *     that is given up would break off the posts behind it.
     */
    public CliqClient(
            EventLoop loop,
            WebClientOptions transport,
            ClientOptions options,
            Credentials credentials,
            PostPacer pacer,
            Timing timing) {
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
        this.tokens = tokenSource(timing);
        this.pacer = pacer;
        this.retryAfter = new RetryAfter(timing, options.maximumRetryAfter());
    }

    private TokenSource tokenSource(Timing timing) {
        if (credentials instanceof Credentials.Grant grant) {
            return new RefreshedTokens(new TokenEndpoint(loop, web, options, grant)::request, timing);
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
                .compose(begun -> pacer.acquire(post.permitRequest()))
                .compose(acquisition -> acquisition instanceof Permit permit
                        ? authorise(post, permit, true)
                        : Future.succeededFuture(PostFailure.refused((PermitRejection) acquisition)))
                .otherwise(failure -> unforeseen(failure, Delivery.NOT_DELIVERED))
                .onComplete(settled -> inFlight.decrementAndGet());
    }

    /** Returns the figures of this moment. */
    public PostPacer.Figures figures() {
        return pacer.figures();
    }

    /** Returns the options of this client. */
    public ClientOptions options() {
        return options;
    }

    /** Returns the number of posts that are not settled. */
    public int inFlight() {
        return inFlight.get();
    }

    /**
     * Ends all posts that wait for a token or a permit, as not delivered, and refuses later posts. Posts on the wire
     * may finish.
     */
    public void stop() {
        tokens.stop();
        pacer.stop();
    }

    /** Closes the connections. Posts on the wire end as lost. */
    public void close() {
        web.onSuccess(WebClient::close);
    }

    /**
     * Posts with the current token of the account.
     *
     * @param repeatable whether the post may be written once more if Cliq refuses the token
     */
    private Future<PostResult> authorise(Post post, Permit permit, boolean repeatable) {
        return currentToken().onFailure(failed -> permit.cancel()).compose(authorisation -> {
            if (authorisation instanceof AccessToken token) {
                return send(post, token, permit, repeatable);
            }
            permit.cancel();
            return Future.succeededFuture((PostFailure) authorisation);
        });
    }

    /** Returns the current token. Fails if the source throws, for example because a clock of the application throws. */
    private Future<Authorisation> currentToken() {
        return Future.succeededFuture().compose(begun -> tokens.current());
    }

    private Future<PostResult> send(Post post, AccessToken token, Permit permit, boolean repeatable) {
        Attempt attempt = new Attempt(loop, options, credentials, post, token, permit);
        return attempt.send(loop, web, retryAfter)
                .compose(result -> {
                    if (result instanceof Receipt) {
                        tokens.accepted(token);
                    } else if (wasTokenRefused(result)) {
                        tokens.refused(token, (PostFailure) result);
                        if (repeatable) {
                            return withAnotherToken(post, token, permit.releaseForSecondAttempt(), result);
                        }
                    }
                    attempt.settleWith(pacer, result);
                    return Future.succeededFuture(result);
                })
                .otherwise(failure -> brokenOff(attempt, failure));
    }

    private PostFailure brokenOff(Attempt attempt, Throwable failure) {
        try {
            attempt.endPermit(false);
        } catch (RuntimeException again) {
            failure.addSuppressed(again);
        }
        return unforeseen(failure, attempt.mayHaveLeft() ? Delivery.UNKNOWN : Delivery.NOT_DELIVERED);
    }

    private static boolean wasTokenRefused(PostResult result) {
        return result instanceof PostFailure failure
                && failure.kind() == FailureKind.AUTH
                && !ResponseClassifier.SCOPE_INVALID.equals(failure.code());
    }

    /** Posts once more with another token and another permit. Without another token, the refusal is the result. */
    private Future<PostResult> withAnotherToken(
            Post post, AccessToken refused, SecondAttempt repeat, PostResult refusal) {
        return currentToken().onFailure(failed -> repeat.giveUp()).compose(authorisation -> {
            if (authorisation instanceof AccessToken another && !another.equals(refused)) {
                return repeat.acquire()
                        .compose(acquisition -> acquisition instanceof Permit permit
                                ? authorise(post, permit, false)
                                : Future.succeededFuture(PostFailure.refused((PermitRejection) acquisition)));
            }
            repeat.giveUp();
            boolean isOther = authorisation instanceof PostFailure failure && failure.status() == 0;
            return Future.succeededFuture(isOther ? (PostFailure) authorisation : refusal);
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
}
