package io.github.camelcliq.benchmarks.endurance;

import io.github.camelcliq.benchmarks.ChildJvm;
import io.github.camelcliq.benchmarks.endurance.MessageAccounts.Balance;
import io.github.camelcliq.benchmarks.report.Form;
import io.github.camelcliq.benchmarks.report.Machine;
import io.github.camelcliq.benchmarks.report.MarkdownTable;
import io.github.camelcliq.benchmarks.report.Publication;
import io.github.camelcliq.sandbox.ReceivedMessage;
import io.github.camelcliq.sandbox.Sandbox;
import io.github.camelcliq.sandbox.limits.Limits;
import java.io.File;
import java.io.IOException;
import java.net.ServerSocket;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import redis.embedded.RedisServer;
import redis.embedded.core.ExecutableProvider;

/**
 * Lets several JVMs post as one user, as much as they can. It fails if a message is not accounted for, or if JVMs that
 * share a Redis do not meet the {@linkplain Incident expectations}. The time begins with the first delivery: JVMs that
 * use a new Redis wait one window before it.
 */
public final class Fleet {

    /** An odd number: what happens midway then happens between two windows' posts. */
    private static final int WINDOWS = 7;

    /** How many messages are under way in each JVM. */
    private static final int UNDER_WAY = 60;

    private final Limits limits;
    private final AtomicInteger number = new AtomicInteger();

    /** Written before any process starts: one that starts meanwhile could keep it open, and then it does not run. */
    private final File redisProgram =
            ExecutableProvider.newJarResourceProvider().get();

    private Fleet(Limits limits) throws IOException {
        this.limits = limits;
    }

    /** Takes the form, full or short, the directory to write to, and the page of the guide. */
    public static void main(String[] arguments) throws Exception {
        Publication publication = Publication.of(arguments);
        boolean full = publication.form() == Form.FULL;
        List<Integer> sizes = full ? List.of(1, 2, 4, 8) : List.of(1, 2);
        int largest = sizes.get(sizes.size() - 1);
        Fleet fleet = new Fleet(Limits.OF_CLIQ.scaledTo(Duration.ofSeconds(full ? 20 : 3)));
        ExecutorService ways = Executors.newCachedThreadPool();
        List<Future<List<Outcome>>> begun = new ArrayList<>();
        for (Way way : Way.values()) {
            begun.add(ways.submit(() -> fleet.outcomes(way, sizes, Incident.NONE)));
        }
        List<Integer> withIncident = List.of(Math.min(largest, 4));
        begun.add(ways.submit(() -> fleet.outcomes(Way.REDIS, withIncident, Incident.JVM)));
        begun.add(ways.submit(() -> fleet.outcomes(Way.REDIS, withIncident, Incident.REDIS)));
        List<Outcome> outcomes = new ArrayList<>();
        for (Future<List<Outcome>> way : begun) {
            outcomes.addAll(way.get());
        }
        Plot plot = new Plot(WINDOWS * fleet.limits.window().toSeconds(), WINDOWS * fleet.limits.posts());
        outcomes.stream()
                .filter(outcome -> outcome.size == largest && outcome.incident == Incident.NONE)
                .forEach(outcome -> plot.line(largest + " JVMs, " + outcome.way.title, outcome.delivered, List.of()));
        double ofOne = outcomes.stream()
                .filter(outcome -> outcome.way == Way.MEMORY && outcome.size == 1)
                .findFirst()
                .orElseThrow()
                .rate;
        publication.publish(new MeasuredReport("fleet", outcomes, fleet.markdown(outcomes, ofOne)));
        publication.picture("fleet", plot.svg());
        for (Outcome outcome : outcomes) {
            outcome.check(full ? ofOne : 0);
        }
        System.exit(0);
    }

    /** One after the other; the ways run at the same time, since they mostly wait. */
    private List<Outcome> outcomes(Way way, List<Integer> sizes, Incident incident) throws Exception {
        List<Outcome> outcomes = new ArrayList<>();
        for (int size : sizes) {
            outcomes.add(outcome(way, size, incident));
        }
        return outcomes;
    }

