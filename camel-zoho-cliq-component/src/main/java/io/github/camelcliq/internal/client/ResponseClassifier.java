package io.github.camelcliq.internal.client;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.camelcliq.client.BotMessage;
import io.github.camelcliq.internal.http.HttpAnswer;
import io.github.camelcliq.internal.pacing.Timing;
import io.github.camelcliq.message.TargetKind;
import io.vertx.core.buffer.Buffer;
import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Reads what Cliq's answer to a post means: which answers are receipts, which failures are worth another attempt, and
 * whether Cliq has the message. Survives bodies that are HTML, empty, nested or cut off: they never hide the status.
 */
final class ResponseClassifier {

    /**
     * How long Cliq locks a user out who exceeded a limit of rate (messages, bots, message cards and threads
     * references).
     */
    static final Duration LOCK_PERIOD = Duration.ofMinutes(10);

    /**
     * The throttle in the disguise of a 400: the first as seen in the field, the second from Zoho's sister products,
     * the third as the nested body of a 429 names it.
     */
    private static final Set<String> THROTTLE_CODES =
            Set.of("request_limit_exceeded", "url_rolling_throttles_limit_exceeded", "rate_limit_exceeded");

    /** From the same answer, should it come without its code. */
    private static final String THROTTLE_SENTENCE = "exceeded the url throttle limits";

    static final String SCOPE_INVALID = "oauthtoken_scope_invalid";

    /** The token is wrong or expired: seen with 400 and 403 too, and in capitals. */
    private static final String TOKEN_INVALID = "invalid_oauthtoken";

    /** Bots reference, named without a status; that the message may have reached some recipients is our choice. */
    private static final String BOT_SENDING_FAILED = "botmessage_sending_failed";

    /** Refusals of a message for what it is, or for whom it is to: live Cliq and the bots reference. */
    private static final Set<String> REFUSAL_CODES = Set.of(
            "extra_key_found",
            "input_pattern_mismatch",
            "botmessage_no_valid_users",
            "bot_unauthorized_message_access",
            "bot_message_forbidden");

    /** What stands in the answers by which Cliq accepts a message (messages, bots and message cards references). */
    private static final List<String> SUCCESS_FIELDS =
            List.of("message_id", "message_details", "user_ids", "data", "id", "Response_Code", "Response Code");

    /** The JSON of a field that is there and says nothing. */
    private static final Set<String> NOTHING = Set.of("", "null", "false", "0");

    /** Codes by which Zoho's products say that all is well. */
    private static final Pattern FINE = Pattern.compile("2[0-9][0-9]|ok|success", Pattern.CASE_INSENSITIVE);

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Credentials credentials;
    private final RetryAfter retryAfter;

    /**
     * @param credentials the account's secrets, which an answer may repeat and its reading must not
     * @param maximumRetryAfter the longest {@code Retry-After} that is honoured
     */
    ResponseClassifier(Credentials credentials, Timing timing, Duration maximumRetryAfter) {
        this.credentials = credentials;
        this.retryAfter = new RetryAfter(timing, maximumRetryAfter);
    }

    /** @param token what the post was authorised with, a secret too */
    PostResult read(Post post, AccessToken token, HttpAnswer answer) {
        JsonNode body = json(answer.body());
        if (!isSuccess(answer.status())) {
            return refusal(post.kind(), token, answer, body);
        }
        if (isPage(answer, body)) {
            return PostFailure.answered(
                    FailureKind.UNAVAILABLE,
                    answer.status(),
                    null,
                    "a web page in place of Cliq's answer" + describe(answer, token)
                            + ": check the option baseUrl, and any proxy that may ask for a sign-in",
                    retryAfter.of(answer.retryAfter()).orElse(null));
        }
        return saysError(body) ? refusal(post.kind(), token, answer, body) : receipt(post, token, answer, body);
    }

    private static boolean isSuccess(int status) {
        return status >= 200 && status < 300;
    }

    /** A page for people, which something other than Cliq's API wrote. JSON under a wrong content type is not one. */
    private static boolean isPage(HttpAnswer answer, JsonNode body) {
        String type = answer.contentType();
        return answer.length() > 0
                && body.isMissingNode()
                && (type != null && type.toLowerCase(Locale.ROOT).contains("html")
                        || answer.body().toString().stripLeading().startsWith("<"));
    }

    /** Zoho's products answer errors with 200 too. */
    private static boolean saysError(JsonNode body) {
        return isThere(body.path("error"))
                || "failure".equalsIgnoreCase(text(body.path("status")))
                || isErrorCode(body.path("code"), isThere(body.path("message")))
                        && SUCCESS_FIELDS.stream().noneMatch(body::hasNonNull);
    }

    /** @param explained whether a message stands beside it; without one, only a code that is known is an error */
    private static boolean isErrorCode(JsonNode code, boolean explained) {
        String said = lowerCase(code.asText());
        return isThere(code)
                && !FINE.matcher(said).matches()
                && (explained
                        || isThrottle(said, "")
                        || REFUSAL_CODES.contains(said)
                        || Set.of(SCOPE_INVALID, TOKEN_INVALID, BOT_SENDING_FAILED)
                                .contains(said));
    }

