package io.github.camelcliq.client;

import io.github.camelcliq.client.Budget.Leave;
import io.github.camelcliq.client.Budget.Permit;
import io.github.camelcliq.client.Budget.Refusal;
import io.github.camelcliq.client.Budget.Repeat;
import io.vertx.core.AsyncResult;
import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.impl.ContextInternal;
import io.vertx.ext.web.client.WebClient;
import io.vertx.ext.web.client.WebClientOptions;
import java.io.IOException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

/**
 * Posts the messages of one account to Cliq with Vert.x Web Client: authorises, paces, posts, and repeats a post once
 * whose token Cliq refused. Safe for use by many threads; no call waits. Answers arrive on an event loop: whoever does
 * more with them than a glance moves to another thread first.
 */
public final class CliqClient {

    private final CliqHost host;
    private final TokenSource tokens;
    private final AuthorisationQueue authorisations;
    private final Budget budget;
    private final AtomicInteger inFlight = new AtomicInteger();

    /** What comes of a post that is broken off before anything was sent, and at any later time. */
    private final Function<Throwable, PostResult> unsent = failure -> unforeseen(failure, Delivery.NOT_DELIVERED);

    private final Function<Throwable, PostResult> unsettled = failure -> unforeseen(failure, Delivery.UNKNOWN);

    /** @param transport how connections are made: pool, TLS, proxy; copied */
    public CliqClient(
            Vertx vertx,
            WebClientOptions transport,
            ClientOptions options,
            Credentials credentials,
            Budget budget,
            Timing timing) {
        ContextInternal loop = EventLoop.of(vertx);
        AnswerTimers timers = new AnswerTimers(loop);
        WebClient web = WebClient.create(
                vertx, new WebClientOptions(transport).setFollowRedirects(false).setUserAgentEnabled(false));
        PostBody.takeOver(web);
        String userAgent = transport.getUserAgent();
        this.host = new CliqHost(
                web,
                loop,
                timers,
                new HttpAddress(options.baseUrl()),
                new PostHeaders(userAgent, credentials, options.authorizationScheme()),
                options,
                credentials,
                new AnswerReader(credentials, timing, options.maximumRetryAfter()));
        this.tokens = new TokenSources(web, loop, timers, userAgent, options, timing).of(credentials);
        this.authorisations = new AuthorisationQueue(tokens);
        this.budget = budget;
    }

    /**
     * Posts a message.
     *
     * @return a future that always succeeds: with a {@link Receipt}, or with a {@link PostFailure} for every way a post
     *     can end badly
     */
    public Future<PostResult> post(Post post) {
        Promise<PostResult> settled = Promise.promise();
        post(post, settled::complete);
        return settled.future();
    }

    /** Posts a message, and hands over how it ended: as the future of {@link #post(Post)} does, on the same thread. */
    public void post(Post post, Handler<PostResult> settled) {
        inFlight.incrementAndGet();
        Steps.then(authorisations.current(), authorisation -> authorised(post, authorisation), unsent)
                .onSuccess(result -> {
                    inFlight.decrementAndGet();
                    settled.handle(result);
                });
    }

    /** What stands where at this moment. */
    public Budget.Figures figures() {
        return budget.figures();
    }

    /** What this client was made with. */
    public ClientOptions options() {
        return host.options();
    }

    /** Posts that were asked for and are not settled. */
    public int inFlight() {
        return inFlight.get();
    }

    /**
     * Settles at once, as not delivered, whatever waits for a token or a permit, and refuses what is still to come;
     * what is on the wire may finish.
     */
    public void stop() {
        tokens.stop();
        budget.stop();
    }

    /** Lets go of the connections; posts still on the wire end as lost. */
    public void close() {
        host.web().close();
    }

    /** An end that no post has, such as a clock of the application's that throws: whoever waits must hear of it. */
    private PostFailure unforeseen(Throwable failure, Delivery delivery) {
        String said = QuotedText.textOf(failure);
        String text = Secrets.masked(said, host.credentials().secrets());
        return PostFailure.unanswered(
                delivery, "the post was broken off: " + text, text.equals(said) ? failure : new IOException(text));
    }

    private Future<PostResult> authorised(Post post, Authorisation authorisation) {
        return authorisation instanceof AccessToken token
                ? Steps.then(budget.ask(post.demand()), leave -> attempt(post, token, leave, true), unsent)
                : Future.succeededFuture((PostFailure) authorisation);
    }

    private static boolean wasTokenRefused(PostResult result) {
        return result instanceof PostFailure failure
                && failure.kind() == FailureKind.AUTH
                && !AnswerReader.SCOPE_INVALID.equals(failure.code());
    }

    /** Once, and with a permit of its own; where there is no other token, the refusal stands. */
    private Future<PostResult> withAnotherToken(Attempt refused, PostResult refusal) {
        Repeat repeat = refused.repeated();
        return Steps.then(
                tokens.current(),
                authorisation -> {
                    if (authorisation instanceof AccessToken another && !another.equals(refused.token())) {
                        return Steps.then(
                                repeat.ask(), leave -> attempt(refused.post(), another, leave, false), unsettled);
                    }
                    repeat.giveUp();
                    boolean isOther = authorisation instanceof PostFailure failure && failure.status() == 0;
                    return Future.succeededFuture(isOther ? (PostFailure) authorisation : refusal);
                },
                unsettled);
    }

    /** @param repeatable whether the post may be written once more, should Cliq refuse the token */
    private Future<PostResult> attempt(Post post, AccessToken token, Leave leave, boolean repeatable) {
        if (leave instanceof Refusal refusal) {
            return Future.succeededFuture(PostFailure.refused(refusal));
        }
        Permit permit = (Permit) leave;
        return tokens.isGood(token)
                ? sendWith(post, token, permit, repeatable)
                : sendWithFreshToken(post, permit, repeatable);
    }

    /** While the post waited for its permit, Cliq refused the token to another, or the token's time ran out. */
    private Future<PostResult> sendWithFreshToken(Post post, Permit permit, boolean repeatable) {
        return Steps.then(
                tokens.current(),
                authorisation -> {
                    if (authorisation instanceof AccessToken token) {
                        return sendWith(post, token, permit, repeatable);
                    }
                    permit.unused();
                    return Future.succeededFuture((PostFailure) authorisation);
                },
                unsettled);
    }

    private Future<PostResult> sendWith(Post post, AccessToken token, Permit permit, boolean repeatable) {
        Attempt attempt = new Attempt(host, post, token, permit);
        Promise<PostResult> settled = Promise.promise();
        attempt.send(answer -> ended(attempt, answer, repeatable, settled));
        return settled.future();
    }

    private void ended(
            Attempt attempt, AsyncResult<HttpClientResponse> answer, boolean repeatable, Promise<PostResult> settled) {
        PostResult result;
        try {
            result = attempt.read(answer);
            if (result instanceof Receipt) {
                tokens.accepted(attempt.token());
            } else if (wasTokenRefused(result)) {
                tokens.refused(attempt.token(), (PostFailure) result);
                if (repeatable) {
                    withAnotherToken(attempt, result).onComplete(settled);
                    return;
                }
            }
            attempt.settleWith(budget, result);
        } catch (Throwable failed) {
            // errors too: whoever waits must hear of it
            result = unsettled.apply(failed);
        }
        settled.complete(result);
    }
}
