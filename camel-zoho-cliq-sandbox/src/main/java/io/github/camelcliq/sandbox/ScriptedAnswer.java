package io.github.camelcliq.sandbox;

import io.github.camelcliq.sandbox.http.Answer;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;

/**
 * An answer that a test sets in place of the sandbox's own. It may break HTTP's or Cliq's rules. {@link Fault} says
 * when it is sent, and whether the request is judged first. Immutable.
 */
public final class ScriptedAnswer {

    private static final int WHOLE = Integer.MAX_VALUE;
    private static final Pattern HEADER_NAME = Pattern.compile("[!#$%&'*+.^_`|~0-9A-Za-z-]+");

    private final int status;
    private final Map<String, String> headers;
    private final String body;
    private final int bytesSent;

    private ScriptedAnswer(int status, Map<String, String> headers, String body, int bytesSent) {
        this.status = status;
        this.headers = headers;
        this.body = body;
        this.bytesSent = bytesSent;
    }

    /**
     * Returns an answer with a status and a body.
     *
     * @param status the status, 200 to 599
     * @param contentType the value of {@code Content-Type}; {@code null} leaves the header out
     * @param body the body; may be empty
     */
    public static ScriptedAnswer of(int status, String contentType, String body) {
        if (status < 200 || status > 599) {
            throw new IllegalArgumentException("a status must be 200 to 599, not " + status);
        }
        Map<String, String> headers =
                contentType == null ? Map.of() : Map.of("Content-Type", refuseBreaks(contentType));
        return new ScriptedAnswer(status, headers, Objects.requireNonNull(body, "body"), WHOLE);
    }

    /** Returns an answer of the sandbox as a scripted one. */
    static ScriptedAnswer of(Answer answer) {
        Map<String, String> headers = new LinkedHashMap<>(answer.headers());
        headers.put("Content-Type", Answer.JSON_TYPE);
        return new ScriptedAnswer(answer.status(), headers, answer.text(), WHOLE);
    }

    /** Returns no answer: the request is read to its end, then the connection is closed. */
    public static ScriptedAnswer hangUp() {
        return new ScriptedAnswer(0, Map.of(), "", 0);
    }

    /**
     * Returns this answer with a header, such as {@code Retry-After}. It replaces a header of the same name.
     *
     * @throws IllegalArgumentException if the name has characters that HTTP does not allow, or if the value has a line
     *     break or another control character
     */
    public ScriptedAnswer header(String name, String value) {
        if (!HEADER_NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("not the name of a header: " + name);
        }
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(name, refuseBreaks(value));
        return new ScriptedAnswer(status, more, body, bytesSent);
    }

    /**
     * Returns this answer cut off. {@code Content-Length} is that of the whole body. The connection is closed after the
     * first {@code bytes}.
     *
     * @param bytes how many bytes of the body are sent; 0 sends only the head
     */
    public ScriptedAnswer cutAfter(int bytes) {
        if (bytes < 0) {
            throw new IllegalArgumentException("a number of bytes must not be negative: " + bytes);
        }
        return new ScriptedAnswer(status, headers, body, bytes);
    }

    private static String refuseBreaks(String value) {
        if (value.chars().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException("a header must have no line break and no control character");
        }
        return value;
    }

    public int status() {
        return status;
    }

    public Map<String, String> headers() {
        return headers;
    }

    public String body() {
        return body;
    }

    public boolean hangsUp() {
        return status == 0;
    }

    public boolean isCut() {
        return bytesSent != WHOLE;
    }

    public int bytesSent() {
        return bytesSent;
    }

    @Override
    public String toString() {
        return hangsUp() ? "hang up" : status + (isCut() ? ", cut after " + bytesSent + " bytes" : "");
    }
}
