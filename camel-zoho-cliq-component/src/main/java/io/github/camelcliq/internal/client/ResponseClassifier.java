package io.github.camelcliq.internal.client;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.camelcliq.client.BotMessage;
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
import java.util.Set;
import java.util.stream.Stream;

/**
 * Reads Cliq's answer to one post: whether it is a receipt, whether another attempt can succeed, and whether Cliq has
 * the message. It also reads the status of answers whose body is HTML, empty, nested or cut off.
 */
final class ResponseClassifier {

    /** How long Cliq locks a user out after too many posts (messages, bots, message cards and threads references). */
    static final Duration LOCK_PERIOD = Duration.ofMinutes(10);

    /**
     * The error codes of throttles that Cliq answers with 400. The first was seen in Cliq, the second comes from other
     * Zoho products, the third from the nested body of a 429.
     */
    private static final Set<String> THROTTLE_CODES =
            Set.of("request_limit_exceeded", "url_rolling_throttles_limit_exceeded", "rate_limit_exceeded");

    /** The text of the same answer, in case its code is missing. */
    private static final String THROTTLE_SENTENCE = "exceeded the url throttle limits";

    static final String SCOPE_INVALID = "oauthtoken_scope_invalid";

    /** The token is wrong or expired. Also seen with 400 and 403, and in capitals. */
    private static final String TOKEN_INVALID = "invalid_oauthtoken";

    /** From the bots reference, which names no status. That the message counts as possibly delivered is our choice. */
    private static final String BOT_SENDING_FAILED = "botmessage_sending_failed";

    /** Refusals because of the message or its recipients (live Cliq and the bots reference). */
    private static final Set<String> REFUSAL_CODES = Set.of(
            "extra_key_found",
            "input_pattern_mismatch",
            "botmessage_no_valid_users",
            "bot_unauthorized_message_access",
            "bot_message_forbidden");

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

    /** Reads the answer. */
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
                && (isThere(body.path("message"))
                        || isThrottle(said, "")
                        || REFUSAL_CODES.contains(said)
                        || Set.of(SCOPE_INVALID, TOKEN_INVALID, BOT_SENDING_FAILED)
                                .contains(said));
    }

    private static boolean isThere(JsonNode field) {
        return field.isContainerNode() ? !field.isEmpty() : !NOTHING.contains(field.asText());
    }

    private PostFailure refusal() {
        String code = code(body);
        String message = message();
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
        boolean open = isSuccess(status);
        if (status == 429 || (open || status == 400) && isThrottle(code, message)) {
            return FailureKind.THROTTLED;
        }
        if (isSaid(SCOPE_INVALID, code, message)) {
            return FailureKind.AUTH;
        }
        if (status >= 500 || status == 408 || code.equals(BOT_SENDING_FAILED)) {
            return FailureKind.UNAVAILABLE;
        }
        if (REFUSAL_CODES.contains(code) || REFUSAL_CODES.contains(message)) {
            return FailureKind.REJECTED;
        }
        if (status == 401 || isSaid(TOKEN_INVALID, code, message)) {
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
        String code = code(entry);
        String message =
                firstText(entry.path("error").path("message"), entry.path("error"), entry.path("message"), entry);
        String failure = message == null ? code : quoted(message);
        return new BotMessage(
                text(entry.path("chat_id")),
                text(entry.path("message_id")),
                code == null || code.equals(failure) ? failure : code + ", " + failure);
    }

    private static boolean isThrottle(String code, String message) {
        return THROTTLE_CODES.contains(code) || THROTTLE_CODES.contains(message) || message.contains(THROTTLE_SENTENCE);
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
        String said = firstText(entry.path("code"), entry.path("error").path("code"));
        return said == null ? null : quoted(said);
    }

    private String message() {
        JsonNode error = body.path("error");
        String said = firstText(body.path("message"), error.path("message"), error);
        return said != null ? quoted(said) : "no readable message in the answer" + description();
    }

    private String description() {
        if (answer.length() == 0) {
            return " (empty)";
        }
        String type = answer.headers().get(HttpHeaders.CONTENT_TYPE);
        return " (" + answer.length() + " bytes" + (type == null ? "" : " of " + quoted(type)) + ")";
    }

    private String quoted(String text) {
        return QuotedText.of(QuotedText.masked(text, List.of(token.secret())), credentials.secrets());
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
