package io.github.camelcliq.redis;

import io.github.camelcliq.internal.http.EventLoop;
import io.github.camelcliq.internal.pacing.PacingLimits;
import io.github.camelcliq.internal.store.CorrectableStore;
import io.github.camelcliq.internal.store.SharedStoreFactory;
import io.github.camelcliq.internal.store.SharedStoreFactory.User;
import io.vertx.core.Future;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.RedisOptions;
import io.vertx.redis.client.Request;
import io.vertx.redis.client.Response;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Counts in Redis for all JVMs that post as the same Cliq user. Each call is one run of {@code posts.lua}, which is
 * atomic. Time is that of Redis. A permit goes to the JVM that has the fewest, among those that wait. Safe for use by
 * many threads.
 *
 * <p>The keys expire: permits when they have come back, the rest after ninety days. If Redis does not know the user, or
 * is another server than before, then the posts of the last window are unknown. Posts wait one window, and one goes
 * ahead as a probe.
 */
final class RedisStore implements CorrectableStore {

    static final Duration MAX_WAIT = SharedStoreFactory.MAX_WAIT;

    /**
     * How long a JVM waits at most before it asks for a permit again, and how much longer by chance. Another JVM may
     * give back a permit at any time. The script takes a JVM that asks less often than each second as dead.
     */
    static final int MAX_PAUSE_MILLIS = 500;

    private static final int JITTER_MILLIS = 50;

    private static final Logger LOG = LoggerFactory.getLogger(RedisStore.class);
    private static final Pattern EVICTION_POLICY = Pattern.compile("maxmemory_policy:(\\S+)");

    private final RedisScript script;
    private final User user;

    /** Makes permits of this JVM differ from those of others. */
    private final String instance = UUID.randomUUID().toString();

    private final AtomicLong issued = new AtomicLong();
    private final AtomicBoolean isChecked = new AtomicBoolean();

    RedisStore(RedisOptions options, User user, EventLoop loop) {
        this.user = user;
        this.script = new RedisScript(
                options,
                loop,
                "posts.lua",
                user.tag(),
                List.of("posts", "restricted", "state", "posts-waiters", "restricted-waiters"));
        checkEviction();
    }

    @Override
    public Future<Turn> acquire(PacingLimits limits, boolean restricted) {
        String permit = (restricted ? "r" : "p") + issued.incrementAndGet() + "-" + instance;
        Future<Reply> sent = send(limits, "acquire", permit, flag(restricted), instance);
        Future<Turn> answer = inTime(sent).map(reply -> reply.turn(permit));
        sent.onSuccess(reply -> {
            if (answer.failed() && reply.isGranted()) {
                release(limits, permit, Release.UNUSED);
            }
        });
        return answer;
    }

    @Override
    public Future<Lock> release(PacingLimits limits, String permit, Release release) {
        return inTime(send(limits, "release", permit, flag(permit.startsWith("r")), release.name()))
                .map(Reply::lock);
    }

    @Override
    public Future<Void> renew(PacingLimits limits, String permit) {
        return inTime(send(limits, "renew", permit, flag(permit.startsWith("r"))))
                .compose(reply -> reply.isGranted()
                        ? Future.succeededFuture()
                        : Future.failedFuture("the permit has come back, or a lock has revoked it"));
    }

    @Override
    public Future<Counts> lock(PacingLimits limits, Duration period) {
        return inTime(send(limits, "lock", String.valueOf(period.toMillis()))).map(Reply::counts);
    }

    @Override
    public Future<Counts> counts(PacingLimits limits) {
        return inTime(send(limits, "counts")).map(Reply::counts);
    }

    @Override
    public Future<Lock> awaitUnknownPosts(PacingLimits limits) {
        return inTime(send(limits, "await")).map(Reply::lock);
    }

    private static String flag(boolean value) {
        return value ? "1" : "0";
    }

    static <T> Future<T> inTime(Future<T> answer) {
        return answer.timeout(MAX_WAIT.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Makes a pause longer by chance, so that the JVMs do not ask all at once. */
    static long withJitter(long millis) {
        return millis + ThreadLocalRandom.current().nextInt(JITTER_MILLIS + 1);
    }

    private Future<Reply> send(PacingLimits limits, String call, String... arguments) {
        List<Object> all = new ArrayList<>(List.of(
                call, limits.window().toMillis(), user.lease().toMillis(), limits.posts(), limits.restricted()));
        all.addAll(List.of(arguments));
        return script.run(all).map(Reply::new).onSuccess(reply -> {
            checkEviction();
            if (reply.isUnknown()) {
                LOG.warn(
                        "Redis is new, has started again, or does not know this Cliq user. Posts wait {} s, since Cliq may"
                                + " still count earlier ones.",
                        limits.window().toSeconds());
            }
        });
    }

    /** Warns once of a Redis that may drop counts when its memory is full. */
    private void checkEviction() {
        if (isChecked.compareAndSet(false, true)) {
            inTime(script.send(Request.cmd(Command.INFO).arg("memory")))
                    .onFailure(later -> isChecked.set(false))
                    .onSuccess(memory -> {
                        Matcher policy = EVICTION_POLICY.matcher(memory.toString());
                        if (policy.find() && !policy.group(1).equals("noeviction")) {
                            LOG.warn(
                                    "Redis has the maxmemory-policy {}. It may drop counts of posts when its memory is"
                                            + " full, and then Cliq locks the user out. Set it to noeviction.",
                                    policy.group(1));
                        }
                    });
        }
    }

    @Override
    public void close() {
        script.close();
    }

    /** What the script returns: each value has its place in a list. */
    private record Reply(Response values) {

        boolean isGranted() {
            return number(0) == 1;
        }

        boolean isUnknown() {
            return number(5) == 1;
        }

        Turn turn(String permit) {
            if (isGranted()) {
                return new Turn(permit, number(1) == 1, null, lock(), null);
            }
            long told = number(2) < 0 ? MAX_PAUSE_MILLIS : Math.min(MAX_PAUSE_MILLIS, number(2));
            return new Turn(null, false, Duration.ofMillis(withJitter(Math.max(1, told))), lock(), counts());
        }

        Lock lock() {
            return new Lock(Duration.ofMillis(number(3)), number(4) == 1, number(12) == 1);
        }

        Counts counts() {
            return new Counts(count(6), count(9), lock());
        }

        private Count count(int place) {
            List<Duration> returns = values.get(place + 2).stream()
                    .map(in -> Duration.ofMillis(in.toLong()))
                    .toList();
            return new Count((int) number(place), (int) number(place + 1), returns);
        }

        private long number(int place) {
            return values.get(place).toLong();
        }
    }
}
