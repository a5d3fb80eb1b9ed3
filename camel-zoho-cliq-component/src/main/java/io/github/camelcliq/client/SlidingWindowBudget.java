package io.github.camelcliq.client;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.time.Duration;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedList;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The budget of one user in this JVM. Permits go out in the order in which they are asked for, at once while there is
 * room, and come back one window after the answer to their post: whatever the network does to the way there, Cliq never
 * counts more than the limit in any window. A post that waits for the smaller limit, or for an earlier post to the same
 * chat, lets others pass.
 *
 * <p>After a lock one post goes out alone, to see whether it is over. After a throttle that our own posts do not
 * explain, somebody else posts as the same user: the limits narrow to half, and widen slowly.
 */
public final class SlidingWindowBudget implements Budget {

    private final Timing timing;

    // guarded by this
    private final SlidingWindow posts;
    private final SlidingWindow restricted;
    private final LinkedList<Waiter> waiting = new LinkedList<>();
    private final Set<String> busyChats = new HashSet<>();
    private long lockedUntil = Long.MIN_VALUE;
    private boolean probeNext;
    private PostPermit probe;
    private boolean stopped;
    private Timing.Alarm alarm;
    private long alarmAt = Long.MAX_VALUE;

    /** Settled outside the lock, one after the other, by whoever comes first. */
    private final Queue<Runnable> settled = new ConcurrentLinkedQueue<>();

    private final AtomicInteger settling = new AtomicInteger();

    public SlidingWindowBudget(PacingLimits limits, Timing timing) {
        this.timing = timing;
        this.posts = new SlidingWindow(limits.posts(), limits.window().toMillis());
        this.restricted = new SlidingWindow(limits.restricted(), limits.window().toMillis());
    }

    @Override
    public Future<Leave> ask(Demand demand) {
        return ask(demand, false);
    }

    /** @param holdsChat whether the post was written before and kept its chat: then it goes ahead of all that wait */
    private Future<Leave> ask(Demand demand, boolean holdsChat) {
        Promise<Leave> promise = Promise.promise();
        synchronized (this) {
            long now = timing.millis();
            advance(now);
            boolean itsTurn = holdsChat || waiting.isEmpty() && isFree(demand.chat());
            if (itsTurn && mayGo(demand, now)) {
                return Future.succeededFuture(grant(demand));
            }
            Waiter waiter = new Waiter(demand, holdsChat, now, promise);
            int ahead = holdsChat ? 0 : waiting.size();
            Refusal refusal = refusalOnArrival(demand, ahead, now);
            if (refusal != null) {
                refuse(waiter, refusal);
            } else {
                waiting.add(ahead, waiter);
            }
            serve(now);
        }
        settle();
        return promise.future();
    }

    @Override
    public void throttled(Duration lock) {
        synchronized (this) {
            long now = timing.millis();
            advance(now);
            if (!probeNext && !posts.isFull() && !restricted.isFull()) {
                posts.narrow(now);
                restricted.narrow(now);
            }
            lockedUntil = Math.max(lockedUntil, now + lock.toMillis());
            probeNext = true;
            serve(now);
        }
        settle();
    }

    @Override
    public synchronized Figures figures() {
        long now = timing.millis();
        advance(now);
        return new Figures(
                posts.limit(),
                posts.inFlight(),
                posts.coolingOff(),
                waiting.size(),
                Duration.ofMillis(isLocked(now) ? lockedUntil - now : 0));
    }

    @Override
    public void stop() {
        synchronized (this) {
            stopped = true;
            waiting.forEach(waiter -> refuse(waiter, new Refusal(Reason.STOPPING, Duration.ZERO)));
            waiting.clear();
            setAlarm(Long.MAX_VALUE, 0);
        }
        settle();
    }

    // all below is called while this is locked

    private void advance(long now) {
        posts.advance(now);
        restricted.advance(now);
    }

    private boolean isLocked(long now) {
        return now < lockedUntil;
    }

    private boolean mayGo(Demand demand, long now) {
        return !stopped
                && !isLocked(now)
                && !(probeNext && probe != null)
                && posts.hasRoom()
                && (!demand.restricted() || restricted.hasRoom());
    }

    private boolean isFree(String chat) {
        return chat == null || !busyChats.contains(chat);
    }

    private PostPermit grant(Demand demand) {
        PostPermit permit = new PostPermit(demand);
        posts.take();
        if (demand.restricted()) {
            restricted.take();
        }
        if (demand.chat() != null) {
            busyChats.add(demand.chat());
        }
        if (probeNext) {
            probe = permit;
        }
        return permit;
    }

    private Refusal refusalOnArrival(Demand demand, int ahead, long now) {
        if (stopped) {
            return new Refusal(Reason.STOPPING, Duration.ZERO);
        }
        Duration turnIn = turnIn(demand, ahead, now);
        if (ahead >= demand.patience().maximumQueued()) {
            return new Refusal(Reason.QUEUE_FULL, turnIn);
        }
        if (turnIn.compareTo(demand.patience().maximumWait()) > 0) {
            return new Refusal(isLocked(now) ? Reason.LOCKED : Reason.WAIT_TOO_LONG, turnIn);
        }
        return null;
    }

