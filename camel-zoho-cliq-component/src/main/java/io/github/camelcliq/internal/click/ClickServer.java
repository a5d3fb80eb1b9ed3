package io.github.camelcliq.internal.click;

import java.time.Duration;

/** An open path on the application's HTTP server. */
interface ClickServer {

    /**
     * Waits until the server has written all given answers, at most this long after the last one. An interrupted thread
     * still waits, since Camel interrupts the thread that stops routes when it forces the stop.
     */
    void awaitWritten(Duration maximumWait);

    /** Closes the path to requests. */
    void close();
}
