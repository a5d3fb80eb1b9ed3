package io.github.camelcliq.client;

import io.vertx.core.buffer.Buffer;

/**
 * Collects the body of one answer, as far as anybody reads it: Cliq's own answers are short, and what comes from
 * something in between must fill neither the heap nor the time of an event loop. Used on one event loop only.
 */
final class AnswerBody {

    /** More than this is no answer of Cliq's: it is counted, and not kept. */
    private static final int MOST_KEPT = 64 * 1024;

    /** More than this is not waited for. */
    static final int MOST_READ = 1024 * 1024;

    /** Never added to: most answers have no body. */
    private static final Buffer NOTHING = Buffer.buffer();

    private Buffer kept = NOTHING;
    private int length;
    private boolean expected;
    private long lastHeard;

    /** Something of the answer came; or the question went out, so that from now on it may come. */
    void heard() {
        lastHeard = System.nanoTime();
        expected = true;
    }

    /** For how long nothing of it has come, in nanoseconds; 0 as long as nobody asked for it. */
    long silence(long now) {
        return expected ? now - lastHeard : 0;
    }

    /** How long the body is, as far as it was read, in bytes. */
    int length() {
        return length;
    }

    /** Whether it goes on for longer than anybody reads. */
    boolean isTooLong() {
        return length > MOST_READ;
    }

    /** The body, or nothing where it is longer than any answer of Cliq's. */
    Buffer readable() {
        return length <= MOST_KEPT ? kept : NOTHING;
    }

    /** One more part of it came. */
    void add(Buffer part) {
        heard();
        length += part.length();
        if (length <= MOST_KEPT) {
            kept = (kept == NOTHING ? Buffer.buffer(part.length()) : kept).appendBuffer(part);
        }
    }
}
