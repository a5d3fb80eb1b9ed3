package io.github.camelcliq.internal.click;

import java.time.Duration;

/** An open path on the application's HTTP server. */
interface ClickServer {

    /**
     * Waits until the server has written every answer that was given to it, or none was given for that long. A thread
     * that is interrupted waits all the same: Camel interrupts the one that stops routes as soon as it forces them.
     */
    void awaitWritten(Duration maximumWait);

    /** Closes the path to requests. */
    void close();
}
