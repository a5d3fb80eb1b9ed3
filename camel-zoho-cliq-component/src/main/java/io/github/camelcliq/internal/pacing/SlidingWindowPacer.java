package io.github.camelcliq.internal.pacing;

import io.github.camelcliq.internal.pacing.PostQueue.Waiter;
import io.vertx.core.Future;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The budget of one user in this JVM. Permits go out in the order in which they are asked for, at once while there is
 * room, and come back one window after the answer to their post: whatever the network does to the way there, Cliq never
 * counts more than the limit in any window. A post that waits for the smaller limit, or for an earlier post to the same
 * chat, lets others pass.
 *
 * <p>After a lock one post goes out alone, to see whether it is over. After a throttle that our own posts do not
 * explain, somebody else posts as the same user: the limits narrow to half, and widen slowly.
 */
public final class SlidingWindowPacer implements PostPacer {

    private static final Logger LOG = LoggerFactory.getLogger(SlidingWindowPacer.class);

    private final Timing timing;

    // guarded by this
    private PacingLimits limits;
    private final SlidingWindow posts;
    private final SlidingWindow restricted;
    private final PostQueue waiting = new PostQueue();
    private final AccountLock lock = new AccountLock();
    private boolean stopped;
    private Timing.Alarm alarm;
    private long alarmAt = Long.MAX_VALUE;

    /** Promises to be completed, outside the lock: the posts that get them go on right there. */
    private final Queue<Runnable> settled = new ConcurrentLinkedQueue<>();

    private final AtomicInteger settling = new AtomicInteger();

    public SlidingWindowPacer(PacingLimits limits, Timing timing) {
        this.limits = limits;
        this.timing = timing;
        this.posts = new SlidingWindow(limits.posts(), limits.window().toMillis());
        this.restricted = new SlidingWindow(limits.restricted(), limits.window().toMillis());
    }

    @Override
    public Future<Acquisition> acquire(PermitRequest request) {
        return acquire(request, false);
    }

    /** @param holdsChat whether the post was written before and kept its chat: then it goes ahead of all that wait */
    private Future<Acquisition> acquire(PermitRequest request, boolean holdsChat) {
        Future<Acquisition> acquisition;
        synchronized (this) {
            long now = timing.millis();
            advance(now);
            if (now >= alarmAt) {
                serve(now);
            }
            boolean itsTurn = holdsChat || waiting.isFree(request.chat());
            acquisition = itsTurn && mayGo(request, now)
                    ? Future.succeededFuture(grant(request))
                    : waitFor(request, holdsChat, now);
        }
        settle();
        return acquisition;
    }

    @Override
    public void throttled(Duration period) {
        synchronized (this) {
            if (limits.equals(PacingLimits.NONE)) {
                // the application paces elsewhere, and hears of it by the failure of the post
                return;
            }
            long now = timing.millis();
            advance(now);
            if (!lock.isUnproven() && !posts.isFull() && !restricted.isFull()) {
                posts.narrow(now);
                restricted.narrow(now);
                LOG.warn(
                        "Cliq throttles sooner than our own posts explain, so somebody else posts as the same user: "
                                + "{} posts and {} cards in a window from now on, more again as time passes",
                        posts.limit(),
                        restricted.limit());
            }
            if (!lock.isOn(now)) {
                LOG.warn("Cliq locks the user out for {}; {} posts wait for their turn", period, waiting.size());
            }
            lock.begin(now, period);
            serve(now);
        }
        settle();
    }

    /** Other limits from now on. Posts that went out count on, and a lock lasts. */
    public synchronized void change(PacingLimits others) {
        limits = others;
        posts.change(limits.posts(), limits.window().toMillis());
        restricted.change(limits.restricted(), limits.window().toMillis());
    }

    @Override
    public synchronized Figures figures() {
        long now = timing.millis();
        advance(now);
        return new Figures(posts.limit(), posts.inFlight(), posts.coolingOff(), waiting.size(), lock.left(now));
    }

