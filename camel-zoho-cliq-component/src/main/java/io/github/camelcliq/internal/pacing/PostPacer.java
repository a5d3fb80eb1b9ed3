package io.github.camelcliq.internal.pacing;

import io.github.camelcliq.internal.pacing.PacingStore.Count;
import io.github.camelcliq.internal.pacing.PacingStore.Counts;
import io.github.camelcliq.internal.pacing.PacingStore.Lock;
import io.github.camelcliq.internal.pacing.PacingStore.Release;
import io.github.camelcliq.internal.pacing.PacingStore.Turn;
import io.github.camelcliq.internal.pacing.PostQueue.Waiter;
import io.vertx.core.AsyncResult;
import io.vertx.core.Future;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Says when the posts of one Cliq user may go out, so that Cliq never locks the user out. It grants permits in the
 * order of the requests, at once if there is room. A permit comes back one window after the answer to its post. So Cliq
 * never counts more posts than the limit in any window, even on a slow network. A post that waits for the smaller
 * limit, or for an earlier post to the same chat, lets others pass.
 *
 * <p>Cliq counts posts for each user. So all posts as one user share one pacer. A {@link PacingStore} counts; the pacer
 * keeps the posts that wait, and asks the store for one permit at a time. Safe for use by many threads; no call blocks.
 */
public final class PostPacer {

    private static final Logger LOG = LoggerFactory.getLogger(PostPacer.class);

    /** How long the pacer waits after the store has failed. Our choice. */
    private static final Duration PAUSE_AFTER_FAILURE = Duration.ofSeconds(1);

    /** The shortest time between two warnings of a store that fails. Our choice. */
    private static final Duration WARNING_PAUSE = Duration.ofMinutes(1);

    /** As many permits as come back in an hour. The turns of further posts are told too early. Our choice. */
    private static final int MAX_PROMISED = 3_000;

    /** The turn of a post that no store counts. No lock revokes it. */
    private static final Turn UNCOUNTED = new Turn(null, true, null, null, null);

    private final PacingStore store;
    private final Timing timing;
    private final String account;

    // guarded by this
    private PacingLimits limits;
    private final PostQueue waiting = new PostQueue();
    private boolean stopped;
    private Timing.Alarm alarm;

    /** The store's last answer, and its time. */
    private Counts counts;

    private long countedAt;
    private long lockedUntil = Long.MIN_VALUE;
    private boolean lockIsUnproven;
    private boolean lockIsOfUnknownPosts;
    private boolean storeFails;
    private String storeFailure;
    private boolean failureIsLogged;
    private long nextWarning = Long.MIN_VALUE;

    /** The throttles until now. A probe that went out before one of them proves nothing. */
    private long locks;

    /** When to ask the store again for restricted posts and for others; never if only a release can make room. */
    private final Map<Boolean, Long> opensAt = new HashMap<>();

    /** The calls that the store has not answered yet. */
    private int underWay;

    /** The future turns of posts that were rejected because of a too long wait. */
    private final List<PromisedTurn> promised = new ArrayList<>();

    /** Completes promises outside the lock, since the posts that wait for them continue on the same thread. */
    private final Queue<Runnable> settled = new ArrayDeque<>();

    private boolean settling;

    /** @param account what the log calls the posts: the name of the account that came first */
    public PostPacer(PacingStore store, PacingLimits limits, Timing timing, String account) {
        this.store = store;
        this.limits = limits;
        this.timing = timing;
        this.account = account;
        this.counts = new Counts(
                new Count(limits.posts(), 0, List.of()),
                new Count(limits.restricted(), 0, List.of()),
                new Lock(Duration.ZERO, false, false));
    }

    /**
     * Acquires a permit to post.
     *
     * @return a future that always succeeds: with a {@link Permit} once the post may go out, or with a
     *     {@link PermitRejection} once it is known that the wait is too long
     */
    public Future<Acquisition> acquire(PermitRequest request) {
        return acquire(request, deadline(request), false);
    }

    private long deadline(PermitRequest request) {
        // half of the largest number can be added to a time
        return timing.millis() + Math.min(request.waitLimit().maximumWait().toMillis(), Long.MAX_VALUE / 2);
    }

