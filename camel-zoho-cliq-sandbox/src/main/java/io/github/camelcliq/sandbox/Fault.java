package io.github.camelcliq.sandbox;

import io.github.camelcliq.sandbox.fault.FaultInjector;
import io.github.camelcliq.sandbox.http.Answer;
import io.github.camelcliq.sandbox.limits.ThrottleAnswer;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;

/**
 * What goes wrong with a request. Immutable: {@link #delayed} and {@link #afterJudging} make another one. Where a
 * request, its body and its answer are spoken of, it is an HTTP request of a connection that may be kept alive; cutting
 * closes that connection.
 */
public final class Fault {

    /** The sandbox's own answer, at once. */
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

    /** Another answer than the sandbox's, which may be cut off or none at all. Nothing is judged and nothing kept. */
    public static Fault answer(ScriptedAnswer answer) {
        return new Fault(Kind.ANSWER, Objects.requireNonNull(answer, "answer"), 0, Duration.ZERO, false);
    }

    /**
     * Another answer than the sandbox's. Nothing is judged and nothing kept.
     *
     * @see ScriptedAnswer#of(int, String, String)
     */
    public static Fault answer(int status, String contentType, String body) {
        return answer(ScriptedAnswer.of(status, contentType, body));
    }

    /** An error page in HTML, as something between the client and Cliq may send it. Nothing is judged or kept. */
    public static Fault htmlPage(int status) {
        return answer(
                status, "text/html", "<html><body><h1>" + status + "</h1><p>Something went wrong.</p></body></html>");
    }

    /** The answer to a wrong access token. Nothing is judged or kept, and no token expires. */
    public static Fault unauthorized() {
        return answer(ScriptedAnswer.of(Answer.unauthorized()));
    }

    /**
     * A throttle answer. Nothing is judged, kept or counted, and no lock begins.
     *
     * @param lock what {@code Retry-After} says, where the answer has it
     */
    public static Fault throttled(ThrottleAnswer form, Duration lock) {
        return answer(ScriptedAnswer.of(Answer.throttled(form, lock)));
    }

    /**
     * A refusal of the token endpoint, with the status 200.
     *
     * @param error the error, such as {@code general_error}
     */
    public static Fault tokenError(String error) {
        return answer(ScriptedAnswer.of(Answer.tokenError(error)));
    }

    /** Status 500 after the request was judged and its message kept: the one that a repeat posts twice. */
    public static Fault failureAfterKeeping() {
        return answer(ScriptedAnswer.of(Answer.error(500, "Internal server error.")))
                .afterJudging();
    }

    /** The sandbox's own answer, but later. The request is judged, and its message kept, at once. */
    public static Fault delay(Duration duration) {
        return NONE.delayed(duration);
    }

    /**
     * No answer until {@link FaultInjector#release()}, when the request is judged and answered; or until the client
     * gives up, and nothing is judged.
     */
    public static Fault hang() {
        return new Fault(Kind.HANG, null, 0, Duration.ZERO, false);
    }

    /** The connection is cut once the head of the request is there, before anything of its body is read. */
    public static Fault cutBeforeReading() {
        return new Fault(Kind.CUT_UNREAD, null, 0, Duration.ZERO, false);
    }

    /**
     * The connection is cut within the body, or at its end where it is shorter.
     *
     * @param bytes how many bytes of it arrive first, at least
     */
    public static Fault cutWhileReading(int bytes) {
        if (bytes < 0) {
            throw new IllegalArgumentException("not a number of bytes: " + bytes);
        }
        return new Fault(Kind.CUT_WHILE_READING, null, bytes, Duration.ZERO, false);
    }

    /** The connection is cut after the request was read to its end, before any answer. */
    public static Fault cutBeforeAnswering() {
        return answer(ScriptedAnswer.hangUp());
    }

    /** All access tokens expire just before the request is judged. */
    public static Fault expireTokens() {
        return new Fault(Kind.EXPIRE_TOKENS, null, 0, Duration.ZERO, true);
    }

    /**
     * The same fault, later: so much later the answer is sent, or the connection cut. Cuts before the end of the
     * request are not delayed.
     *
     * @param duration how long, in whole milliseconds of real time; no thread waits
     */
    public Fault delayed(Duration duration) {
        if (duration.isNegative()) {
            throw new IllegalArgumentException("a delay is not negative: " + duration);
        }
        return new Fault(kind, answer, bytes, duration, judged);
    }

    /**
     * The same fault after the request was judged as ever: an accepted message is kept, a token is given out, and then
     * the answer is another, or late, or none. Cuts before the end of the request stay as they are.
     */
    public Fault afterJudging() {
        boolean neverRead = kind == Kind.CUT_UNREAD || kind == Kind.CUT_WHILE_READING;
        return new Fault(kind, answer, bytes, delay, !neverRead);
    }

    /** Whether it shows before the body is read. */
    public boolean isBeforeBody() {
        return kind == Kind.CUT_UNREAD || kind == Kind.CUT_WHILE_READING;
    }

    /** After how many bytes of the body the connection is cut. */
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

    /** Whether the request is judged before the fault shows. */
    public boolean isAfterJudging() {
        return judged;
    }

    /** What is answered in place of the sandbox's own answer; empty where that is sent. */
    public Optional<ScriptedAnswer> answer() {
        return Optional.ofNullable(answer);
    }

    public Duration delay() {
        return delay;
    }

    /** The name that the control API has for it. */
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