    private static boolean isThere(JsonNode field) {
        return field.isContainerNode() ? !field.isEmpty() : !NOTHING.contains(field.asText());
    }

    private PostFailure refusal(TargetKind kind, AccessToken token, HttpAnswer answer, JsonNode body) {
        int status = answer.status();
        String code = code(body, token);
        String message = message(answer, body, token);
        FailureKind failure = kindOf(status, lowerCase(code), lowerCase(message));
        Optional<Duration> asked = retryAfter.of(answer.retryAfter());
        if (failure == FailureKind.THROTTLED) {
            Duration lock = asked.orElse(retryAfter.honoured(LOCK_PERIOD));
            return PostFailure.answered(failure, status, code, message, lock);
        }
        if (isSaid(SCOPE_INVALID, lowerCase(code), lowerCase(message))) {
            return PostFailure.answered(failure, status, SCOPE_INVALID, message + "; " + scopesFor(kind), null);
        }
        if (failure == FailureKind.AUTH && credentials instanceof Credentials.StaticToken) {
            message += "; an access token lives an hour, and the option accessToken is not renewed: set refreshToken,"
                    + " clientId and clientSecret instead";
        }
        return PostFailure.answered(failure, status, code, message, asked.orElse(null));
    }

    /**
     * By the status, and by what the answer says where the status leaves it open: a 2xx says nothing of an error.
     *
     * @param code in lower case, as the message; empty where there is none
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
        return open ? kindOfNumber(code) : FailureKind.REJECTED;
    }

    /** An error in a 2xx, whose code may be the status that the answer should have; other codes say nothing. */
    private static FailureKind kindOfNumber(String code) {
        return code.matches("[345][0-9][0-9]") ? kindOf(Integer.parseInt(code), "", "") : FailureKind.UNAVAILABLE;
    }

    private static boolean isSaid(String error, String code, String message) {
        return error.equals(code) || error.equals(message);
    }

    /** The id is read from whichever place the answer has it: each kind of target answers in a shape of its own. */
    private Receipt receipt(Post post, AccessToken token, HttpAnswer answer, JsonNode body) {
        Map<String, BotMessage> details = new HashMap<>();
        body.path("message_details")
                .properties()
                .forEach(recipient -> details.put(recipient.getKey(), botMessage(recipient.getValue(), token)));
        String id = firstText(List.of(body.path("message_id"), body.path("data").path("id"), body.path("id")));
        if (id == null && details.size() == 1) {
            id = details.values().iterator().next().messageId();
        }
        boolean missing = post.asksForId() && id == null && details.isEmpty();
        return new Receipt(
                answer.status(),
                id,
                details,
                missing ? "Cliq's answer names no message id" + describe(answer, token) : null);
    }

    /** An error is an object or a text, in a field of its own or in place of the message. */
    private BotMessage botMessage(JsonNode entry, AccessToken token) {
        String code = code(entry, token);
        String message = firstText(
                List.of(entry.path("error").path("message"), entry.path("error"), entry.path("message"), entry));
        String failure = message == null ? code : quoted(message, token);
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

    /** The scopes that the references name for posts of a kind, for somebody whose token lacks the right one. */
    private static String scopesFor(TargetKind kind) {
        String scopes =
                switch (kind) {
                    case CHAT, USER -> "ZohoCliq.Webhooks.CREATE or ZohoCliq.Messages.CREATE";
                    case CHANNEL, CHANNEL_ID ->
                        "ZohoCliq.Webhooks.CREATE or ZohoCliq.Channels.CREATE, and as a bot ZohoCliq.Channels.UPDATE";
                    case BOT -> "ZohoCliq.Webhooks.CREATE and ZohoCliq.BotMessages.CREATE";
                };
        return "a post to a " + kind.uriName() + " needs the scope " + scopes;
    }

    private String code(JsonNode body, AccessToken token) {
        String said = firstText(List.of(body.path("code"), body.path("error").path("code")));
        return said == null ? null : quoted(said, token);
    }

    private String message(HttpAnswer answer, JsonNode body, AccessToken token) {
        JsonNode error = body.path("error");
        String said = firstText(List.of(body.path("message"), error.path("message"), error));
        return said != null ? quoted(said, token) : "no readable message in the answer" + describe(answer, token);
    }

    private String describe(HttpAnswer answer, AccessToken token) {
        if (answer.length() == 0) {
            return " (empty)";
        }
        String type = answer.contentType();
        return " (" + answer.length() + " bytes" + (type == null ? "" : " of " + quoted(type, token)) + ")";
    }

    private String quoted(String text, AccessToken token) {
        return QuotedText.of(token.maskedIn(text), credentials.secrets());
    }

    private static JsonNode json(Buffer body) {
        if (body.length() == 0) {
            return JSON.missingNode();
        }
        try {
            return JSON.readTree(body.getBytes());
        } catch (IOException unreadable) {
            // an error page of something in between, or a cut-off answer: the status still says what happened
            return JSON.missingNode();
        }
    }

    private static String firstText(List<JsonNode> places) {
        return places.stream()
                .map(ResponseClassifier::text)
                .filter(found -> found != null && !found.isBlank())
                .findFirst()
                .orElse(null);
    }

    private static String text(JsonNode node) {
        return node.isValueNode() && !node.isNull() ? node.asText() : null;
    }
}
