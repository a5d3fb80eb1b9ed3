package io.github.camelcliq.internal.figures;

import io.github.camelcliq.internal.figures.AccountFigures.Failure;
import io.github.camelcliq.internal.pacing.PacingLimits;
import io.github.camelcliq.internal.pacing.PostPacer;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Logs what an operator must know of one account. A cause that repeats is counted, and told rarely. The log has no
 * secret, no message and no target.
 */
final class AccountLog {

    private static final Logger LOG = LoggerFactory.getLogger(AccountLog.class);

    /** A lock that ends so much later than the last told end is told even if the cause repeats. Our choice. */
    private static final Duration MUCH_LATER = Duration.ofMinutes(1);

    private final String name;
    private volatile String host;
    private final RepeatedCause longWait = new RepeatedCause();
    private final RepeatedCause refused = new RepeatedCause();
    private final RepeatedCause missing = new RepeatedCause();
    private final RepeatedCause narrowed = new RepeatedCause();
    private final RepeatedCause locks = new RepeatedCause();

    /** Whether the log has told of a token that is refused or missing, and not yet that it is good again. */
    private final AtomicBoolean troubleTold = new AtomicBoolean();

    // guarded by this
    private long lastLook;
    private boolean locked;
    private boolean lockTold;
    private Instant toldUntil = Instant.MIN;
    private int limit;
    private int restrictedLimit;

    AccountLog(String name, String host) {
        this.name = name;
        this.host = host;
    }

    void started(String details) {
        LOG.info("Account {} posts to {}, {}", name, host, details);
    }

    void accountChanged(String newHost, String credentials) {
        LOG.info(
                "The {} of account {} ({}) have changed. It posts to {} with its {} from now on.",
                newHost.equals(host) ? "credentials" : "options",
                name,
                host,
                newHost,
                credentials);
        host = newHost;
    }

    /** Tells that a post ended. */
    void ended(PostEvent post, String exchangeId, String route, String failure) {
        if (LOG.isDebugEnabled()) {
            LOG.debug(
                    "Exchange {}{} posted to a {} with account {}: {}, waited {} ms, took {} ms{}",
                    exchangeId,
                    of(route),
                    post.kind().uriName(),
                    name,
                    post.outcome().label(),
                    post.waited().toMillis(),
                    post.duration().toMillis(),
                    failure == null ? "" : ": " + failure);
        }
    }

    /** @param busiest the route with the most posts under way; {@code null} if no post has a route */
    void longWait(
            String route,
            Duration waited,
            int waiting,
            Map.Entry<String, Integer> busiest,
            PacingLimits limits,
            long now) {
        long times = longWait.occurred(now);
        if (times > 0) {
            LOG.warn(
                    "A post{} with account {} ({}) waited {} s for its turn, longer than a window of {} s. {} posts"
                            + " wait{}. More posts come than the limit of {} in a window allows.{}",
                    of(route),
                    name,
                    host,
                    waited.toSeconds(),
                    limits.window().toSeconds(),
                    waiting,
                    busiest == null
                            ? ""
                            : "; " + busiest.getValue() + " posts of route " + busiest.getKey() + " are under way",
                    limits.posts(),
                    repeated(times));
        }
    }

    /** @param credentials the option with the credentials */
    void tokenRefused(Failure failure, String credentials, long now) {
        long times = refused.occurred(now);
        if (times > 0) {
            troubleTold.set(true);
            LOG.warn(
                    "Cliq refuses the access token of account {} ({}): {}. Check the option {} and the data centre. Posts fail"
                            + " until the account has a token that Cliq accepts.{}",
                    name,
                    host,
                    failure.text(),
                    credentials,
                    repeated(times));
        }
    }

    /** @param until when the token that the account still has expires; {@code null} without one */
    void tokenMissing(Failure failure, String credentials, Instant until, long now) {
        long times = missing.occurred(now);
        if (times > 0) {
            troubleTold.set(true);
            LOG.warn(
                    "Account {} ({}) gets no access token: {}. {} {}{}",
                    name,
                    host,
                    failure.text(),
                    failure.outcome() == Outcome.AUTH
                            ? "Check the option " + credentials + " and the data centre."
                            : "Check that the server that gives tokens can be reached. The account asks again with a later post.",
                    until == null ? "Posts fail until then." : "Its present token is valid until " + until + ".",
                    repeated(times));
        }
    }

    void credentialsAccepted() {
        if (troubleTold.getAndSet(false)) {
            LOG.info("Account {} ({}) has a good access token again.", name, host);
        }
    }

    private static String of(String route) {
        return route == null ? "" : " of route " + route;
    }

    private static String repeated(long times) {
        return times == 1 ? "" : " This occurred " + times + " times since it was last logged, this time included.";
    }

    /** Tells that Cliq throttled a post of an account that does not pace, so that no lock holds its posts back. */
    void throttledUnpaced(Instant until, long now) {
        long times = locks.occurred(now);
        if (times > 0) {
            LOG.warn(
                    "Cliq locks out the user of account {} ({}) until {}. The account does not hold its posts back, since"
                            + " its option pacing is false. Posts fail until then.{}",
                    name,
                    host,
                    until,
                    repeated(times));
        }
    }

    /** Returns whether a lock was seen that is not over. */
    synchronized boolean isLocked() {
        return locked;
    }

    /**
     * Tells how the lock and the limits have changed.
     *
     * @param look the number of the look at the figures; an older look than the last one counts no more
     */
    synchronized void look(long look, PostPacer.Figures figures, Instant now, long millis) {
        if (look < lastLook) {
            return;
        }
        lastLook = look;
        // the store has told of posts that are unknown
        if (figures.lockIsUnproven() && !figures.lockIsOfUnknownPosts()) {
            lock(now.plus(figures.lock()), figures.waiting(), millis);
        } else if (locked) {
            locked = false;
            if (lockTold) {
                LOG.info("The lock of account {} ({}) is over. {} posts wait.", name, host, figures.waiting());
            }
        }
        limits(figures.posts().limit(), figures.restricted().limit(), millis);
    }

    private void lock(Instant until, int waiting, long millis) {
        boolean isMuchLater = until.isAfter(toldUntil.plus(MUCH_LATER));
        if (locked && !isMuchLater) {
            return;
        }
        long times = locks.occurred(millis);
        lockTold = times > 0 || isMuchLater;
        locked = true;
        if (lockTold) {
            toldUntil = until;
            LOG.warn(
                    "Cliq locks out the user of account {} ({}) until {}. {} posts wait. No post goes out before. Then one"
                            + " post shows whether the lock is over.{}",
                    name,
                    host,
                    until,
                    waiting,
                    repeated(times));
        }
    }

    private void limits(int posts, int restricted, long millis) {
        long times = posts < limit || restricted < restrictedLimit ? narrowed.occurred(millis) : 0;
        if (times > 0) {
            LOG.warn(
                    "The limits of account {} ({}) are narrowed to {} posts and {} cards in a window, since its own posts do"
                            + " not explain why Cliq throttled it. Another application posts as the same user. The limits"
                            + " widen with time.{}",
                    name,
                    host,
                    posts,
                    restricted,
                    repeated(times));
        }
        limit = posts;
        restrictedLimit = restricted;
    }

    /** Notes the limits that are set. */
    synchronized void limitsSet(PacingLimits limits) {
        limit = limits.posts();
        restrictedLimit = limits.restricted();
    }
}
