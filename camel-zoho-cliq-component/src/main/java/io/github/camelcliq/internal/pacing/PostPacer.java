package io.github.camelcliq.internal.pacing;

import io.vertx.core.Future;
import java.time.Duration;

/**
 * Says when the posts of one Cliq user may go out, so that Cliq never locks the user out. Cliq counts posts for each
 * user. So all posts as one user share one pacer. Safe for use by many threads; no call blocks.
 */
public interface PostPacer {

    /**
     * Acquires a permit to post.
     *
     * @return a future that always succeeds: with a {@link Permit} once the post may go out, or with a
     *     {@link PermitRejection} once it is known that the wait is too long
     */
    Future<Acquisition> acquire(PermitRequest request);

    /**
     * Notes that Cliq refused a post because a limit was exceeded. No post goes out until the lock is over. Then one
     * post goes out alone.
     *
     * @param lock how long Cliq locks the user out
     */
    void throttled(Duration lock);

    /** Returns the figures of this moment. */
    Figures figures();

    /** Rejects all requests that wait and all later ones, because the application stops. */
    void stop();

    /**
     * What one post needs.
     *
     * @param restricted whether the smaller limit counts too: for cards, slides and posts into threads
     * @param chat the key of posts that must keep their order: such posts go out one at a time, in the order of their
     *     requests; {@code null} if the order does not matter
     * @param waitLimit how long the post may wait
     */
    record PermitRequest(boolean restricted, String chat, WaitLimit waitLimit) {}

    /**
     * Limits how long posts wait, and how many posts wait.
     *
     * @param maximumWait the longest wait of a post; a post whose turn would come later is rejected at once
     * @param maximumQueued the most posts that wait; one more post is rejected at once
     */
    record WaitLimit(Duration maximumWait, int maximumQueued) {}

    /** The result of a request for a permit. */
    sealed interface Acquisition permits Permit, PermitRejection {}

    /**
     * The permit for one post. Exactly one of {@link #releaseAfterWindow}, {@link #cancel} and {@link #acquireAgain}
     * ends it. Later calls do nothing.
     */
    non-sealed interface Permit extends Acquisition {

        /** Returns whether the post may no longer be written: a lock began, or the application stopped. */
        boolean isRevoked();

        /**
         * Releases the permit one window from now, because Cliq cannot have counted the post later than now. Call it
         * when the answer arrived, or is lost.
         *
         * @param lockIsOver whether the answer shows that Cliq does not lock the user out: Cliq took the message, or
         *     refused it because of its content
         */
        void releaseAfterWindow(boolean lockIsOver);

        /** Releases the permit at once. Call it when nothing was written. */
        void cancel();

        /**
         * Ends the permit, and acquires another one for the same post ahead of all posts that wait. The chat stays
         * taken, so no later post to the chat overtakes this one. A rejection frees the chat.
         *
         * @param written whether the post was written and answered. Then it may wait as long as a new one; otherwise
         *     its first wait goes on.
         */
        Future<Acquisition> acquireAgain(boolean written);
    }

    /**
     * Says that a post gets no permit.
     *
     * @param reason why not
     * @param turnIn the time until the post's turn; {@code null} if it depends on the answer to an earlier post
     */
    record PermitRejection(Reason reason, Duration turnIn) implements Acquisition {

        /** The application stops. Another attempt needs no wait. */
        static final PermitRejection STOPPING = new PermitRejection(Reason.STOPPING, Duration.ZERO);
    }

    /** Why a post gets no permit. */
    enum Reason {
        /** The most posts that may wait already wait. */
        QUEUE_FULL("too many posts wait already"),
        /** The post's turn comes later than it may wait. */
        WAIT_TOO_LONG("its turn comes too late"),
        /** Cliq locked the user out, and the lock lasts longer than the post may wait. */
        LOCKED("Cliq has locked the user out"),
        /** The application stops. */
        STOPPING("the application is stopping");

        private final String text;

        Reason(String text) {
            this.text = text;
        }

        /** Returns the reason in words, for a message. */
        public String text() {
            return text;
        }
    }

    /**
     * The figures of a pacer at one moment.
     *
     * @param limit posts that may go out in a window now; less than configured after an unexplained throttle
     * @param inFlight posts with a permit and without an answer yet
     * @param coolingOff posts answered less than a window ago
     * @param waiting posts that wait for a permit
     * @param lock how long a lock still lasts; zero without a lock
     */
    record Figures(int limit, int inFlight, int coolingOff, int waiting, Duration lock) {}
}
