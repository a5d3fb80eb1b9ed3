package io.github.camelcliq.internal.click;

import java.util.Locale;

/**
 * Why a request does not reach a route, and the answer to it. The answer has only the status. The reason is only for
 * the figures and logs of this application.
 */
public enum ClickRejection {
    METHOD(405, "method not allowed", "a method other than POST"),
    FORM(415, "unsupported media type", "a form"),
    PACKED(415, "unsupported media type", "a Content-Encoding such as gzip"),
    TOO_LARGE(413, "content too large", "a body over maximumBodySize"),
    UNREADABLE(400, "bad request", "a body that could not be read"),
    UNVERIFIED(401, "unauthorized", "no valid signature or secret"),
    NO_CALL(400, "bad request", "a body that is not a JSON object, has a field twice, or too many values or levels"),
    UNTIMELY(401, "unauthorized", "no timestamp, or one outside timestampWindow"),
    UNKNOWN(404, "not found", "a function that no route takes"),
    STOPPED(503, "unavailable", "a function whose route is stopped or suspended"),
    FAILED(503, "unavailable", "the replay repository failed, or the application ends"),
    /** Cliq gets the failure text for the person instead of this answer. */
    BUSY(503, "unavailable", "no thread left to run a route");

    private final ClickResponse answer;
    private final String reason;

    ClickRejection(int status, String error, String reason) {
        this.answer = new ClickResponse(status, "{\"error\":\"" + error + "\"}");
        this.reason = reason;
    }

    /** Returns the reason as one word, for figures. */
    String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    ClickResponse answer() {
        return answer;
    }

    /** Returns the reason, for logs. */
    String reason() {
        return reason;
    }
}