    @Override
    public void stop() {
        synchronized (this) {
            stopped = true;
            while (waiting.size() > 0) {
                refuse(waiting.pollByDeadline(), PermitRejection.STOPPING);
            }
            setAlarm(Long.MAX_VALUE, 0);
        }
        settle();
    }

    /** A post that goes on may end at once and grant others: the outermost call completes these too. */
    private void settle() {
        if (settled.isEmpty() || settling.getAndIncrement() != 0) {
            return;
        }
        int rounds = 1;
        while (rounds != 0) {
            for (Runnable next = settled.poll(); next != null; next = settled.poll()) {
                try {
                    next.run();
                } catch (Throwable thrown) {
                    // the posts behind it go on all the same
                    LOG.error("A post that got its turn, or was refused it, failed", thrown);
                }
            }
            rounds = settling.addAndGet(-rounds);
        }
    }

    // all below is called while this is locked

    private void advance(long now) {
        posts.advance(now);
        restricted.advance(now);
    }

    /** Whether any post may go, as far as lock and limits are concerned. */
    private boolean isOpen(long now) {
        return !stopped && lock.allows(now) && posts.hasRoom();
    }

    private boolean mayGo(PermitRequest request, long now) {
        return isOpen(now) && (!request.restricted() || restricted.hasRoom());
    }

    private PostPermit grant(PermitRequest request) {
        PostPermit permit = new PostPermit(request);
        posts.take();
        if (request.restricted()) {
            restricted.take();
        }
        waiting.take(request.chat());
        lock.granted(permit);
        return permit;
    }

    private Future<Acquisition> waitFor(PermitRequest request, boolean holdsChat, long now) {
        int ahead = holdsChat ? 0 : waiting.size();
        int restrictedAhead = holdsChat ? 0 : waiting.restricted();
        Reason reason = reasonAgainstWaiting(request, ahead, restrictedAhead, now);
        if (reason != null) {
            if (holdsChat) {
                waiting.free(request.chat());
                serve(now);
            }
            return Future.succeededFuture(refusal(reason, request, ahead, restrictedAhead, now));
        }
        Waiter waiter = holdsChat ? waiting.addFirst(request, now) : waiting.add(request, now);
        setAlarm(nextEvent(now), now);
        return waiter.promise().future();
    }

    private Reason reasonAgainstWaiting(PermitRequest request, int ahead, int restrictedAhead, long now) {
        if (stopped) {
            return Reason.STOPPING;
        }
        if (ahead >= request.waitLimit().maximumQueued()) {
            return Reason.QUEUE_FULL;
        }
        long turn = posts.turnAfter(ahead, now);
        if (request.restricted()) {
            turn = Math.max(turn, restricted.turnAfter(restrictedAhead, now));
        }
        Duration turnIn = Duration.ofMillis(Math.max(turn, lock.until()) - now);
        if (turnIn.compareTo(request.waitLimit().maximumWait()) > 0) {
            return lock.isOn(now) ? Reason.LOCKED : Reason.WAIT_TOO_LONG;
        }
        return null;
    }

    /** Refused posts are told different turns, so that they do not come back all at the same time. */
    private PermitRejection refusal(Reason reason, PermitRequest request, int ahead, int restrictedAhead, long now) {
        if (reason == Reason.STOPPING) {
            return PermitRejection.STOPPING;
        }
        long from = Math.max(now, lock.until());
        long turn = posts.promise(ahead, from, now);
        if (request.restricted()) {
            turn = Math.max(turn, restricted.promise(restrictedAhead, from, now));
        }
        return new PermitRejection(reason, turn > now ? Duration.ofMillis(turn - now) : null);
    }

    /** Grants what may go in the order of arrival, refuses what may not wait any longer, and sets the alarm. */
    private void serve(long now) {
        grantReady(now);
        refuseOverdue(now);
        // a refused post may have set its chat free
        grantReady(now);
        setAlarm(nextEvent(now), now);
    }

