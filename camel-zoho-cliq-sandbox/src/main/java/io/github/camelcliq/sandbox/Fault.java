package io.github.camelcliq.sandbox;

import io.github.camelcliq.sandbox.fault.FaultInjector;
import io.github.camelcliq.sandbox.http.Answer;
import io.github.camelcliq.sandbox.limits.ThrottleAnswer;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;

/**
 * A fault: what goes wrong with an HTTP request. Cutting closes the connection, even one that is kept alive. Immutable:
 * {@link #delayed} and {@link #afterJudging} return a copy.
 */
public final class Fault {

    /** No fault: the sandbox's own answer, at once. */
    public static final Fault NONE = new Fault(Kind.NONE, null, 0, Duration.ZERO, true);

    private final Kind kind;
    private final ScriptedAnswer answer;
    private final int bytes;
    private final Duration delay;
    private final boolean judged;

    private Fault(Kind kind, ScriptedAnswer answer, int bytes, Duration delay, boolean judged) {
        this.kind = kind;
        this.answer = answer;
        this.bytes = bytes;
        this.delay = delay;
        this.judged = judged;
    }

    /** Sends a scripted answer in place of the sandbox's. The request is not judged, and its message is not kept. */
    public static Fault answer(ScriptedAnswer answer) {
        return new Fault(Kind.ANSWER, Objects.requireNonNull(answer, "answer"), 0, Duration.ZERO, false);
    }

    /**
     * Sends an answer in place of the sandbox's. The request is not judged, and its message is not kept.
     *
     * @see ScriptedAnswer#of(int, String, String)
     */
    public static Fault answer(int status, String contentType, String body) {
        return answer(ScriptedAnswer.of(status, contentType, body));
    }

    /**
     * Sends an error page in HTML, as a proxy between the client and Cliq may. The request is not judged, and its
     * message is not kept.
     */
    public static Fault htmlPage(int status) {
        return answer(
                status, "text/html", "<html><body><h1>" + status + "</h1><p>Something went wrong.</p></body></html>");
    }

    /**
     * Sends the answer to a wrong access token. The request is not judged, its message is not kept, and no token
     * expires.
     */
    public static Fault unauthorized() {
        return answer(ScriptedAnswer.of(Answer.unauthorized()));
    }

    /**
     * Sends a throttle answer. The request is not judged, kept or counted, and no lock begins.
     *
     * @param lock the time in {@code Retry-After}, if the answer has this header
     */
    public static Fault throttled(ThrottleAnswer form, Duration lock) {
        return answer(ScriptedAnswer.of(Answer.throttled(form, lock)));
    }

    /**
     * Sends an error of the token endpoint, with the status 200.
     *
     * @param error the error, such as {@code general_error}
     */
    public static Fault tokenError(String error) {
        return answer(ScriptedAnswer.of(Answer.tokenError(error)));
    }

    /**
     * Sends the status 500 after the request was judged and its message was kept. A client that posts again posts it
     * twice.
     */
    public static Fault failureAfterKeeping() {
        return answer(ScriptedAnswer.of(Answer.error(500, "Internal server error.")))
                .afterJudging();
    }

    /** Sends the sandbox's own answer later. The request is judged, and its message is kept, at once. */
    public static Fault delay(Duration duration) {
        return NONE.delayed(duration);
    }

    /**
     * Sends no answer until {@link FaultInjector#release()}. Then the request is judged and answered. A request whose
     * client gives up first is not judged.
     */
    public static Fault hang() {
        return new Fault(Kind.HANG, null, 0, Duration.ZERO, false);
    }

    /** Cuts the connection after the head of the request arrived, before any of its body is read. */
    public static Fault cutBeforeReading() {
        return new Fault(Kind.CUT_UNREAD, null, 0, Duration.ZERO, false);
    }

    /**
     * Cuts the connection within the body, or at the end of a shorter body.
     *
     * @param bytes the least number of bytes of the body that arrive before the cut
     */
    public static Fault cutWhileReading(int bytes) {
        if (bytes < 0) {
            throw new IllegalArgumentException("a number of bytes must not be negative: " + bytes);
        }
        return new Fault(Kind.CUT_WHILE_READING, null, bytes, Duration.ZERO, false);
    }

    /** Cuts the connection after the request was read to its end, before any answer. */
    public static Fault cutBeforeAnswering() {
        return answer(ScriptedAnswer.hangUp());
    }

    /** Lets all access tokens expire just before the request is judged. */
    public static Fault expireTokens() {
        return new Fault(Kind.EXPIRE_TOKENS, null, 0, Duration.ZERO, true);
    }

    /**
     * Returns this fault with a delay, after which the answer is sent or the connection is cut. Cuts before the end of
     * the request are not delayed.
     *
     * @param duration the delay, in whole milliseconds of real time; no thread waits
     */
    public Fault delayed(Duration duration) {
        if (duration.isNegative()) {
            throw new IllegalArgumentException("a delay must not be negative: " + duration);
        }
        return new Fault(kind, answer, bytes, duration, judged);
    }

    /**
     * Returns this fault for a request that is judged as usual first: an accepted message is kept, and a token is given
     * out. Only then the fault shows. Cuts before the end of the request stay as they are.
     */
    public Fault afterJudging() {
        boolean neverRead = kind == Kind.CUT_UNREAD || kind == Kind.CUT_WHILE_READING;
        return new Fault(kind, answer, bytes, delay, !neverRead);
    }

    /** Returns whether the fault shows before the body is read. */
    public boolean isBeforeBody() {
        return kind == Kind.CUT_UNREAD || kind == Kind.CUT_WHILE_READING;
    }

    /** Returns after how many bytes of the body the connection is cut. */
    public int bytes() {
        return bytes;
    }

    public boolean isBodyUnread() {
        return kind == Kind.CUT_UNREAD;
    }

    public boolean hangs() {
        return kind == Kind.HANG;
    }

    public boolean expiresTokens() {
        return kind == Kind.EXPIRE_TOKENS;
    }

    /** Returns whether the request is judged before the fault shows. */
    public boolean isAfterJudging() {
        return judged;
    }

    /** Returns the answer that is sent in place of the sandbox's own; empty if the sandbox's own is sent. */
    public Optional<ScriptedAnswer> answer() {
        return Optional.ofNullable(answer);
    }

    public Duration delay() {
        return delay;
    }

    /** Returns the name of the fault in the control API. */
    public String label() {
        return answer != null && answer.hangsUp() ? "cut-before-answering" : kind.label;
    }

    @Override
    public String toString() {
        return label()
                + (answer == null || answer.hangsUp() ? "" : " " + answer)
                + (judged && kind != Kind.NONE && kind != Kind.EXPIRE_TOKENS ? ", after judging" : "")
                + (delay.isZero() ? "" : ", delayed by " + delay);
    }

    private enum Kind {
        NONE("delay"),
        ANSWER("answer"),
        HANG("hang"),
        CUT_UNREAD("cut-before-reading"),
        CUT_WHILE_READING("cut-while-reading"),
        EXPIRE_TOKENS("expire-tokens");

        private final String label;

        Kind(String label) {
            this.label = label;
        }
    }
}
