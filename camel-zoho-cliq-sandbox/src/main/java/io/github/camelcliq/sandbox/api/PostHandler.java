package io.github.camelcliq.sandbox.api;

import io.github.camelcliq.sandbox.DestinationKind;
import io.github.camelcliq.sandbox.MessageAuthor;
import io.github.camelcliq.sandbox.MessageState;
import io.github.camelcliq.sandbox.ReceivedMessage;
import io.github.camelcliq.sandbox.fault.RequestExchange;
import io.github.camelcliq.sandbox.http.Answer;
import io.github.camelcliq.sandbox.http.MaskedQuery;
import io.github.camelcliq.sandbox.judging.Complaint;
import io.github.camelcliq.sandbox.judging.Judgement;
import io.github.camelcliq.sandbox.judging.MessageJudge;
import io.github.camelcliq.sandbox.limits.UserBudgets;
import io.github.camelcliq.sandbox.oauth.Grant;
import io.github.camelcliq.sandbox.state.ChatDirectory;
import io.github.camelcliq.sandbox.state.MessageAuthors;
import io.github.camelcliq.sandbox.state.PostedJson;
import io.github.camelcliq.sandbox.state.Receipts;
import io.github.camelcliq.sandbox.state.RestrictedPost;
import io.github.camelcliq.sandbox.state.SandboxState;
import io.vertx.core.Future;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.MIMEHeader;
import io.vertx.ext.web.RoutingContext;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Judges posts as Cliq does, and keeps the messages that it accepts. It checks in this order: {@code Accept}, the
 * token, the scopes of the token, the limits of the user, the target, the permissions of the user, and the message. A
 * post that one of the first three refuses does not count against the limits. A post that one of the last three refuses
 * counts (our choice: the reference does not say).
 */
public final class PostHandler {

    /** The largest message, in bytes, that is judged on the event loop. A larger one would hold up other requests. */
    private static final int QUICKLY_JUDGED = 64 * 1024;

    /** Our choice of words: the reference names only the status. */
    private static final Answer UNKNOWN_TARGET = Answer.error(404, "The chat, channel, user or bot does not exist.");

    private static final Answer JSON_REFUSED =
            Answer.error(406, "Accept leaves out application/json, the only type of answers.");

    private final PostAuthentication authentication;
    private final RequiredScopes scopes;
    private final UserBudgets budgets;
    private final Future<MessageJudge> judge;
    private final SandboxState state;
    private final ChatDirectory chats;
    private final MessageAuthors authors;
    private final PostPermissions permissions;
    private final Receipts receipts;

    /** @param judge judges messages, once it is loaded */
    public PostHandler(
            PostAuthentication authentication,
            RequiredScopes scopes,
            UserBudgets budgets,
            Future<MessageJudge> judge,
            SandboxState state,
            ChatDirectory chats,
            Receipts receipts) {
        this.authentication = authentication;
        this.scopes = scopes;
        this.budgets = budgets;
        this.judge = judge;
        this.state = state;
        this.chats = chats;
        this.receipts = receipts;
        this.authors = new MessageAuthors(chats.organisation());
        this.permissions = new PostPermissions(chats.organisation());
    }

    /** Returns the answer to a post that was read to its end. */
    Future<Answer> judge(RoutingContext context, PostingPath path) {
        return judge.compose(ready -> verdict(context, path, ready)).map(verdict -> {
            PostExchange.of(context).judged(verdict.judgement());
            return verdict.answer();
        });
    }

    private Future<Verdict> verdict(RoutingContext context, PostingPath path, MessageJudge ready) {
        if (RequestExchange.of(context).body().length <= QUICKLY_JUDGED) {
            return Future.succeededFuture(judged(context, path, ready));
        }
        return context.vertx().executeBlocking(() -> judged(context, path, ready), false);
    }

    private Verdict judged(RoutingContext context, PostingPath path, MessageJudge ready) {
        if (!takesJson(context)) {
            return new Verdict(JSON_REFUSED);
        }
        Optional<Grant> grant = authentication.grant(context, path);
        if (grant.isEmpty()) {
            return new Verdict(Answer.unauthorized());
        }
        if (!scopes.areIn(grant.get(), path, context.queryParams().contains("bot_unique_name"))) {
            return new Verdict(Answer.scopeMissing());
        }
        RequestExchange exchange = RequestExchange.of(context);
        PostedJson body = PostedJson.of(exchange.request().getHeader(HttpHeaders.CONTENT_TYPE), exchange.body());
        boolean restricted = RestrictedPost.isRestricted(path.kind(), context.pathParam("id"), body.message());
        return budgets.post(grant.get().user(), restricted, exchange.readAt())
                .map(lock -> new Verdict(Answer.throttled(state.throttleAnswer(), lock)))
                .orElseGet(() -> judged(context, path, ready, grant.get().user(), body));
    }

    private Verdict judged(RoutingContext context, PostingPath path, MessageJudge ready, String user, PostedJson body) {
        if (!chats.takes(path.kind(), context.pathParam("id"))) {
            return new Verdict(UNKNOWN_TARGET);
        }
        Optional<Answer> forbidden = permissions.refusal(user, body.message());
        if (forbidden.isPresent()) {
            return new Verdict(forbidden.get());
        }
        if (body.isMalformed()) {
            return new Verdict(body.refusal(), Judgement.of(body.complaints()));
        }
        Judgement judgement = ready.judge(body.message(), path.kind() == DestinationKind.BOT);
        List<Complaint> complaints = judgement.complaints();
        Answer answer = complaints.isEmpty() ? keep(context, path, user, body) : refusal(complaints.get(0));
        return new Verdict(answer, judgement);
    }

    /** Returns whether the client takes JSON. A request without {@code Accept} takes everything. */
    private static boolean takesJson(RoutingContext context) {
        List<MIMEHeader> accepted = context.parsedHeaders().accept();
        return accepted.isEmpty() || accepted.stream().anyMatch(PostHandler::isJson);
    }

    private static boolean isJson(MIMEHeader range) {
        return range.weight() > 0
                && (range.component().equals("*")
                        || range.component().equalsIgnoreCase("application")
                                && (range.subComponent().equals("*")
                                        || range.subComponent().equalsIgnoreCase("json")));
    }

    private Answer keep(RoutingContext context, PostingPath path, String user, PostedJson body) {
        Instant now = state.now();
        String id = receipts.newId(now);
        String target = context.pathParam("id");
        Map<String, String> query = query(context.queryParams());
        // first, so that a message that can be read is counted
        budgets.accepted(user);
        chats.open(path.kind(), target);
        MessageAuthor author = authors.author(path.kind(), target, user, query, body.message());
        PostExchange.of(context)
                .keep(new ReceivedMessage(
                        0,
                        id,
                        path.version(),
                        path.kind(),
                        target,
                        user,
                        author,
                        now,
                        query,
                        body.text(),
                        MessageState.NEW));
        return receipts.accepted(path.kind(), body.message(), id, now);
    }

    private static Answer refusal(Complaint first) {
        return Answer.error(
                400, first.extraKey() ? "extra_key_found" : "input_pattern_mismatch", PostedJson.sentence(first));
    }

    private static Map<String, String> query(MultiMap parameters) {
        Map<String, String> query = new LinkedHashMap<>();
        parameters.forEach(query::putIfAbsent);
        query.keySet().removeIf(MaskedQuery::isSecretName);
        return query;
    }

    /** The answer to a post, and the judgement of its message. */
    private record Verdict(Answer answer, Judgement judgement) {

        Verdict(Answer answer) {
            this(answer, Judgement.NOTHING);
        }
    }
}
