package io.github.camelcliq.internal.pacing;

import io.vertx.core.Future;
import java.time.Duration;
import java.util.Optional;

/**
 * Says when the posts of one Cliq user may go out, so that the user is never locked out. The limits are Cliq's, and
 * count for the user, whoever posts: one budget is shared by all that post as the same user. Used from many threads; no
 * call waits.
 */
public interface PostPacer {

    /**
     * Asks for leave to post.
     *
     * @return a future that always succeeds: with a {@link Permit} once the post may go out, or with a
     *     {@link PermitRejection} as soon as it is known that it will not in time
     */
    Future<Acquisition> acquire(PermitRequest request);

    /**
     * Hears that Cliq refused a post because a limit was exceeded: nothing goes out until the lock is over, and then
     * one post at first.
     *
     * @param lock how long Cliq locks the user out
     */
    void throttled(Duration lock);

    /** What stands where at this moment. */
    Figures figures();

    /** Refuses whatever waits and whatever is still to come: the application stops. */
    void stop();

    /**
     * What one post needs.
     *
     * @param restricted whether the smaller limit counts too: for cards, slides and posts into threads
     * @param chat what must not overtake one another: the posts with the same key go out one at a time, in the order in
     *     which they asked; {@code null} where the order does not matter
     * @param patience when to give up
     */
    record PermitRequest(boolean restricted, String chat, WaitLimit waitLimit) {}

    /**
     * How long posts wait, and how many.
     *
     * @param maximumWait the longest wait of a post; one whose turn would come later is refused at once
     * @param maximumQueued the most posts that wait; one more is refused at once
     */
    record WaitLimit(Duration maximumWait, int maximumQueued) {}

    /** The answer to a request. */
    sealed interface Acquisition permits Permit, PermitRejection {}

    /**
     * Acquisition for one post. Exactly one of {@link #releaseAfterWindow}, {@link #cancel} and
     * {@link #releaseForSecondAttempt} ends it; what follows the first is ignored.
     */
    non-sealed interface Permit extends Acquisition {

        /**
         * Why the post may no longer be written: a lock came into force, or the application stopped. Empty as long as
         * it may.
         */
        Optional<PermitRejection> revoked();

        /**
         * The answer arrived, or will never: the permit comes back one window from now, as Cliq cannot have counted
         * later.
         *
         * @param lockIsOver whether the answer shows that Cliq does not lock the user out (any more): it took the
         *     message, or refused it for what it is
         */
        void releaseAfterWindow(boolean lockIsOver);

        /** Nothing was written: the permit comes back at once. */
        void cancel();

        /**
         * The answer arrived, as for {@link #releaseAfterWindow}, but the same post is to be written once more: its
         * chat stays taken, so that no later post overtakes it.
         *
         * @return the second attempt; one of its methods must be called
         */
        SecondAttempt releaseForSecondAttempt();
    }

    /** A post that was answered and is to be written once more, with a permit of its own. */
    interface SecondAttempt {

        /** Asks for leave as {@link PostPacer#acquire} does, ahead of whatever waits. A refusal sets the chat free. */
        Future<Acquisition> acquire();

        /** There is no second attempt: sets the chat free. */
        void giveUp();
    }

    /**
     * No leave.
     *
     * @param reason why not
     * @param turnIn when the post's turn would come, from now; {@code null} where it hangs on the answer to an earlier
     *     post
     */
    record PermitRejection(Reason reason, Duration turnIn) implements Acquisition {

        /** The application stops; nothing has to be waited for before another attempt. */
        static final PermitRejection STOPPING = new PermitRejection(Reason.STOPPING, Duration.ZERO);
    }

    /** Why there is no leave. */
    enum Reason {
        /** As many posts wait as may. */
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

        /** The reason in words, for a message. */
        public String text() {
            return text;
        }
    }

    /**
     * A budget at one moment.
     *
     * @param limit posts that may go out in a window, as it is now: less than configured after an unexplained throttle
     * @param inFlight posts that have leave and no answer yet
     * @param coolingOff posts answered less than a window ago
     * @param waiting posts that wait for leave
     * @param lock how long a lock still lasts, zero where there is none
     */
    record Figures(int limit, int inFlight, int coolingOff, int waiting, Duration lock) {}
}
