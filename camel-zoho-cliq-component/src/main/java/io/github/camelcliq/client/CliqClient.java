package io.github.camelcliq.client;

import io.github.camelcliq.client.Budget.Leave;
import io.github.camelcliq.client.Budget.Permit;
import io.github.camelcliq.client.Budget.Refusal;
import io.github.camelcliq.client.Budget.Repeat;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.client.HttpRequest;
import io.vertx.ext.web.client.HttpResponse;
import io.vertx.ext.web.client.WebClient;
import io.vertx.ext.web.client.WebClientOptions;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Posts the messages of one account to Cliq with Vert.x Web Client: authorises, paces, posts, and repeats a post once
 * whose token Cliq refused. Safe for use by many threads; no call waits. Answers arrive on an event loop: whoever does
 * more with them than a glance moves to another thread first.
 */
public final class CliqClient {

    private static final String JSON = "application/json;charset=UTF-8";

    private final WebClient web;
    private final Context loop;
    private final ClientOptions options;
    private final Credentials credentials;
    private final TokenSource tokens;
    private final AuthorisationQueue authorisations;
    private final Budget budget;
    private final AnswerReader answers;
    private final AtomicInteger inFlight = new AtomicInteger();

    /** @param transport how connections are made: pool, TLS, proxy; copied */
    public CliqClient(
            Vertx vertx,
            WebClientOptions transport,
            ClientOptions options,
            Credentials credentials,
            Budget budget,
            Timing timing) {
        this.options = options;
        this.credentials = credentials;
        this.budget = budget;
        this.answers = new AnswerReader(credentials, timing, options.maximumRetryAfter());
        // redirects are not followed: a token goes to the configured host only
        this.loop = EventLoop.of(vertx);
        this.web = WebClient.create(vertx, new WebClientOptions(transport).setFollowRedirects(false));
        this.tokens = TokenSources.of(credentials, web, loop, options, timing);
        this.authorisations = new AuthorisationQueue(tokens);
    }

    /**
     * Posts a message.
     *
     * @return a future that always succeeds: with a {@link Receipt}, or with a {@link PostFailure} for every way a post
     *     can end badly
     */
    public Future<PostResult> post(Post post) {
        inFlight.incrementAndGet();
        return Future.succeededFuture()
                .compose(started -> authorisations.current())
                .compose(authorisation -> authorisation instanceof AccessToken token
                        ? budget.ask(post.demand())
                                .compose(leave -> attempt(post, token, leave, true)
                                        .otherwise(failure -> unforeseen(failure, Delivery.UNKNOWN)))
                        : Future.succeededFuture((PostFailure) authorisation))
                .otherwise(failure -> unforeseen(failure, Delivery.NOT_DELIVERED))
                .onComplete(done -> inFlight.decrementAndGet());
    }

    /** An end that no post has, such as a clock of the application's that throws: whoever waits must hear of it. */
    private PostFailure unforeseen(Throwable failure, Delivery delivery) {
        String said = QuotedText.textOf(failure);
        String text = Secrets.masked(said, credentials.secrets());
        return PostFailure.unanswered(
                delivery, "the post was broken off: " + text, text.equals(said) ? failure : new IOException(text));
    }

    /** What stands where at this moment. */
    public Budget.Figures figures() {
        return budget.figures();
    }

    /** What this client was made with. */
    public ClientOptions options() {
        return options;
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
        web.close();
    }

    private static boolean wasRefused(PostResult result) {
        return result instanceof PostFailure failure
                && failure.status() == 401
                && failure.kind() == FailureKind.AUTH
                && !AnswerReader.SCOPE_INVALID.equals(failure.code());
    }

    /** Once, and with a permit of its own; where there is no other token, the refusal stands. */
    private Future<PostResult> withAnotherToken(Post post, AccessToken refused, PostResult refusal, Repeat repeat) {
        return tokens.insteadOf(refused).compose(authorisation -> {
            if (authorisation instanceof AccessToken another && !another.equals(refused)) {
                return repeat.ask().compose(leave -> attempt(post, another, leave, false));
            }
            repeat.giveUp();
            return Future.succeededFuture(authorisation instanceof PostFailure failure ? failure : refusal);
        });
    }

    /** @param repeatable whether the post may be written once more, should Cliq refuse the token */
    private Future<PostResult> attempt(Post post, AccessToken token, Leave leave, boolean repeatable) {
        if (leave instanceof Refusal refusal) {
            return Future.succeededFuture(refused(refusal));
        }
        Permit permit = (Permit) leave;
        return tokens.isGood(token)
                ? sendWith(post, token, permit, repeatable)
                : sendWithFreshToken(post, permit, repeatable);
    }

    /** While the post waited for its permit, Cliq refused the token to another, or the token's time ran out. */
    private Future<PostResult> sendWithFreshToken(Post post, Permit permit, boolean repeatable) {
        return tokens.current().compose(authorisation -> {
            if (authorisation instanceof AccessToken token) {
                return sendWith(post, token, permit, repeatable);
            }
            permit.unused();
            return Future.succeededFuture((PostFailure) authorisation);
        });
    }