    private Future<Acquisition> acquire(PermitRequest request, long deadline, boolean holdsChat) {
        try {
            synchronized (this) {
                if (stopped) {
                    return Future.succeededFuture(PermitRejection.STOPPING);
                }
                Waiter waiter = waiting.add(request, timing.millis(), deadline, holdsChat);
                try {
                    serve();
                    rejectIfTooLate(waiter, holdsChat);
                } catch (RuntimeException | Error broken) {
                    // the clock of the application threw: a post that its caller gives up must not get a permit
                    if (waiting.holds(waiter)) {
                        waiting.remove(waiter);
                        throw broken;
                    }
                }
                return waiter.promise().future();
            }
        } finally {
            settle();
        }
    }

    /**
     * Notes that Cliq refused a post because a limit was exceeded. No post goes out until the lock is over. Then one
     * post goes out alone.
     */
    public void throttled(Duration period) {
        step(() -> {
            if (limits.equals(PacingLimits.NONE)) {
                // the application paces its posts elsewhere, and the failed post tells it of the throttle
                return;
            }
            // a store that answers late or fails must not let posts out meanwhile
            lockedUntil = Math.max(lockedUntil, timing.millis() + period.toMillis());
            lockIsUnproven = true;
            lockIsOfUnknownPosts = false;
            locks++;
            hear(() -> store.lock(limits, period), this::noteAndReopen);
        });
    }

    /** Changes the limits from now on. Posts that went out still count, and a lock stays. */
    public void change(PacingLimits others) {
        step(() -> {
            limits = others;
            hear(() -> store.counts(limits), this::noteAndReopen);
        });
    }

    /** Returns the figures of this moment. If the store answers late, they are those of its last answer. */
    public Figures figures() {
        step(this::recount);
        synchronized (this) {
            long now = timing.millis();
            return new Figures(
                    counts.posts(),
                    counts.restricted(),
                    waiting.size(),
                    waiting.longestWait(now),
                    Duration.ofMillis(Math.max(lockedUntil, now) - now),
                    lockIsUnproven,
                    storeFailure,
                    lockIsOfUnknownPosts);
        }
    }

    /** Rejects all requests that wait and all later ones, because the application stops. */
    public void stop() {
        step(() -> {
            stopped = true;
            while (waiting.size() > 0) {
                settle(waiting.pollByDeadline(), PermitRejection.STOPPING);
            }
        });
    }

    private void step(Runnable change) {
        try {
            synchronized (this) {
                change.run();
                serve();
            }
        } finally {
            settle();
        }
    }

    /**
     * Completes promises. A post that continues may end at once and grant others; the outermost call completes these
     * too.
     */
    private void settle() {
        // an answer of the store may arrive inside a call, which settles when it has left the lock
        while (!Thread.holdsLock(this)) {
            Runnable next;
            synchronized (this) {
                next = settling ? null : settled.poll();
                if (next == null) {
                    return;
                }
                settling = true;
            }
            try {
                next.run();
            } catch (Throwable thrown) {
                // the posts behind it still continue
                LOG.error("A post failed after it got or was refused its permit", thrown);
            }
            synchronized (this) {
                settling = false;
            }
        }
    }

    // all methods below are called with the lock held

    private void settle(Waiter waiter, Acquisition acquisition) {
        settled.add(() -> waiter.promise().complete(acquisition));
    }

    /**
     * Calls the store, and hears its answer, on any thread. While an answer is under way, no permit is asked for and no
     * post is rejected.
     */
    private <T> void hear(Supplier<Future<T>> call, Consumer<AsyncResult<T>> use) {
        // in a future: a store that throws has failed
        Future<T> answer = Future.succeededFuture().compose(begun -> call.get());
        if (answer.isComplete()) {
            use.accept(answer);
            return;
        }
        underWay++;
        answer.onComplete(late -> step(() -> {
            underWay--;
            use.accept(late);
        }));
    }

    private void noteAndReopen(AsyncResult<Counts> answer) {
        note(answer);
        opensAt.clear();
    }

    private void note(AsyncResult<Counts> answer) {
        noteLock(answer.map(Counts::lock));
        if (answer.succeeded() && underWay == 0) {
            counts = answer.result();
            countedAt = timing.millis();
        }
    }

