package io.github.camelcliq.internal.pacing;

import io.github.camelcliq.internal.pacing.PacingStore.Count;
import io.github.camelcliq.internal.pacing.PacingStore.Counts;
import io.github.camelcliq.internal.pacing.PacingStore.Release;
import io.github.camelcliq.internal.pacing.PacingStore.Turn;
import io.github.camelcliq.internal.pacing.PostQueue.Waiter;
import io.vertx.core.AsyncResult;
import io.vertx.core.Future;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The pacer of one user. It grants permits in the order of the requests, at once if there is room. A permit comes back
 * one window after the answer to its post. So Cliq never counts more posts than the limit in any window, even on a slow
 * network. A post that waits for the smaller limit, or for an earlier post to the same chat, lets others pass.
 *
 * <p>A {@link PacingStore} counts; the pacer keeps the posts that wait, and asks the store for one permit at a time.
 */
public final class SlidingWindowPacer implements PostPacer {

    private static final Logger LOG = LoggerFactory.getLogger(SlidingWindowPacer.class);

    /** How long the pacer waits after the store has failed. Our choice. */
    private static final Duration PAUSE_AFTER_FAILURE = Duration.ofSeconds(1);

    /** More permits than come back in an hour. The turns of further posts are told too early. Our choice. */
    private static final int MAX_PROMISED = 10_000;

    /** The turn of a post that no store counts. Such a post goes out during a lock that began earlier. */
    private static final Turn UNCOUNTED = new Turn(null, true, null, null);

    private final PacingStore store;
    private final Timing timing;

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

    /** When to ask the store again; {@link Long#MAX_VALUE} if only the release of a permit can make room. */
    private long opensAt = Long.MIN_VALUE;

    private long restrictedOpensAt = Long.MIN_VALUE;

    /** The calls that the store has not answered yet. */
    private int underWay;

    /** The future turns of posts that were rejected because of a too long wait. */
    private final List<PromisedTurn> promised = new ArrayList<>();

    /** Completes promises outside the lock, since the posts that wait for them continue on the same thread. */
    private final Queue<Runnable> settled = new ArrayDeque<>();

    private boolean settling;

    /** Makes a pacer that counts in the memory of this JVM. */
    public SlidingWindowPacer(PacingLimits limits, Timing timing) {
        this(new MemoryStore(timing), limits, timing);
    }

    public SlidingWindowPacer(PacingStore store, PacingLimits limits, Timing timing) {
        this.store = store;
        this.limits = limits;
        this.timing = timing;
        this.counts = new Counts(
                new Count(limits.posts(), 0, List.of()),
                new Count(limits.restricted(), 0, List.of()),
                Duration.ZERO,
                false);
    }

    @Override
    public Future<Acquisition> acquire(PermitRequest request) {
        return acquire(request, deadline(request), false);
    }

    private long deadline(PermitRequest request) {
        // half of the largest number can be added to a time
        return timing.millis() + Math.min(request.waitLimit().maximumWait().toMillis(), Long.MAX_VALUE / 2);
    }

    /**
     * @param holdsChat whether the post had a permit before and kept its chat; it then goes ahead of all posts that
     *     wait
     */
    private Future<Acquisition> acquire(PermitRequest request, long deadline, boolean holdsChat) {
        Waiter waiter;
        synchronized (this) {
            if (stopped) {
                return Future.succeededFuture(PermitRejection.STOPPING);
            }
            waiter = waiting.add(request, deadline, holdsChat);
            serve();
            rejectIfTooLate(waiter, holdsChat);
        }
        settle();
        return waiter.promise().future();
    }

    @Override
    public void throttled(Duration period) {
        step(() -> {
            if (limits.equals(PacingLimits.NONE)) {
                // the application paces its posts elsewhere, and the failed post tells it of the throttle
                return;
            }
            long now = timing.millis();
            if (now >= lockedUntil) {
                LOG.warn("Cliq locks the user out for {}. {} posts wait for their turn.", period, waiting.size());
            }
            // a store that answers late or fails must not let posts out meanwhile
            lockedUntil = Math.max(lockedUntil, now + period.toMillis());
            lockIsUnproven = true;
            int limit = counts.posts().limit();
            hear(store.lock(limits, period), answer -> {
                noteAndReopen(answer);
                if (counts.posts().limit() < limit) {
                    LOG.warn(
                            "Cliq throttles earlier than the posts of this component explain. Another application posts as the same"
                                    + " user. The limits are now {} posts and {} cards in a window; they widen with time.",
                            counts.posts().limit(),
                            counts.restricted().limit());
                }
            });
        });
    }

    /** Changes the limits from now on. Posts that went out still count, and a lock stays. */
    public void change(PacingLimits others) {
        step(() -> {
            limits = others;
            hear(store.counts(limits), this::noteAndReopen);
        });
    }

    /** Returns the figures of this moment. If the store answers late, they are those of its last answer. */
    @Override
    public synchronized Figures figures() {
        hear(store.counts(limits), this::note);
        return new Figures(
                counts.posts().limit(),
                counts.posts().inFlight(),
                counts.posts().returns().size(),
                waiting.size(),
                Duration.ofMillis(Math.max(lockedUntil, timing.millis()) - timing.millis()));
    }

