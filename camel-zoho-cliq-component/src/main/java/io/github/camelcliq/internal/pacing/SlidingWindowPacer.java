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
 * The pacer of one user in this JVM. It grants permits in the order of the requests, at once if there is room. A permit
 * comes back one window after the answer to its post. So Cliq never counts more posts than the limit in any window,
 * even on a slow network. A post that waits for the smaller limit, or for an earlier post to the same chat, lets others
 * pass.
 *
 * <p>After a lock one post goes out alone, as a probe. A throttle that this component's posts do not explain means that
 * another application posts as the same user. Then the limits narrow to half, and widen slowly.
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

    /** Completes promises outside the lock, since the posts that wait for them continue on the same thread. */
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

    /**
     * @param holdsChat whether the post was written before and kept its chat; it then goes ahead of all posts that wait
     */
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
                // the application paces its posts elsewhere, and the failed post tells it of the throttle
                return;
            }
            long now = timing.millis();
            advance(now);
            if (!lock.isUnproven() && !posts.isFull() && !restricted.isFull()) {
                posts.narrow(now);
                restricted.narrow(now);
                LOG.warn(
                        "Cliq throttles earlier than the posts of this component explain. Another application posts as the same"
                                + " user. The limits are now {} posts and {} cards in a window; they widen with time.",
                        posts.limit(),
                        restricted.limit());
            }
            if (!lock.isOn(now)) {
                LOG.warn("Cliq locks the user out for {}. {} posts wait for their turn.", period, waiting.size());
            }
            lock.begin(now, period);
            serve(now);
        }
        settle();
    }

    /** Changes the limits from now on. Posts that went out still count, and a lock stays. */
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

    /**
     * Completes promises. A post that continues may end at once and grant others; the outermost call completes these
     * too.
     */
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
                    // the posts behind it still continue
                    LOG.error("A post failed after it got or was refused its permit", thrown);
                }
            }
            rounds = settling.addAndGet(-rounds);
        }
    }

    // all methods below are called with the lock held

    private void advance(long now) {
        posts.advance(now);
        restricted.advance(now);
    }

    /** Returns whether lock and limits let any post go out. */
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

    /** Tells rejected posts different turns, so that they do not all come back at the same time. */
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

    /** Grants permits in the order of arrival, rejects posts that have waited too long, and sets the alarm. */
    private void serve(long now) {
        grantReady(now);
        refuseOverdue(now);
        // a rejected post may have freed its chat
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
        // a rejected post that comes back comes after all posts that still wait
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

    /** Returns {@code null} if the time of the lock is over and no answer has confirmed it yet. */
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
