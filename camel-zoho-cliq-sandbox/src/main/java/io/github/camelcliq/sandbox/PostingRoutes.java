package io.github.camelcliq.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The part of the sandbox that is Cliq: takes posts, judges them, keeps what is accepted and answers. */
final class PostingRoutes {

    /** Up to so many bytes a message is judged on the event loop; a larger one would hold up the others. */
    private static final int QUICKLY_JUDGED = 64 * 1024;

    private static final int LONGEST_SENTENCE = 500;

    private final AccessTokens tokens;
    private final MessageJudge judge;
    private final SandboxState state;
    private final Responder responder;
    private final Receipts receipts = new Receipts();

    PostingRoutes(AccessTokens tokens, MessageJudge judge, SandboxState state, Responder responder) {
        this.tokens = tokens;
        this.judge = judge;
        this.state = state;
        this.responder = responder;
    }

    void mount(Router router) {
        router.route("/api/*").handler(this::receive);
        for (PostingPath path : PostingPath.ALL) {
            router.post(path.template()).handler(context -> post(context, path));
            router.route(path.template()).handler(this::refuseMethod);
        }
        router.route("/api/*").handler(context -> responder.send(context, Answer.error(404, "No such resource.")));
    }

    /** Reads the body before anything is judged, so that the journal shows it even of what is refused. */
    private void receive(RoutingContext context) {
        Posting posting = Posting.open(context, state);
        BodyReader.read(
                context.request(),
                body -> {
                    posting.body(body);
                    context.next();
                },
                () -> responder.send(
                        context, Answer.error(413, "The body is larger than " + BodyReader.MOST_BYTES + " bytes.")));
    }

    private void refuseMethod(RoutingContext context) {
        context.response().putHeader(HttpHeaders.ALLOW, HttpMethod.POST.name());
        responder.send(context, Answer.error(405, "The method is not supported."));
    }

    private void post(RoutingContext context, PostingPath path) {
        Optional<ScriptedAnswer> scripted = state.dial().nextScripted();
        if (scripted.isPresent()) {
            responder.send(context, scripted.get());
        } else if (Posting.of(context).body().length <= QUICKLY_JUDGED) {
            settle(context, judged(context, path));
        } else {
            context.vertx()
                    .executeBlocking(() -> judged(context, path), false)
                    .onSuccess(verdict -> settle(context, verdict))
                    .onFailure(context::fail);
        }
    }

    private void settle(RoutingContext context, Verdict verdict) {
        Posting.of(context).complaints(verdict.complaints());
        responder.send(context, verdict.answer());
    }

    private Verdict judged(RoutingContext context, PostingPath path) {
        if (!tokens.accept(context.request().getHeader(HttpHeaders.AUTHORIZATION))) {
            return new Verdict(Answer.error(401, "The OAuth token is missing, invalid or expired."), List.of());
        }
        if (!isJson(context.request().getHeader(HttpHeaders.CONTENT_TYPE))) {
            // 415 is no status of the reference's error table; 400, malformed or missing parameter, is
            return new Verdict(Answer.error(400, "The Content-Type is not application/json in UTF-8."), List.of());
        }
        try {
            String json = StrictJson.text(Posting.of(context).body());
            JsonNode message = StrictJson.read(json);
            List<Complaint> complaints = judge.judge(message, path.kind());
            Answer answer = complaints.isEmpty() ? keep(context, path, json, message) : refusal(complaints.get(0));
            return new Verdict(answer, complaints);
        } catch (MalformedJsonException malformed) {
            return new Verdict(Answer.error(400, sentence(malformed.complaint())), List.of(malformed.complaint()));
        }
    }

    private Answer keep(RoutingContext context, PostingPath path, String json, JsonNode message) {
        Instant now = state.now();
        String id = receipts.newId(now);
        String target = context.pathParam("id");
        Map<String, String> query = query(context.queryParams());
        state.keep(
                Posting.of(context).arrival(),
                new ReceivedMessage(id, path.version(), path.kind(), target, now, query, json));
        return receipts.accepted(path.kind(), message, id, now);
    }

    private static Answer refusal(Complaint first) {
        return Answer.error(400, first.extraKey() ? "extra_key_found" : "input_pattern_mismatch", sentence(first));
    }

    /** The complaint in words, cut short: a key of somebody's own making may be as long as the body. */
    private static String sentence(Complaint complaint) {
        String sentence = complaint + ".";
        if (sentence.length() <= LONGEST_SENTENCE) {
            return sentence;
        }
        int end = Character.isHighSurrogate(sentence.charAt(LONGEST_SENTENCE - 1))
                ? LONGEST_SENTENCE - 1
                : LONGEST_SENTENCE;
        return sentence.substring(0, end) + "…";
    }

    private static Map<String, String> query(MultiMap parameters) {
        Map<String, String> query = new LinkedHashMap<>();
        parameters.forEach(query::putIfAbsent);
        query.keySet().removeIf(QueryText.ZAPIKEY::equalsIgnoreCase);
        return query;
    }

    private static boolean isJson(String contentType) {
        if (contentType == null) {
            return false;
        }
        String[] parts = contentType.toLowerCase(Locale.ROOT).split(";", -1);
        if (!parts[0].strip().equals("application/json")) {
            return false;
        }
        for (int at = 1; at < parts.length; at++) {
            String parameter = parts[at].strip();
            if (parameter.startsWith("charset=") && !parameter.matches("charset=\"?utf-8\"?")) {
                return false;
            }
        }
        return true;
    }

    /** What became of a post. */
    private record Verdict(Answer answer, List<Complaint> complaints) {}
}
