package io.github.camelcliq.internal.figures;

import io.github.camelcliq.internal.client.FailureKind;
import io.github.camelcliq.internal.client.PostFailure;
import io.github.camelcliq.internal.client.PostResult;
import io.github.camelcliq.internal.client.PostResult.Receipt;
import io.github.camelcliq.internal.figures.AccountFigures.Failure;
import io.github.camelcliq.internal.figures.AccountFigures.Permits;
import io.github.camelcliq.internal.pacing.PacingLimits;
import io.github.camelcliq.internal.pacing.PacingStore.Count;
import io.github.camelcliq.internal.pacing.PostPacer;
import io.github.camelcliq.internal.pacing.Timing;
import io.github.camelcliq.message.TargetKind;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Counts what happens to the posts of one account. An account of a name keeps its monitor when its credentials change.
 * Safe for use by many threads; no call blocks.
 */
public final class AccountMonitor {

    private static final Logger LOG = LoggerFactory.getLogger(AccountMonitor.class);

    /**
     * How long an account is down after the last failure of its credentials. An application that is not ready meanwhile
     * then gets requests again, and so a post that shows whether the credentials are good. Our choice.
     */
    private static final Duration DOWN = Duration.ofMinutes(5);

    private final String name;
    private final Timing timing;
    private final Monitors monitors;
    private final AccountLog log;
    private final AtomicLong looks = new AtomicLong();

    private final Map<Outcome, LongAdder> posts = new EnumMap<>(Outcome.class);
    private final LongAdder refreshes = new LongAdder();
    private final LongAdder stopped = new LongAdder();
    private final AtomicInteger underWay = new AtomicInteger();
    private final Map<String, Integer> underWayByRoute = new ConcurrentHashMap<>();
    private final AtomicInteger producers = new AtomicInteger();

    private volatile String host;
    private volatile Supplier<PostPacer.Figures> pacer;
    private volatile PacingLimits limits;
    private volatile int maximumQueued;
    private volatile String credentials;
    private volatile Instant tokenExpires;
    private volatile Failure lastFailure;

    /** When the lock of an account ends that does not pace, and whose pacer knows of no lock. */
    private volatile Instant unpacedLock = Instant.MIN;

    /** Why there is no token that Cliq accepts. */
    private volatile Trouble trouble;

    /**
     * @param refused whether Cliq refused a token; otherwise no token can be had
     * @param failure the first one
     * @param last when the last one was
     */
    private record Trouble(boolean refused, Failure failure, Instant last) {}

    /**
     * @param name the account, as operators see it
     * @param host the URL that it posts to
     */
    public AccountMonitor(String name, String host, Timing timing, Monitors monitors) {
        this.name = name;
        this.host = host;
        this.timing = timing;
        this.monitors = monitors;
        this.log = new AccountLog(name, host);
        for (Outcome outcome : Outcome.values()) {
            posts.put(outcome, new LongAdder());
        }
    }

    public String name() {
        return name;
    }

    /**
     * Takes the figures of permits from now on from this pacer.
     *
     * @param limits the limits that are set
     * @param maximumQueued how many posts may wait
     * @param credentials the option with the credentials, for the log
     */
    public void watch(Supplier<PostPacer.Figures> pacer, PacingLimits limits, int maximumQueued, String credentials) {
        if (!limits.equals(this.limits)) {
            log.limitsSet(limits);
        }
        this.pacer = pacer;
        this.limits = limits;
        this.maximumQueued = maximumQueued;
        this.credentials = credentials;
    }

    /** @param details what the log tells of the account besides its name and host */
    public void started(String details) {
        log.started(details);
    }

    /** Forgets what is known of the token, because the credentials or the host have changed. */
    public void accountChanged(String newHost, String option) {
        trouble = null;
        tokenExpires = null;
        host = newHost;
        log.accountChanged(newHost, option);
    }

    /** Notes that a producer begins to use the account. */
    public void used() {
        producers.incrementAndGet();
    }

    /** Notes that a producer no longer uses the account. */
    public void unused() {
        producers.decrementAndGet();
    }

