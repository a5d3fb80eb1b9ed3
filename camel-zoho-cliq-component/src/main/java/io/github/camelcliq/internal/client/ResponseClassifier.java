package io.github.camelcliq.internal.client;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.camelcliq.client.BotMessage;
import io.github.camelcliq.internal.client.PostResult.Receipt;
import io.github.camelcliq.internal.http.HttpPost;
import io.github.camelcliq.message.TargetKind;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Reads Cliq's answer to one post: whether it is a receipt, whether another attempt can succeed, and whether Cliq has
 * the message. It also reads the status of answers whose body is HTML, empty, nested or cut off.
 */
final class ResponseClassifier {

    /** How long Cliq locks a user out after too many posts (messages, bots, message cards and threads references). */
    static final Duration LOCK_PERIOD = Duration.ofMinutes(10);

    static final String SCOPE_INVALID = "oauthtoken_scope_invalid";

    /** The kinds of failures by their error codes, from live Cliq and the references. A message may be a code too. */
    private static final Map<String, FailureKind> KINDS = Map.ofEntries(
            // with 400: seen in Cliq, from other Zoho products, and from the nested body of a 429
            Map.entry("request_limit_exceeded", FailureKind.THROTTLED),
            Map.entry("url_rolling_throttles_limit_exceeded", FailureKind.THROTTLED),
            Map.entry("rate_limit_exceeded", FailureKind.THROTTLED),
            Map.entry(SCOPE_INVALID, FailureKind.AUTH),
            // the token is wrong or expired; also seen with 400 and 403, and in capitals
            Map.entry("invalid_oauthtoken", FailureKind.AUTH),
            // the bots reference names no status; that the message counts as possibly delivered is our choice
            Map.entry("botmessage_sending_failed", FailureKind.UNAVAILABLE),
            Map.entry("extra_key_found", FailureKind.REJECTED),
            Map.entry("input_pattern_mismatch", FailureKind.REJECTED),
            Map.entry("botmessage_no_valid_users", FailureKind.REJECTED),
            Map.entry("bot_unauthorized_message_access", FailureKind.REJECTED),
            Map.entry("bot_message_forbidden", FailureKind.REJECTED));

    /** The text of a throttle, in case its code is missing. */
    private static final String THROTTLE_SENTENCE = "exceeded the url throttle limits";

    /** Fields of the answers by which Cliq accepts a message (messages, bots and message cards references). */
    private static final List<String> SUCCESS_FIELDS =
            List.of("message_id", "message_details", "user_ids", "data", "id", "Response_Code", "Response Code");

    /** Values of fields that carry no error. */
    private static final Set<String> NOTHING = Set.of("", "null", "false", "0");

    private static final String SUCCESS_CODES = "2[0-9][0-9]|ok|success";

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Post post;
    private final HttpPost.Response answer;
    private final JsonNode body;
    private final Credentials credentials;
    private final AccessToken token;
    private final RetryAfter retryAfter;

    /**
     * @param credentials the secrets of the account; masked in the texts of the answer
     * @param token the token of the post; masked too
     */
    ResponseClassifier(
            Post post, HttpPost.Response answer, Credentials credentials, AccessToken token, RetryAfter retryAfter) {
        this.post = post;
        this.answer = answer;
        this.body = json(answer.body());
        this.credentials = credentials;
        this.token = token;
        this.retryAfter = retryAfter;
    }

    PostResult result() {
        if (!isSuccess(answer.status())) {
            return refusal();
        }
        if (isPage()) {
            return failure(
                    FailureKind.UNAVAILABLE,
                    null,
                    "a web page in place of Cliq's answer" + description()
                            + ": check the option baseUrl, and any proxy that may ask for a sign-in");
        }
        return saysError() ? refusal() : receipt();
    }

    private PostFailure failure(FailureKind kind, String code, String message) {
        Duration usualWait = kind == FailureKind.THROTTLED ? retryAfter.honoured(LOCK_PERIOD) : null;
        Duration wait =
                retryAfter.of(answer.headers().get(HttpHeaders.RETRY_AFTER)).orElse(usualWait);
        return PostFailure.answered(kind, answer.status(), code, message, wait);
    }

    private static boolean isSuccess(int status) {
        return status >= 200 && status < 300;
    }

    /**
     * Returns whether the answer is a web page, which does not come from Cliq's API. JSON with a wrong content type is
     * not a web page.
     */
    private boolean isPage() {
        String type = answer.headers().get(HttpHeaders.CONTENT_TYPE);
        return answer.length() > 0
                && body.isMissingNode()
                && (type != null && type.toLowerCase(Locale.ROOT).contains("html")
                        || answer.body().toString().stripLeading().startsWith("<"));
    }

    /** Returns whether the body is an error, since Zoho's products also answer errors with 200. */
    private boolean saysError() {
        return isThere(body.path("error"))
                || "failure".equalsIgnoreCase(text(body.path("status")))
                || isErrorCode(body.path("code")) && SUCCESS_FIELDS.stream().noneMatch(body::hasNonNull);
    }

    /** Returns whether a code is an error. Without a message, only a known code is an error. */
    private boolean isErrorCode(JsonNode code) {
        String said = lowerCase(code.asText());
        return isThere(code)
                && !said.matches(SUCCESS_CODES)
                && (isThere(body.path("message")) || KINDS.containsKey(said));
    }

    private static boolean isThere(JsonNode field) {
        return field.isContainerNode() ? !field.isEmpty() : !NOTHING.contains(field.asText());
    }

