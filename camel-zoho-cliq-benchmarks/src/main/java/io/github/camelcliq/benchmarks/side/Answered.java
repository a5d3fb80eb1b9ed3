package io.github.camelcliq.benchmarks.side;

/** Hears that a post is over. Called once for each post, on any thread. */
interface Answered {

    /** @param failure why the message was not accepted; {@code null} where it was */
    void answered(Throwable failure);
}