    /** Returns how many posts ended because the application stops. */
    public long stopped() {
        return stopped.sum();
    }

    /** Returns the posts that have begun and not ended. */
    public int underWay() {
        return underWay.get();
    }

    /** Sets the counters and the last failure back. What is under way, waits or is locked stays. */
    public void reset() {
        posts.values().forEach(LongAdder::reset);
        refreshes.reset();
        lastFailure = null;
    }

    /** Returns the figures of this moment. */
    public AccountFigures figures() {
        PostPacer.Figures permits = look();
        Instant now = now();
        Map<Outcome, Long> ended = new EnumMap<>(Outcome.class);
        posts.forEach((outcome, count) -> ended.put(outcome, count.sum()));
        Instant expires = tokenExpires;
        Trouble current = trouble;
        boolean usable = current == null || !current.refused() && expires != null && expires.isAfter(now);
        return new AccountFigures(
                now,
                name,
                host,
                producers.get(),
                ended,
                refreshes.sum(),
                underWay.get(),
                new TreeMap<>(underWayByRoute),
                permits(limits.posts(), permits.posts()),
                permits(limits.restricted(), permits.restricted()),
                permits.waiting(),
                maximumQueued,
                permits.oldestWait(),
                lockedUntil(permits.lockIsOfUnknownPosts() ? Duration.ZERO : permits.lock(), now),
                expires,
                lastFailure,
                usable ? null : current.failure(),
                !usable && current.last().plus(DOWN).isAfter(now),
                permits.storeFailure());
    }

    private Instant lockedUntil(Duration lock, Instant now) {
        if (!lock.isZero()) {
            return now.plus(lock);
        }
        Instant unpaced = unpacedLock;
        return unpaced.isAfter(now) ? unpaced : null;
    }

    private boolean isPaced() {
        return !limits.equals(PacingLimits.NONE);
    }

    /** Looks at the figures of the pacer. The log hears of a lock that began or ended since the last look. */
    private PostPacer.Figures look() {
        long look = looks.incrementAndGet();
        PostPacer.Figures figures = pacer.get();
        log.look(look, figures, now(), millis());
        return figures;
    }

    /** Returns what is left of a limit; {@code null} for an account that does not pace. */
    private Permits permits(int configured, Count count) {
        return isPaced() ? new Permits(configured, count.limit(), Math.max(0, count.limit() - count.used())) : null;
    }

    /** Notes that the accounts server gave a token or not, or that there is no token for a post. */
    public void token(Duration lifetime, PostFailure failure) {
        if (failure == null) {
            refreshes.increment();
            tokenExpires = now().plus(lifetime);
            Trouble before = trouble;
            if (before != null && !before.refused()) {
                trouble = null;
                log.credentialsAccepted();
            }
            monitors.tell(listener -> listener.refreshed(name, Outcome.SUCCESS));
        } else if (!PostFailure.STOPPING.equals(failure.code())) {
            Trouble before = trouble;
            if (before == null || !before.refused()) {
                Failure missing = failureOf(failure);
                trouble = troubled(false, missing);
                Instant expires = tokenExpires;
                boolean isGood = expires != null && expires.isAfter(now());
                log.tokenMissing(missing, credentials, isGood ? expires : null, millis());
                monitors.tell(listener -> listener.refreshed(name, Outcome.of(failure)));
            }
        }
    }

    /** Keeps the first of the failures with the same cause. */
    private Trouble troubled(boolean refused, Failure failure) {
        Trouble before = trouble;
        boolean isSame = before != null
                && before.refused() == refused
                && before.failure().outcome() == failure.outcome();
        return new Trouble(refused, isSame ? before.failure() : failure, failure.at());
    }

    private Failure failureOf(PostFailure failure) {
        return new Failure(Outcome.of(failure), failure.message(), now());
    }

    /** Returns the time; zero if the clock of the application throws, since a post must end even then. */
    private long millis() {
        try {
            return timing.millis();
        } catch (RuntimeException broken) {
            return 0;
        }
    }

