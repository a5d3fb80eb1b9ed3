package io.github.camelcliq.sandbox.state;

/** How many requests have arrived and are not answered yet. Guarded by {@link SandboxState}. */
final class OpenRequests {

    private int now;
    private int most;

    void opened() {
        now++;
        most = Math.max(most, now);
    }

    void closed() {
        now--;
    }

    int now() {
        return now;
    }

    /** Returns the highest number since the start or the last reset. */
    int most() {
        return most;
    }

    /** Sets the highest number back to the requests that are open now. */
    void reset() {
        most = now;
    }
}
