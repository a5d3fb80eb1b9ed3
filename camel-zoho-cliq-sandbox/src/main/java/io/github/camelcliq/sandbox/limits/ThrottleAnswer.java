package io.github.camelcliq.sandbox.limits;

/**
 * The form of the answer to a user who posts too often. The references name only the status and the code. The rest was
 * seen in the field.
 *
 * @param form status and body
 * @param retryAfter whether the answer has {@code Retry-After} with the seconds until the lock ends, rounded up; no
 *     reference documents it
 */
public record ThrottleAnswer(Form form, boolean retryAfter) {

    /** 429 with the code beside the message. The default of a sandbox. */
    public static final ThrottleAnswer FLAT = new ThrottleAnswer(Form.FLAT, false);

    /** 429 with code and message inside {@code error}. */
    public static final ThrottleAnswer NESTED = new ThrottleAnswer(Form.NESTED, false);

    /** 400, as if the request were wrong, with the body seen in the field. */
    public static final ThrottleAnswer DISGUISED = new ThrottleAnswer(Form.DISGUISED, false);

    /** Returns this answer with {@code Retry-After}. */
    public ThrottleAnswer withRetryAfter() {
        return new ThrottleAnswer(form, true);
    }

    /** Status and body of a throttle answer. */
    public enum Form {

        /** {@code 429 {"message": "…", "code": "rate_limit_exceeded"}}. */
        FLAT,

        /** {@code 429 {"error": {"code": "rate_limit_exceeded", "message": "…"}}}. */
        NESTED,

        /** {@code 400 {"code": "request_limit_exceeded", "message": "You have exceeded the URL throttle limits."}}. */
        DISGUISED
    }
}