    /** How the JVMs share the limit. */
    private enum Way {
        THROTTLE("`vertx-http:` behind `throttle`"),
        MEMORY("`pacingStore=memory`"),
        SHARES("the same, limit ÷ JVMs"),
        REDIS("`pacingStore=redis:`");

        private final String title;

        Way(String title) {
            this.title = title;
        }
    }

    /** What happens midway. */
    private enum Incident {
        NONE("", 0.93, 0.75),
        // a JVM that starts midway has less time, and a new Redis makes all wait
        JVM(", one killed and one started midway", 0.75, 0.5),
        REDIS(", Redis restarted midway", 0.75, 0.5);

        private final String title;

        /** How much of one JVM's rate a fleet on Redis has at least. */
        private final double minRate;

        /** How many deliveries each of its JVMs has at least, of the mean. */
        private final double minSlowest;

        Incident(String title, double minRate, double minSlowest) {
            this.title = title;
            this.minRate = minRate;
            this.minSlowest = minSlowest;
        }
    }

    /**
     * What a fleet did.
     *
     * @param delivered the second of each delivery within the time
     * @param rate deliveries in a window, after the first window
     * @param slowest the smallest number of deliveries of a JVM, divided by their mean
     */
    private record Outcome(
            Way way,
            int size,
            Incident incident,
            Balance balance,
            List<Double> delivered,
            double rate,
            long throttles,
            long locks,
            double slowest) {

        String jvms() {
            return size + incident.title;
        }

        /**
         * Checks that no message is lost, and what a fleet on Redis promises.
         *
         * @param ofOne the rate of one JVM; zero where rates depend on the speed of the machine
         */
        void check(double ofOne) {
            balance.check();
            double minSlowest = ofOne == 0 ? Double.MIN_VALUE : incident.minSlowest;
            boolean isKept = throttles == 0 && locks == 0 && rate >= incident.minRate * ofOne && slowest >= minSlowest;
            if (way == Way.REDIS && !isKept) {
                throw new IllegalStateException(
                        "%s JVMs on Redis: %d throttles, %d locks, %.1f posts in a window where one JVM has %.1f, slowest %.2f"
                                .formatted(jvms(), throttles, locks, rate, ofOne, slowest));
            }
        }
    }

    private Outcome outcome(Way way, int size, Incident incident) throws Exception {
        RedisServer redis = way == Way.REDIS ? redis(freePort()) : null;
        MessageAccounts accounts = new MessageAccounts();
        List<PostingJvm> jvms = new ArrayList<>();
        try (Sandbox cliq = Sandbox.builder().limits(limits).history(100_000).start()) {
            String store = redis == null ? way.name().toLowerCase(Locale.ROOT).replace("shares", "memory") : url(redis);
            int posts = way == Way.SHARES ? limits.posts() / size : limits.posts();
            for (int jvm = 0; jvm < size; jvm++) {
                jvms.add(start(cliq, posts, store, accounts));
            }
            long half = limits.window().toNanos() * WINDOWS / 2;
            post(jvms, cliq, half);
            if (incident == Incident.JVM) {
                jvms.get(0).kill();
                jvms.set(0, start(cliq, posts, store, accounts));
            } else if (incident == Incident.REDIS) {
                int port = redis.ports().get(0);
                redis.stop();
                redis = redis(port);
            }
            post(jvms, cliq, half);
            List<ReceivedMessage> inTime = inTime(cliq.messages());
            jvms.forEach(PostingJvm::endInput);
            for (PostingJvm jvm : jvms) {
                jvm.stop();
            }
            Balance balance = accounts.balance(MessageAccounts.idsOf(cliq.messages()));
            System.out.println(way + " " + size + incident.title + ": " + inTime.size() + ", "
                    + cliq.budget().locks());
            return new Outcome(
                    way,
                    size,
                    incident,
                    balance,
                    seconds(inTime),
                    rate(seconds(inTime), WINDOWS * (way == Way.SHARES ? size * posts : posts)),
                    cliq.budget().throttled(),
                    cliq.budget().locks(),
                    slowest(inTime, size));
        } finally {
            jvms.forEach(PostingJvm::close);
            if (redis != null) {
                redis.stop();
            }
        }
    }