    private void noteLock(AsyncResult<Lock> answer) {
        noteStore(answer);
        if (answer.succeeded() && underWay == 0) {
            // an answer that another call has overtaken may not know of a lock
            long now = timing.millis();
            // a store that has failed may not know of a throttle
            boolean isThrottled = now < lockedUntil && !lockIsOfUnknownPosts;
            lockIsOfUnknownPosts = answer.result().isOfUnknownPosts() && !isThrottled;
            if (!answer.result().left().isZero()) {
                lockedUntil = Math.max(lockedUntil, now + answer.result().left().toMillis());
            }
            lockIsUnproven = answer.result().isUnproven() || now < lockedUntil;
        }
    }

    private void noteStore(AsyncResult<Lock> answer) {
        storeFails = answer.failed();
        storeFailure = storeFails ? String.valueOf(answer.cause()) : store.failure();
        if (storeFailure != null && timing.millis() >= nextWarning) {
            nextWarning = timing.millis() + WARNING_PAUSE.toMillis();
            failureIsLogged = true;
            LOG.warn(
                    "The store of the posts of account {} fails: {}. Until it works again, posts wait or go out"
                            + " with a share of the limits, as the option storeFailure says. {} posts wait.",
                    account,
                    storeFailure,
                    waiting.size());
        } else if (storeFailure == null && failureIsLogged) {
            failureIsLogged = false;
            LOG.info("The store of the posts of account {} works again. {} posts wait.", account, waiting.size());
        }
    }

    /** Grants permits in the order of arrival, rejects posts that have waited too long, and sets the alarm. */
    private void serve() {
        long now = timing.millis();
        do {
            askForReady(now);
            // a rejected post may have freed its chat
        } while (underWay == 0 && rejectOverdue(now));
        if (underWay == 0) {
            setAlarm(now);
        }
    }

    private void askForReady(long now) {
        while (underWay == 0) {
            Optional<Waiter> next = Stream.of(false, true)
                    .filter(restricted -> opensAt(restricted) <= now)
                    .flatMap(restricted -> waiting.firstReady(restricted).stream())
                    .min(PostQueue.BY_PLACE);
            if (next.isEmpty()) {
                return;
            }
            boolean restricted = next.get().request().restricted();
            if (limits.equals(PacingLimits.NONE)) {
                grant(next.get(), UNCOUNTED);
            } else {
                hear(() -> store.acquire(limits, restricted), answer -> use(answer, restricted));
            }
        }
    }

    private long opensAt(boolean restricted) {
        return Math.max(lockedUntil, opensAt.getOrDefault(restricted, Long.MIN_VALUE));
    }

    private void use(AsyncResult<Turn> answer, boolean restricted) {
        noteLock(answer.map(Turn::lock));
        if (answer.failed()) {
            long at = timing.millis() + PAUSE_AFTER_FAILURE.toMillis();
            opensAt.putAll(Map.of(false, at, true, at));
        } else if (answer.result().permit() != null) {
            // the posts that waited may have been rejected meanwhile
            waiting.firstReady(restricted)
                    .ifPresentOrElse(
                            next -> grant(next, answer.result()), () -> release(answer.result(), Release.UNUSED));
        } else {
            note(answer.map(Turn::counts));
            Duration again = answer.result().lookAgainIn();
            opensAt.put(restricted, again == null ? Long.MAX_VALUE : timing.millis() + again.toMillis());
        }
    }

    private void grant(Waiter waiter, Turn turn) {
        waiting.poll(waiter);
        settle(waiter, new Permit(waiter, turn));
    }

    private void release(Turn turn, Release release) {
        if (turn.permit() != null) {
            hear(() -> store.release(limits, turn.permit(), release), answer -> {
                noteLock(answer);
                opensAt.clear();
            });
        }
    }

    /** Asks for the counts, which a permit does not come with. */
    private void recount() {
        if (underWay == 0) {
            hear(() -> store.counts(limits), this::note);
        }
    }

    private void rejectIfTooLate(Waiter waiter, boolean isFirst) {
        if (!waiting.holds(waiter)) {
            return;
        }
        boolean isAsked = underWay > 0;
        recount();
        PermitRequest request = waiter.request();
        int ahead = isFirst ? 0 : waiting.size() - 1;
        long now = timing.millis();
        long turn = turn(request, ahead, isFirst ? 0 : waiting.restricted() - 1, now);
        // a post that the store has room for does not count as waiting
        boolean mayQueue = ahead < request.waitLimit().maximumQueued() || isAsked && turn <= now;
        // a post whose turn is now waits for the answer of the store only
        if (!mayQueue || Math.max(turn, lockedUntil) > Math.max(waiter.deadline(), now)) {
            waiting.remove(waiter);
            reject(waiter, mayQueue ? tooLate(now) : Reason.QUEUE_FULL, now);
            serve();
        }
    }