    private Future<PostResult> sendWith(Post post, AccessToken token, Permit permit, boolean repeatable) {
        PostBody body = new PostBody(post.body(), permit::lost);
        AnswerBody said = new AnswerBody();
        return answer(post, token, body, said)
                .transform(answer -> Future.succeededFuture(
                        answer.succeeded()
                                ? answers.read(post.kind(), token, whole(answer.result(), said))
                                : broken(post, body, said, token, answer.cause())))
                .compose(result -> {
                    if (repeatable && wasRefused(result)) {
                        return withAnotherToken(post, token, result, permit.repeated());
                    }
                    account(result, body, permit);
                    return Future.succeededFuture(result);
                });
    }

    private static Answer whole(HttpResponse<Buffer> answer, AnswerBody said) {
        return new Answer(answer.statusCode(), answer.headers(), said.readable(), said.length());
    }

    /**
     * The status of an answer whose body was cut off, or goes on for ever, still says that Cliq refused the message. Of
     * a success or a failure of Cliq's own, only the whole answer is believed.
     */
    private PostResult broken(Post post, PostBody body, AnswerBody said, AccessToken token, Throwable failure) {
        HttpClientResponse head = body.head();
        boolean refused = head != null && head.statusCode() >= 300 && head.statusCode() < 500;
        return refused
                ? answers.read(
                        post.kind(),
                        token,
                        new Answer(head.statusCode(), head.headers(), Buffer.buffer(), said.length()))
                : lost(post, body, token, failure);
    }

    private Future<HttpResponse<Buffer>> answer(Post post, AccessToken token, PostBody body, AnswerBody said) {
        return EventLoop.unlessOnOne(loop, () -> send(post, token, body, said));
    }

    private Future<HttpResponse<Buffer>> send(Post post, AccessToken token, PostBody body, AnswerBody said) {
        try {
            return request(post, token)
                    .as(said)
                    .sendStream(body)
                    .timeout(post.timeouts().total().toMillis(), TimeUnit.MILLISECONDS)
                    .onFailure(lost -> body.abandon());
        } catch (RuntimeException unsendable) {
            // Web Client throws, rather than fails, once it is closed
            return Future.failedFuture(unsendable);
        }
    }

    private HttpRequest<Buffer> request(Post post, AccessToken token) {
        HttpRequest<Buffer> request = web.requestAbs(HttpMethod.POST, options.baseUrl() + uri(post))
                .putHeader(HttpHeaders.CONTENT_TYPE.toString(), JSON)
                .putHeader(
                        HttpHeaders.CONTENT_LENGTH.toString(),
                        Integer.toString(post.body().length()))
                .connectTimeout(post.timeouts().connect().toMillis())
                .idleTimeout(post.timeouts().read().toMillis());
        return credentials instanceof Credentials.WebhookToken
                ? request
                : request.putHeader(
                        HttpHeaders.AUTHORIZATION.toString(), token.authorization(options.authorizationScheme()));
    }

    private String uri(Post post) {
        return credentials instanceof Credentials.WebhookToken webhook
                ? post.uri()
                        + (post.uri().indexOf('?') < 0 ? "?zapikey=" : "&zapikey=")
                        + URLEncoder.encode(webhook.zapikey(), StandardCharsets.UTF_8)
                : post.uri();
    }

    /**
     * The budget hears how the post ended before anybody else does: a lock must hold before the next post is asked for.
     */
    private void account(PostResult result, PostBody body, Permit permit) {
        if (result instanceof PostFailure failure && failure.kind() == FailureKind.THROTTLED && failure.status() > 0) {
            budget.throttled(failure.retryAfter());
        }
        if (body.handedOver()) {
            permit.answered(result instanceof Receipt
                    || result instanceof PostFailure failure && failure.kind() == FailureKind.REJECTED);
        } else {
            permit.unused();
        }
    }

    private String masked(String text, AccessToken token) {
        return Secrets.masked(token.maskedIn(text), credentials.secrets());
    }

    private static PostFailure refused(Refusal refusal) {
        return refusal.reason() == Budget.Reason.STOPPING
                ? PostFailure.stopping()
                : PostFailure.notPosted(
                        FailureKind.THROTTLED, null, refusal.reason().text(), refusal.turnIn());
    }

    /** No answer: what is known of the message depends on whether a connection had taken its bytes. */
    private PostFailure lost(Post post, PostBody body, AccessToken token, Throwable failure) {
        if (failure instanceof PostBody.LeaveLostException leave) {
            return refused(leave.refusal());
        }
        String said = QuotedText.textOf(failure);
        String text = masked(withoutQuery(said, uri(post)), token);
        String message = (body.handedOver() ? "the answer of " : "no connection to ")
                + options.baseUrl()
                + (body.handedOver() ? " was lost: " : ": ")
                + text;
        return PostFailure.unanswered(
                body.handedOver() ? Delivery.UNKNOWN : Delivery.NOT_DELIVERED,
                message,
                text.equals(said) ? failure : new IOException(text));
    }

    /** Vert.x quotes the request in its time-outs, and a query may hold keys. */
    private static String withoutQuery(String text, String uri) {
        int query = uri.indexOf('?');
        return query < 0 ? text : text.replace(uri.substring(query), "");
    }
}