    private void grantReady(long now) {
        while (isOpen(now)) {
            Waiter waiter = waiting.pollReady(restricted.hasRoom());
            if (waiter == null) {
                return;
            }
            PostPermit permit = grant(waiter.request());
            settled.add(() -> waiter.promise().complete(permit));
        }
    }

    private void refuseOverdue(long now) {
        List<Waiter> overdue = new ArrayList<>();
        while (waiting.nextDeadline() <= now || waiting.nextDeadline() < lock.until()) {
            overdue.add(waiting.pollByDeadline());
        }
        // if they come back, they come after all that still wait
        Reason reason = lock.isOn(now) ? Reason.LOCKED : Reason.WAIT_TOO_LONG;
        overdue.forEach(
                waiter -> refuse(waiter, refusal(reason, waiter.request(), waiting.size(), waiting.restricted(), now)));
    }

    private void refuse(Waiter waiter, PermitRejection refusal) {
        settled.add(() -> waiter.promise().complete(refusal));
    }

    private long nextEvent(long now) {
        if (!waiting.hasReady()) {
            return waiting.nextDeadline();
        }
        long opening = lock.isOn(now) ? lock.until() : Math.min(posts.nextReturn(), restricted.nextReturn());
        return Math.min(opening, waiting.nextDeadline());
    }

    private void setAlarm(long at, long now) {
        if (at == alarmAt) {
            return;
        }
        if (alarm != null) {
            alarm.cancel();
            alarm = null;
        }
        alarmAt = at;
        if (at != Long.MAX_VALUE) {
            alarm = timing.after(Duration.ofMillis(Math.max(0, at - now)), this::wake);
        }
    }

    private void wake() {
        synchronized (this) {
            alarm = null;
            alarmAt = Long.MAX_VALUE;
            long now = timing.millis();
            advance(now);
            serve(now);
        }
        settle();
    }

    private void end(PostPermit permit, boolean answered, boolean lockIsOver, boolean chatIsFree) {
        synchronized (this) {
            if (permit.ended) {
                return;
            }
            permit.ended = true;
            long now = timing.millis();
            release(posts, answered, now);
            if (permit.request.restricted()) {
                release(restricted, answered, now);
            }
            if (chatIsFree) {
                waiting.free(permit.request.chat());
            }
            lock.ended(permit, lockIsOver);
            advance(now);
            serve(now);
        }
        settle();
    }

    private void giveUp(PermitRequest request) {
        synchronized (this) {
            waiting.free(request.chat());
            long now = timing.millis();
            advance(now);
            serve(now);
        }
        settle();
    }

    private static void release(SlidingWindow window, boolean answered, long now) {
        if (answered) {
            window.releaseAfterWindow(now);
        } else {
            window.cancel();
        }
    }

    private synchronized Optional<PermitRejection> revoked(PostPermit permit) {
        if (stopped) {
            return Optional.of(PermitRejection.STOPPING);
        }
        return lock.revokes(permit)
                ? Optional.of(new PermitRejection(Reason.LOCKED, lockLeft(timing.millis())))
                : Optional.empty();
    }

    /** {@code null} where its time is over, and nobody knows yet whether Cliq thinks so too. */
    private Duration lockLeft(long now) {
        return lock.isOn(now) ? lock.left(now) : null;
    }

    private final class PostPermit implements Permit {

        private final PermitRequest request;
        private boolean ended;

        PostPermit(PermitRequest request) {
            this.request = request;
        }

        @Override
        public Optional<PermitRejection> revoked() {
            return SlidingWindowPacer.this.revoked(this);
        }

        @Override
        public void releaseAfterWindow(boolean lockIsOver) {
            end(this, true, lockIsOver, true);
        }

        @Override
        public void cancel() {
            end(this, false, false, true);
        }

        @Override
        public SecondAttempt releaseForSecondAttempt() {
            end(this, true, false, false);
            return new SecondAttempt() {
                @Override
                public Future<Acquisition> acquire() {
                    return SlidingWindowPacer.this.acquire(request, true);
                }

                @Override
                public void giveUp() {
                    SlidingWindowPacer.this.giveUp(request);
                }
            };
        }
    }
}