    private boolean rejectOverdue(long now) {
        List<Waiter> overdue = new ArrayList<>();
        while (waiting.nextDeadline() <= now || waiting.nextDeadline() < lockedUntil) {
            overdue.add(waiting.pollByDeadline());
        }
        if (!overdue.isEmpty()) {
            recount();
        }
        overdue.forEach(waiter -> reject(waiter, tooLate(now), now));
        return !overdue.isEmpty();
    }

    private Reason tooLate(long now) {
        if (now < lockedUntil) {
            return lockIsOfUnknownPosts ? Reason.UNKNOWN_POSTS : Reason.LOCKED;
        }
        return storeFails ? Reason.STORE : Reason.WAIT_TOO_LONG;
    }

    /**
     * Rejects a post that waits no more. A post that comes back comes after all posts that still wait. Rejected posts
     * get different turns, so that they do not all come back at the same time.
     */
    private void reject(Waiter waiter, Reason reason, long now) {
        promised.removeIf(other -> other.at() <= now);
        int ahead = waiting.size() + promised.size();
        int restrictedAhead = waiting.restricted()
                + (int) promised.stream().filter(PromisedTurn::restricted).count();
        long turn = turn(waiter.request(), ahead, restrictedAhead, Math.max(now, lockedUntil));
        if (promised.size() < MAX_PROMISED) {
            promised.add(new PromisedTurn(turn, waiter.request().restricted()));
        }
        settle(waiter, new PermitRejection(reason, turn > now ? Duration.ofMillis(turn - now) : null));
    }

    private long turn(PermitRequest request, int ahead, int restrictedAhead, long from) {
        long window = limits.window().toMillis();
        long turn = counts.posts().turnAfter(ahead, from - countedAt, window);
        return countedAt
                + (request.restricted()
                        ? Math.max(turn, counts.restricted().turnAfter(restrictedAhead, from - countedAt, window))
                        : turn);
    }

    private record PromisedTurn(long at, boolean restricted) {}

    private void setAlarm(long now) {
        if (alarm != null) {
            alarm.cancel();
            alarm = null;
        }
        long at = waiting.nextDeadline();
        for (boolean restricted : List.of(false, true)) {
            if (waiting.firstReady(restricted).isPresent()) {
                at = Math.min(at, opensAt(restricted));
            }
        }
        if (at != Long.MAX_VALUE) {
            alarm = timing.after(Duration.ofMillis(Math.max(0, at - now)), () -> step(() -> {}));
        }
    }

    /**
     * What one post needs.
     *
     * @param restricted whether the smaller limit counts too: for cards, slides and posts into threads
     * @param chat the key of posts that must keep their order: such posts go out one at a time, in the order of their
     *     requests; {@code null} if the order does not matter
     * @param waitLimit how long the post may wait
     */
    public record PermitRequest(boolean restricted, String chat, WaitLimit waitLimit) {}

    /**
     * Limits how long posts wait, and how many posts wait.
     *
     * @param maximumWait the longest wait of a post; a post whose turn would come later is rejected at once
     * @param maximumQueued the most posts that wait; one more post is rejected at once
     */
    public record WaitLimit(Duration maximumWait, int maximumQueued) {}

    /** The result of a request for a permit. */
    public sealed interface Acquisition permits Permit, PermitRejection {}

    /**
     * The permit for one post. Exactly one of {@link #releaseAfterWindow}, {@link #cancel} and {@link #acquireAgain}
     * ends it. Later calls do nothing.
     */
    public final class Permit implements Acquisition {

        private final Waiter waiter;
        private final Turn turn;
        private final long locksBefore = locks;
        private boolean ended;

        private Permit(Waiter waiter, Turn turn) {
            this.waiter = waiter;
            this.turn = turn;
        }

        /** Returns whether the post may no longer be written: a lock began, or the application stopped. */
        public boolean isRevoked() {
            synchronized (PostPacer.this) {
                boolean isProbe = turn == UNCOUNTED || turn.isProbe() && locksBefore == locks;
                return stopped || lockIsUnproven && !isProbe;
            }
        }