    @Override
    public void stop() {
        step(() -> {
            stopped = true;
            while (waiting.size() > 0) {
                settle(waiting.pollByDeadline(), PermitRejection.STOPPING);
            }
        });
    }

    private void step(Runnable change) {
        synchronized (this) {
            change.run();
            serve();
        }
        settle();
    }

    /**
     * Completes promises. A post that continues may end at once and grant others; the outermost call completes these
     * too.
     */
    private void settle() {
        while (true) {
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

    /** Hears the answer of the store. While an answer is under way, no permit is asked for and no post is rejected. */
    private <T> void hear(Future<T> answer, Consumer<AsyncResult<T>> use) {
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
        opensAt = Long.MIN_VALUE;
        restrictedOpensAt = Long.MIN_VALUE;
    }

    private void note(AsyncResult<Counts> answer) {
        if (answer.failed()) {
            LOG.warn("The store of the permits failed: {}", String.valueOf(answer.cause()));
        } else if (underWay == 0) {
            // an answer that another call has overtaken may not know of a lock
            counts = answer.result();
            countedAt = timing.millis();
            lockedUntil = Math.max(lockedUntil, countedAt + counts.lock().toMillis());
            lockIsUnproven = counts.lockIsUnproven() || countedAt < lockedUntil;
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
            Optional<Waiter> next = waiting.firstReady(request -> opensAt(request.restricted()) <= now);
            if (next.isEmpty()) {
                return;
            }
            PermitRequest request = next.get().request();
            if (limits.equals(PacingLimits.NONE)) {
                grant(next.get(), UNCOUNTED);
            } else {
                hear(store.acquire(limits, request.restricted()), answer -> use(answer, request.restricted()));
            }
        }
    }

    private long opensAt(boolean isRestricted) {
        return Math.max(lockedUntil, isRestricted ? restrictedOpensAt : opensAt);
    }

    private void use(AsyncResult<Turn> answer, boolean isRestricted) {
        note(answer.map(Turn::counts));
        if (answer.failed()) {
            opensAt = timing.millis() + PAUSE_AFTER_FAILURE.toMillis();
            restrictedOpensAt = opensAt;
        } else if (answer.result().permit() != null) {
            // the posts that waited may have been rejected meanwhile
            waiting.firstReady(request -> request.restricted() == isRestricted)
                    .ifPresentOrElse(
                            next -> grant(next, answer.result()), () -> release(answer.result(), Release.UNUSED));
        } else {
            Duration again = answer.result().lookAgainIn();
            long at = again == null ? Long.MAX_VALUE : timing.millis() + again.toMillis();
            if (isRestricted) {
                restrictedOpensAt = at;
            } else {
                opensAt = at;
            }
        }
    }

    private void grant(Waiter waiter, Turn turn) {
        waiting.poll(waiter);
        settle(waiter, new PostPermit(waiter, turn));
    }

    private void release(Turn turn, Release release) {
        if (turn.permit() != null) {
            hear(store.release(limits, turn.permit(), release), this::noteAndReopen);
        }
    }

    private void rejectIfTooLate(Waiter waiter, boolean isFirst) {
        if (!waiting.holds(waiter)) {
            return;
        }
        PermitRequest request = waiter.request();
        int ahead = isFirst ? 0 : waiting.size() - 1;
        long now = timing.millis();
        long turn = turn(request, ahead, isFirst ? 0 : waiting.restricted() - 1, now);
        // a post that the store has room for does not count as waiting
        boolean mayQueue = ahead < request.waitLimit().maximumQueued() || underWay > 0 && turn <= now;
        if (!mayQueue || Math.max(turn, lockedUntil) > waiter.deadline()) {
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
        overdue.forEach(waiter -> reject(waiter, tooLate(now), now));
        return !overdue.isEmpty();
    }

    private Reason tooLate(long now) {
        return now < lockedUntil ? Reason.LOCKED : Reason.WAIT_TOO_LONG;
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
        for (boolean isRestricted : new boolean[] {false, true}) {
            if (waiting.hasReady() && opensAt(isRestricted) > now) {
                at = Math.min(at, opensAt(isRestricted));
            }
        }
        if (at != Long.MAX_VALUE) {
            alarm = timing.after(Duration.ofMillis(Math.max(0, at - now)), () -> step(() -> {}));
        }
    }

    private final class PostPermit implements Permit {

        private final Waiter waiter;
        private final Turn turn;
        private boolean ended;

        PostPermit(Waiter waiter, Turn turn) {
            this.waiter = waiter;
            this.turn = turn;
        }

        @Override
        public boolean isRevoked() {
            synchronized (SlidingWindowPacer.this) {
                return stopped || lockIsUnproven && !turn.isProbe();
            }
        }

        @Override
        public void releaseAfterWindow(boolean lockIsOver) {
            end(lockIsOver ? Release.LOCK_IS_OVER : Release.AFTER_WINDOW, true);
        }

        @Override
        public void cancel() {
            end(Release.UNUSED, true);
        }

        @Override
        public Future<Acquisition> acquireAgain(boolean written) {
            end(written ? Release.AFTER_WINDOW : Release.UNUSED, false);
            PermitRequest request = waiter.request();
            return SlidingWindowPacer.this.acquire(request, written ? deadline(request) : waiter.deadline(), true);
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
}