    private PostFailure refusal() {
        String code = code(body);
        String said = message(body);
        String message = said != null ? said : "no readable message in the answer" + description();
        FailureKind kind = kindOf(answer.status(), lowerCase(code), lowerCase(message));
        if (kind == FailureKind.AUTH && isSaid(SCOPE_INVALID, lowerCase(code), lowerCase(message))) {
            code = SCOPE_INVALID;
            message += "; " + scopesFor(post.kind());
        } else if (kind == FailureKind.AUTH
                && credentials instanceof Credentials.FixedToken fixed
                && !fixed.isWebhookToken()) {
            message += "; an access token lives an hour, and the option accessToken is not renewed: set refreshToken,"
                    + " clientId and clientSecret instead";
        }
        return failure(kind, code, message);
    }

    /**
     * Finds the kind of a failure by its status, and by its code and message if the status does not decide. A 2xx
     * status does not decide.
     *
     * @param code in lower case; empty without a code
     * @param message in lower case
     */
    private static FailureKind kindOf(int status, String code, String message) {
        if (status == 429) {
            return FailureKind.THROTTLED;
        }
        if (isSaid(SCOPE_INVALID, code, message)) {
            return FailureKind.AUTH;
        }
        if (status >= 500 || status == 408) {
            return FailureKind.UNAVAILABLE;
        }
        FailureKind said = KINDS.getOrDefault(code, KINDS.get(message));
        if (said == null && message.contains(THROTTLE_SENTENCE)) {
            said = FailureKind.THROTTLED;
        }
        boolean open = isSuccess(status);
        if (said != null && (said != FailureKind.THROTTLED || open || status == 400)) {
            return said;
        }
        if (status == 401) {
            return FailureKind.AUTH;
        }
        if (!open) {
            return FailureKind.REJECTED;
        }
        // the code of an error in a 2xx may be the status that the answer should have; other codes decide nothing
        return code.matches("[345][0-9][0-9]") ? kindOf(Integer.parseInt(code), "", "") : FailureKind.UNAVAILABLE;
    }

    private static boolean isSaid(String error, String code, String message) {
        return error.equals(code) || error.equals(message);
    }

    /** Makes the receipt. The place of the id differs with the kind of target. */
    private Receipt receipt() {
        Map<String, BotMessage> details = new HashMap<>();
        body.path("message_details")
                .properties()
                .forEach(recipient -> details.put(recipient.getKey(), botMessage(recipient.getValue())));
        String id = firstText(body.path("message_id"), body.path("data").path("id"), body.path("id"));
        if (id == null && details.size() == 1) {
            id = details.values().iterator().next().messageId();
        }
        boolean missing = post.asksForId() && id == null && details.isEmpty();
        return new Receipt(
                answer.status(),
                id,
                Map.copyOf(details),
                missing ? "Cliq's answer names no message id" + description() : null);
    }

    /**
     * Reads the entry of one recipient. An error is an object or a text, in the field {@code error} or in place of the
     * message.
     */
    private BotMessage botMessage(JsonNode entry) {
        String failure = Stream.of(code(entry), message(entry), quoted(text(entry)))
                .filter(Objects::nonNull)
                .distinct()
                .collect(Collectors.joining(", "));
        return new BotMessage(
                text(entry.path("chat_id")), text(entry.path("message_id")), failure.isEmpty() ? null : failure);
    }

    private static String lowerCase(String text) {
        return text == null ? "" : text.toLowerCase(Locale.ROOT);
    }

    /** Returns the scopes that the references name for posts to a kind of target. */
    private static String scopesFor(TargetKind kind) {
        return "a post to a " + kind.uriName() + " needs the scope "
                + switch (kind) {
                    case CHAT, USER -> "ZohoCliq.Webhooks.CREATE or ZohoCliq.Messages.CREATE";
                    case CHANNEL, CHANNEL_ID ->
                        "ZohoCliq.Webhooks.CREATE or ZohoCliq.Channels.CREATE, and as a bot ZohoCliq.Channels.UPDATE";
                    case BOT -> "ZohoCliq.Webhooks.CREATE and ZohoCliq.BotMessages.CREATE";
                };
    }

    private String code(JsonNode entry) {
        return quoted(firstText(entry.path("code"), entry.path("error").path("code")));
    }

    private String message(JsonNode entry) {
        JsonNode error = entry.path("error");
        return quoted(firstText(entry.path("message"), error.path("message"), error));
    }

    private String description() {
        if (answer.length() == 0) {
            return " (empty)";
        }
        String type = answer.headers().get(HttpHeaders.CONTENT_TYPE);
        return " (" + answer.length() + " bytes" + (type == null ? "" : " of " + quoted(type)) + ")";
    }

    private String quoted(String text) {
        return text == null
                ? null
                : QuotedText.of(QuotedText.masked(text, List.of(token.secret())), credentials.secrets());
    }

    /** Returns the JSON of an answer; the missing node if the answer is empty or is no JSON. */
    static JsonNode json(Buffer body) {
        try {
            return JSON.readTree(body.getBytes());
        } catch (IOException unreadable) {
            // an error page of a proxy, or a cut-off answer: the status still says what happened
            return JSON.missingNode();
        }
    }

    private static String firstText(JsonNode... places) {
        return Stream.of(places)
                .map(ResponseClassifier::text)
                .filter(found -> found != null && !found.isBlank())
                .findFirst()
                .orElse(null);
    }

    private static String text(JsonNode node) {
        return node.isValueNode() && !node.isNull() ? node.asText() : null;
    }
}