        /**
         * Releases the permit one window from now, because Cliq cannot have counted the post later than now. Call it
         * when the answer arrived, or is lost.
         *
         * @param lockIsOver whether the answer shows that Cliq does not lock the user out: Cliq took the message, or
         *     refused it because of its content
         */
        public void releaseAfterWindow(boolean lockIsOver) {
            end(lockIsOver ? Release.LOCK_IS_OVER : Release.AFTER_WINDOW, true);
        }

        /**
         * Renews the permit, because its post was held up. Otherwise a store that takes back permits could take this
         * one back while the post is on the wire.
         *
         * @return a future that fails if the post needs another permit: see {@link #acquireAgain}
         */
        public Future<Void> renew() {
            synchronized (PostPacer.this) {
                // in a future: a store that throws has failed
                return Future.succeededFuture()
                        .compose(begun ->
                                turn.permit() == null ? Future.succeededFuture() : store.renew(limits, turn.permit()));
            }
        }

        /** Releases the permit at once. Call it when nothing was written. */
        public void cancel() {
            end(Release.UNUSED, true);
        }

        /**
         * Ends the permit, and acquires another one for the same post ahead of all posts that wait. The chat stays
         * taken, so no later post to the chat overtakes this one. A rejection frees the chat.
         *
         * @param written whether the post was written and answered. Then it may wait as long as a new one; otherwise
         *     its first wait goes on.
         */
        public Future<Acquisition> acquireAgain(boolean written) {
            end(written ? Release.AFTER_WINDOW : Release.UNUSED, false);
            PermitRequest request = waiter.request();
            return PostPacer.this.acquire(request, written ? deadline(request) : waiter.deadline(), true);
        }

        private void end(Release release, boolean freesChat) {
            step(() -> {
                if (!ended) {
                    ended = true;
                    if (freesChat) {
                        waiting.free(waiter.request().chat());
                    }
                    release(turn, release);
                }
            });
        }
    }

    /**
     * Says that a post gets no permit.
     *
     * @param reason why not
     * @param turnIn the time until the post's turn; {@code null} if it depends on the answer to an earlier post
     */
    public record PermitRejection(Reason reason, Duration turnIn) implements Acquisition {

        /** The application stops. Another attempt needs no wait. */
        public static final PermitRejection STOPPING = new PermitRejection(Reason.STOPPING, Duration.ZERO);
    }

    /** Why a post gets no permit. */
    public enum Reason {
        /** The most posts that may wait already wait. */
        QUEUE_FULL("too many posts wait already"),
        /** The post's turn comes later than it may wait. */
        WAIT_TOO_LONG("its turn comes too late"),
        /** The store of the permits does not work, and the post may not wait longer. */
        STORE("the store of the permits fails"),
        /** Cliq locked the user out, and the lock lasts longer than the post may wait. */
        LOCKED("Cliq has locked the user out"),
        /** Cliq may count posts that the store does not know, and the post may not wait so long. */
        UNKNOWN_POSTS("all posts wait one window, since Cliq may count earlier posts that are unknown here"),
        /** The application stops. */
        STOPPING("the application is stopping, or the route of the post was stopped");

        private final String text;

        Reason(String text) {
            this.text = text;
        }

        public String text() {
            return text;
        }
    }

    /**
     * The figures of a pacer at one moment.
     *
     * @param posts the count of all posts; its limit is less than configured after an unexplained throttle
     * @param restricted the count of cards and posts into threads
     * @param waiting posts that wait for a permit
     * @param oldestWait how long the first of them has waited; zero if no post waits
     * @param lock how long a lock still lasts; zero without a lock
     * @param lockIsUnproven whether a lock began, and no answer has shown yet that it is over
     * @param storeFailure why the store fails, even if it counts otherwise meanwhile; {@code null} if it works
     * @param lockIsOfUnknownPosts whether the lock is no throttle of Cliq's: see {@link Lock}
     */
    public record Figures(
            Count posts,
            Count restricted,
            int waiting,
            Duration oldestWait,
            Duration lock,
            boolean lockIsUnproven,
            String storeFailure,
            boolean lockIsOfUnknownPosts) {}
}
