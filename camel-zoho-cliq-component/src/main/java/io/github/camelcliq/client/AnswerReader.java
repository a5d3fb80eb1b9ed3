package io.github.camelcliq.client;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.camelcliq.client.Receipt.BotMessage;
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

/**
 * Reads what Cliq's answer to a post means: which answers are receipts, which failures are worth another attempt, and
 * whether Cliq has the message. Survives bodies that are HTML, empty, nested or cut off: they never hide the status.
 */
final class AnswerReader {

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

    /** Bots reference, named without a status; that the message may have reached some recipients is our choice. */
    private static final String BOT_SENDING_FAILED = "botmessage_sending_failed";

    /** What Cliq answers to most posts. */
    private static final Receipt NO_CONTENT = new Receipt(204, null, Map.of());

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Credentials credentials;
    private final RetryAfter retryAfter;

    /**
     * @param credentials the account's secrets, which an answer may repeat and its reading must not
     * @param maximumRetryAfter the longest wait that is believed, whatever an answer asks for
     */
    AnswerReader(Credentials credentials, Timing timing, Duration maximumRetryAfter) {
        this.credentials = credentials;
        this.retryAfter = new RetryAfter(timing, maximumRetryAfter);
    }

    /** @param token what the post was authorised with, a secret too */
    PostResult read(TargetKind kind, AccessToken token, Answer answer) {
        int status = answer.status();
        if (answer.length() == 0 && status >= 200 && status < 300) {
            return status == NO_CONTENT.status() ? NO_CONTENT : new Receipt(status, null, Map.of());
        }
        JsonNode body = json(answer.body());
        return status >= 200 && status < 300 ? receipt(status, body) : refusal(kind, token, answer, body);
    }

    private PostFailure refusal(TargetKind kind, AccessToken token, Answer answer, JsonNode body) {
        int status = answer.status();
        String code = code(body, token);
        String message = message(answer, body, token);
        Optional<Duration> asked = retryAfter.of(answer.retryAfter());
        if (status == 429 || status == 400 && isThrottle(code, message)) {
            Duration lock = asked.orElse(retryAfter.believed(LOCK_PERIOD));
            return PostFailure.answered(FailureKind.THROTTLED, status, code, message, lock);
        }
        Duration wait = asked.orElse(null);
        if (SCOPE_INVALID.equalsIgnoreCase(code) || SCOPE_INVALID.equalsIgnoreCase(message)) {
            return PostFailure.answered(
                    FailureKind.AUTH, status, SCOPE_INVALID, message + "; " + scopesFor(kind), wait);
        }
        if (status == 401) {
            return PostFailure.answered(FailureKind.AUTH, status, code, message, wait);
        }
        if (status >= 500 || status == 408 || BOT_SENDING_FAILED.equals(code)) {
            return PostFailure.answered(FailureKind.UNAVAILABLE, status, code, message, wait);
        }
        return PostFailure.answered(FailureKind.REJECTED, status, code, message, wait);
    }

    /** The id is read from whichever place the answer has it: each kind of target answers in a shape of its own. */
    private static Receipt receipt(int status, JsonNode body) {
        Map<String, BotMessage> details = new HashMap<>();
        body.path("message_details")
                .properties()
                .forEach(recipient -> details.put(
                        recipient.getKey(),
                        new BotMessage(
                                text(recipient.getValue().path("chat_id")),
                                text(recipient.getValue().path("message_id")))));
        String id = firstText(List.of(body.path("message_id"), body.path("data").path("id"), body.path("id")));
        if (id == null && details.size() == 1) {
            id = details.values().iterator().next().messageId();
        }
        return new Receipt(status, id, details);
    }

    private static boolean isThrottle(String code, String message) {
        return code != null && THROTTLE_CODES.contains(code.toLowerCase(Locale.ROOT))
                || THROTTLE_CODES.contains(message.toLowerCase(Locale.ROOT))
                || message.toLowerCase(Locale.ROOT).contains(THROTTLE_SENTENCE);
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

    private String message(Answer answer, JsonNode body, AccessToken token) {
        JsonNode error = body.path("error");
        String said = firstText(List.of(body.path("message"), error.path("message"), error));
        return said != null ? quoted(said, token) : "no readable message in the answer" + describe(answer, token);
    }

    private String describe(Answer answer, AccessToken token) {
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
                .map(AnswerReader::text)
                .filter(found -> found != null && !found.isBlank())
                .findFirst()
                .orElse(null);
    }

    private static String text(JsonNode node) {
        return node.isValueNode() && !node.isNull() ? node.asText() : null;
    }
}
