package io.github.camelcliq.internal.client;

import io.github.camelcliq.client.Delivery;
import io.github.camelcliq.internal.http.EventLoop;
import io.github.camelcliq.internal.pacing.PostPacer;
import io.github.camelcliq.internal.pacing.PostPacer.Acquisition;
import io.github.camelcliq.internal.pacing.PostPacer.Permit;
import io.github.camelcliq.internal.pacing.PostPacer.PermitRejection;
import io.github.camelcliq.internal.pacing.Timing;
import io.vertx.core.Future;
import io.vertx.core.http.HttpVersion;
import io.vertx.ext.web.client.WebClient;
import io.vertx.ext.web.client.WebClientOptions;
import java.io.IOException;
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
    private final ResponseClassifier answers;
    private final AtomicInteger inFlight = new AtomicInteger();

    /**
     * @param loop makes all requests of the account
     * @param transport how connections are made: pool, TLS, proxy; copied. Redirects are not followed, since a token
     *     goes to the configured host only; connections are not shared with other clients, whose TLS and proxy may be
     *     other ones; and HTTP/1.1 is spoken: Vert.x loses a stream of HTTP/2 with each post that is given up
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
                .setFollowRedirects(false)
                .setShared(false)
                .setProtocolVersion(HttpVersion.HTTP_1_1)
                .setUseAlpn(false);
        // on the loop: Vert.x closes what a verticle's thread made together with that verticle
        this.web = loop.call(() -> Future.succeededFuture(WebClient.create(loop.vertx(), own)));
        this.options = options;
        this.credentials = credentials;
        this.tokens = new TokenSources(loop, web, options, timing).of(credentials);
        this.pacer = pacer;
        this.answers = new ResponseClassifier(credentials, timing, options.maximumRetryAfter());
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
                .compose(acquisition -> authorise(post, acquisition, true))
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
    private Future<PostResult> authorise(Post post, Acquisition acquisition, boolean repeatable) {
        if (!(acquisition instanceof Permit permit)) {
            return Future.succeededFuture(PostFailure.refused((PermitRejection) acquisition));
        }
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
        return attempt.send(loop, web, answers)
                .compose(result -> {
                    if (attempt.wasRevoked()) {
                        return permit.acquireAgain(false)
                                .compose(acquisition -> authorise(post, acquisition, repeatable));
                    }
                    if (result instanceof Receipt) {
                        tokens.accepted(token);
                    } else if (wasTokenRefused(result)) {
                        tokens.refused(token, (PostFailure) result);
                        if (repeatable) {
                            return withAnotherToken(post, token, permit, result);
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
    private Future<PostResult> withAnotherToken(Post post, AccessToken refused, Permit permit, PostResult refusal) {
        return currentToken().compose(authorisation -> {
            if (authorisation instanceof AccessToken another && !another.equals(refused)) {
                return permit.acquireAgain(true).compose(acquisition -> authorise(post, acquisition, false));
            }
            permit.releaseAfterWindow(false);
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
        String text = Secrets.masked(said, credentials.secrets());
        return PostFailure.unanswered(
                delivery, "the post was broken off: " + text, text.equals(said) ? failure : new IOException(text));
    }
}