    /** When the turn of a post would come that has the first {@code ahead} of the queue before it. */
    private Duration turnIn(Demand demand, int ahead, long now) {
        long turn = posts.turnAfter(ahead, now);
        if (demand.restricted()) {
            long restrictedAhead = waiting.stream()
                    .limit(ahead)
                    .filter(waiter -> waiter.demand.restricted())
                    .count();
            turn = Math.max(turn, restricted.turnAfter((int) restrictedAhead, now));
        }
        return Duration.ofMillis(Math.max(0, Math.max(turn, lockedUntil) - now));
    }

    /**
     * Grants what may go and refuses what has waited long enough, in the order of arrival, and sets the alarm for the
     * rest.
     */
    private void serve(long now) {
        Set<String> passed = new HashSet<>();
        int ahead = 0;
        Iterator<Waiter> queue = waiting.iterator();
        while (queue.hasNext()) {
            Waiter waiter = queue.next();
            String chat = waiter.demand.chat();
            boolean itsTurn = waiter.holdsChat || isFree(chat) && (chat == null || !passed.contains(chat));
            if (itsTurn && mayGo(waiter.demand, now)) {
                queue.remove();
                PostPermit permit = grant(waiter.demand);
                settled.add(() -> waiter.promise.complete(permit));
            } else if (now >= waiter.deadline || isLocked(now) && lockedUntil > waiter.deadline) {
                queue.remove();
                Reason reason = isLocked(now) ? Reason.LOCKED : Reason.WAIT_TOO_LONG;
                refuse(waiter, new Refusal(reason, turnIn(waiter.demand, ahead, now)));
            } else {
                ahead++;
                if (chat != null) {
                    passed.add(chat);
                }
            }
        }
        setAlarm(nextEvent(now), now);
    }

    private void refuse(Waiter waiter, Refusal refusal) {
        if (waiter.holdsChat) {
            busyChats.remove(waiter.demand.chat());
        }
        settled.add(() -> waiter.promise.complete(refusal));
    }

    private long nextEvent(long now) {
        if (waiting.isEmpty()) {
            return Long.MAX_VALUE;
        }
        long next = Math.min(posts.nextReturn(), restricted.nextReturn());
        if (isLocked(now)) {
            next = lockedUntil;
        }
        for (Waiter waiter : waiting) {
            next = Math.min(next, waiter.deadline);
        }
        return next;
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

    private void end(PostPermit permit, boolean answered, boolean chatIsFree) {
        synchronized (this) {
            if (permit.ended) {
                return;
            }
            permit.ended = true;
            long now = timing.millis();
            giveBack(posts, answered, now);
            if (permit.demand.restricted()) {
                giveBack(restricted, answered, now);
            }
            if (chatIsFree) {
                busyChats.remove(permit.demand.chat());
            }
            if (permit == probe) {
                probe = null;
                // an answer that opened no new lock: the old one is over
                probeNext = !answered || isLocked(now);
            }
            advance(now);
            serve(now);
        }
        settle();
    }

    private void giveUp(Demand demand) {
        synchronized (this) {
            busyChats.remove(demand.chat());
            long now = timing.millis();
            advance(now);
            serve(now);
        }
        settle();
    }

    private static void giveBack(SlidingWindow window, boolean answered, long now) {
        if (answered) {
            window.answered(now);
        } else {
            window.unused();
        }
    }

    private synchronized boolean isGood(PostPermit permit) {
        return !stopped && !(probeNext && permit != probe);
    }

    /**
     * Outside the lock, since what follows a permit runs right here; in order, since the order of posts was just
     * decided.
     */
    private void settle() {
        if (settled.isEmpty() || settling.getAndIncrement() != 0) {
            return;
        }
        int rounds = 1;
        do {
            for (Runnable next = settled.poll(); next != null; next = settled.poll()) {
                next.run();
            }
            rounds = settling.addAndGet(-rounds);
        } while (rounds != 0);
    }

    private static final class Waiter {

        private final Demand demand;
        private final boolean holdsChat;
        private final long deadline;
        private final Promise<Leave> promise;

        Waiter(Demand demand, boolean holdsChat, long now, Promise<Leave> promise) {
            this.demand = demand;
            this.holdsChat = holdsChat;
            this.deadline = now + demand.patience().maximumWait().toMillis();
            this.promise = promise;
        }
    }

    private final class PostPermit implements Permit {

        private final Demand demand;
        private boolean ended;

        PostPermit(Demand demand) {
            this.demand = demand;
        }

        @Override
        public boolean isGood() {
            return SlidingWindowBudget.this.isGood(this);
        }

        @Override
        public void answered() {
            end(this, true, true);
        }

        @Override
        public void unused() {
            end(this, false, true);
        }

        @Override
        public Repeat repeated() {
            end(this, true, false);
            return new Repeat() {
                @Override
                public Future<Leave> ask() {
                    return SlidingWindowBudget.this.ask(demand, true);
                }

                @Override
                public void giveUp() {
                    SlidingWindowBudget.this.giveUp(demand);
                }
            };
        }
    }
}
