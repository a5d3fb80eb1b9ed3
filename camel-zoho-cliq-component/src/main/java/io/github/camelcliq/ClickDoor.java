package io.github.camelcliq;

import java.time.Duration;

/** An open path on the application's HTTP server. */
interface ClickDoor {

    /**
     * Waits until the server has written every answer that was given to it, or time is over.
     *
     * @throws InterruptedException when the thread is interrupted while it waits
     */
    void awaitWritten(Duration patience) throws InterruptedException;

    /** Closes the path to requests. */
    void close();
}