    private Instant now() {
        try {
            return timing.now().truncatedTo(ChronoUnit.MILLIS);
        } catch (RuntimeException broken) {
            return Instant.EPOCH;
        }
    }

    /**
     * Returns a post to observe.
     *
     * @param exchangeId for the log
     * @param route the route where the exchange began; {@code null} if it began in no route
     */
    public Observed observe(TargetKind kind, String exchangeId, String route) {
        return new Observed(kind, exchangeId, route);
    }

    /** A post of the account. */
    public final class Observed {

        private final TargetKind kind;
        private final String exchangeId;
        private final String route;
        private long begun;
        private volatile long permitted = -1;

        private Observed(TargetKind kind, String exchangeId, String route) {
            this.kind = kind;
            this.exchangeId = exchangeId;
            this.route = route;
        }

        /** Notes that the post begins. */
        public void begun() {
            underWay.incrementAndGet();
            if (route != null) {
                underWayByRoute.merge(route, 1, Integer::sum);
            }
            begun = millis();
        }

        /** Notes that the post got a permit. */
        public void permitted() {
            permitted = millis();
        }

        /** Notes the end of the post. Never throws. */
        public void ended(PostResult result) {
            underWay.decrementAndGet();
            if (route != null) {
                underWayByRoute.computeIfPresent(route, (same, count) -> count == 1 ? null : count - 1);
            }
            long now = millis();
            long from = permitted < 0 ? now : permitted;
            PostEvent post = new PostEvent(
                    name, kind, Outcome.of(result), Duration.ofMillis(from - begun), Duration.ofMillis(now - from));
            log.ended(post, exchangeId, route, result instanceof PostFailure failure ? failure.message() : null);
            posts.get(post.outcome()).increment();
            note(result);
            boolean isLate = isPaced() && post.waited().compareTo(limits.window()) > 0;
            if (isLate || isThrottle(result) || log.isLocked()) {
                lookAfter(post, route, isLate, now);
            }
            monitors.tell(listener -> listener.ended(post));
        }
    }

    private void lookAfter(PostEvent post, String route, boolean isLate, long now) {
        try {
            PostPacer.Figures figures = look();
            if (isLate) {
                log.longWait(route, post.waited(), figures.waiting(), busiestRoute(), limits, now);
            }
        } catch (RuntimeException broken) {
            // the clock of the application throws, and the post must end
            LOG.debug("The figures of account {} cannot be read", name, broken);
        }
    }

    /** Returns the route with the most posts under way, and their number; {@code null} if no post has a route. */
    private Map.Entry<String, Integer> busiestRoute() {
        return underWayByRoute.entrySet().stream()
                .max(Map.Entry.comparingByValue(Comparator.naturalOrder()))
                .orElse(null);
    }

    private void note(PostResult result) {
        if (result instanceof PostFailure failure) {
            if (PostFailure.STOPPING.equals(failure.code())) {
                stopped.increment();
                return;
            }
            Failure noted = failureOf(failure);
            lastFailure = noted;
            if (isThrottle(failure) && !isPaced()) {
                Instant until = now().plus(failure.retryAfter());
                unpacedLock = until;
                log.throttledUnpaced(until, millis());
            }
            if (failure.refusesToken()) {
                tokenExpires = null;
                trouble = troubled(true, noted);
                log.tokenRefused(noted, credentials, millis());
                return;
            }
        } else {
            unpacedLock = Instant.MIN;
        }

        if (trouble != null && isTokenAccepted(result)) {
            trouble = null;
            log.credentialsAccepted();
        }
    }

    /** Returns whether Cliq throttled the post, which begins a lock. */
    private static boolean isThrottle(PostResult result) {
        return result instanceof PostFailure failure && failure.kind() == FailureKind.THROTTLED && failure.status() > 0;
    }

    /** Returns whether a result shows that the token is good. A proxy refuses with an exception. */
    private static boolean isTokenAccepted(PostResult result) {
        return result instanceof Receipt
                || result instanceof PostFailure failure
                        && failure.status() > 0
                        && failure.cause() == null
                        && !failure.retryable();
    }
}