    private RedisServer redis(int port) throws IOException {
        RedisServer redis = RedisServer.newRedisServer()
                .executableProvider(() -> redisProgram)
                .port(port)
                .setting("save \"\"")
                .setting("maxmemory-policy noeviction")
                .build();
        redis.start();
        return redis;
    }

    private static int freePort() throws IOException {
        try (ServerSocket free = new ServerSocket(0)) {
            return free.getLocalPort();
        }
    }

    private static String url(RedisServer redis) {
        return "redis://127.0.0.1:" + redis.ports().get(0);
    }

    private PostingJvm start(Sandbox cliq, int posts, String store, MessageAccounts accounts) throws IOException {
        ChildJvm jvm = ChildJvm.start(
                List.of(),
                List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Dlevel=ERROR"),
                FleetApplication.class,
                cliq.baseUrl(),
                String.valueOf(limits.window().toMillis()),
                String.valueOf(posts),
                store);
        jvm.answer();
        return new PostingJvm(jvm, accounts, words -> {});
    }

    /** Keeps all JVMs busy for some time after the first delivery. */
    private void post(List<PostingJvm> jvms, Sandbox cliq, long nanos) throws InterruptedException {
        long end = Long.MAX_VALUE;
        while (System.nanoTime() < end) {
            for (int jvm = 0; jvm < jvms.size(); jvm++) {
                if (jvms.get(jvm).open() < UNDER_WAY) {
                    jvms.get(jvm).post((char) ('a' + jvm) + "-" + number.getAndIncrement());
                }
            }
            if (end == Long.MAX_VALUE && !cliq.messages().isEmpty()) {
                end = System.nanoTime() + nanos;
            }
            Thread.sleep(2);
        }
    }

    private List<ReceivedMessage> inTime(List<ReceivedMessage> all) {
        Instant end = all.get(0).time().plus(limits.window().multipliedBy(WINDOWS));
        return all.stream().filter(message -> message.time().isBefore(end)).toList();
    }

    private static List<Double> seconds(List<ReceivedMessage> messages) {
        Instant start = messages.get(0).time();
        return messages.stream()
                .map(message -> Duration.between(start, message.time()).toMillis() / 1e3)
                .toList();
    }

    /**
     * Returns the deliveries in a window, without those of the first one.
     *
     * @param possible how many deliveries there are in time at most; the time ends with the last of them
     */
    private double rate(List<Double> seconds, int possible) {
        int first = possible / WINDOWS;
        double window = limits.window().toMillis() / 1e3;
        double end = seconds.size() < possible ? window * WINDOWS : seconds.get(possible - 1);
        return (Math.min(seconds.size(), possible) - first) / end * window;
    }

    private static double slowest(List<ReceivedMessage> messages, int size) {
        List<String> ids = MessageAccounts.idsOf(messages);
        long least = IntStream.range(0, size)
                .mapToLong(jvm ->
                        ids.stream().filter(id -> id.charAt(0) == 'a' + jvm).count())
                .min()
                .orElse(0);
        return (double) least * size / ids.size();
    }

    private String markdown(List<Outcome> outcomes, double ofOne) throws Exception {
        MarkdownTable table = new MarkdownTable(
                "the limit",
                "JVMs",
                "delivered",
                "in each later window",
                "of one JVM",
                "throttles",
                "locks",
                "slowest JVM to the mean");
        outcomes.forEach(outcome -> table.row(
                outcome.way.title,
                outcome.jvms(),
                outcome.delivered.size(),
                String.format(Locale.ROOT, "%.1f", outcome.rate),
                String.format(Locale.ROOT, "%.2f", outcome.rate / ofOne),
                outcome.throttles,
                outcome.locks,
                String.format(Locale.ROOT, "%.2f", outcome.slowest)));
        return "\nWithin %d windows of %d s, at most %d posts in each. Measured on %s.\n\n%s\n"
                .formatted(WINDOWS, limits.window().toSeconds(), limits.posts(), Machine.here(), table);
    }
}
