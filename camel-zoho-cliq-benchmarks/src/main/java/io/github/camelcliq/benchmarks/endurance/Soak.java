package io.github.camelcliq.benchmarks.endurance;

import static org.awaitility.Awaitility.await;

import io.github.camelcliq.benchmarks.ChildJvm;
import io.github.camelcliq.benchmarks.endurance.MessageAccounts.Balance;
import io.github.camelcliq.benchmarks.endurance.MessageAccounts.Told;
import io.github.camelcliq.benchmarks.report.Form;
import io.github.camelcliq.benchmarks.report.Machine;
import io.github.camelcliq.benchmarks.report.MarkdownTable;
import io.github.camelcliq.benchmarks.report.Publication;
import io.github.camelcliq.sandbox.ReceivedMessage;
import io.github.camelcliq.sandbox.Sandbox;
import io.github.camelcliq.sandbox.SandboxClock;
import io.github.camelcliq.sandbox.click.Click;
import io.github.camelcliq.sandbox.click.ClickOutcome;
import io.github.camelcliq.sandbox.click.ClickStatus;
import io.github.camelcliq.sandbox.limits.Limits;
import io.github.camelcliq.sandbox.oauth.TokenRules;
import io.github.camelcliq.sandbox.organisation.CliqFunction;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * Posts mixed messages for a long time to a Cliq that fails in many ways, and fails if a message or a click is not
 * accounted for, or if heap, threads or sockets of the application grow.
 */
public final class Soak implements AutoCloseable {

    private static final long SEED = 16;

    /** How many messages are under way at the same time; more than the account may post in a minute. */
    private static final int UNDER_WAY = 100;

    /** Which kinds of messages there are, and how often. */
    private static final List<String> KINDS =
            List.of("text", "text", "text", "text", "text", "card", "card", "bot", "hook", "hook");

    /** The user of the webhook token. */
    private static final String WEBHOOKS = "hook";

    private static final int TURNS_OF_CLICKS = 25;
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    /** Until idle connections and threads have ended. */
    private static final Duration REST = Duration.ofSeconds(10);

    private final Random random = new Random(SEED);
    private final MessageAccounts messages = new MessageAccounts();
    private final MessageAccounts clicks = new MessageAccounts();
    private final Queue<String> clicked = new ConcurrentLinkedQueue<>();
    private final BlockingQueue<Figures> figures = new LinkedBlockingQueue<>();
    private final Sandbox cliq;
    private final RoughProxy proxy;
    private final Trouble trouble;
    private final PostingJvm application;
    private int number;
    private int looked;
    private int turns;

    private Soak() throws Exception {
        FastTiming time = new FastTiming(System.currentTimeMillis(), null);
        cliq = Sandbox.builder()
                .limits(Limits.OF_CLIQ)
                .clock(SandboxClock.following(time::now))
                // the component renews a token when a fifth of its life is left, after a minute
                .tokenRules(TokenRules.OF_ZOHO.withLifetime(Duration.ofSeconds(75)))
                .zapikeyOf(WEBHOOKS, SoakApplication.WEBHOOK_TOKEN)
                .history(1_000_000)
                .historyBytes(1L << 32)
                .start();
        proxy = new RoughProxy(cliq.port(), SEED);
        trouble = new Trouble(cliq, new Random(SEED));
        ChildJvm jvm = ChildJvm.start(
                List.of(),
                List.of("-Xmx256m", "-XX:+UseSerialGC", "-Dlevel=ERROR"),
                SoakApplication.class,
                proxy.url(),
                cliq.baseUrl(),
                cliq.publicKey(),
                String.valueOf(time.origin()));
        String functions = "http://127.0.0.1:" + jvm.answer() + "/cliq/functions";
        cliq.function(CliqFunction.of("approve", functions));
        application = new PostingJvm(jvm, messages, this::take);
    }

    /** Takes the form, full or short, the directory to write to, and the page of the guide. */
    public static void main(String[] arguments) throws Exception {
        Publication publication = Publication.of(arguments);
        Duration all = Duration.ofMinutes(publication.form() == Form.FULL ? 30 : 2);
        try (Soak soak = new Soak()) {
            List<Moment> moments = new ArrayList<>();
            for (int third = 0; third < 3; third++) {
                soak.run(all.dividedBy(3));
                moments.add(soak.moment());
            }
            Result result = soak.result(all, moments);
            publication.publish(new MeasuredReport("soak", result, soak.markdown(result)));
            soak.check(result);
        }
        System.exit(0);
    }

    /** What the application holds when it has nothing to do. */
    private record Figures(long heap, long threads, long files) {

        /** How much of each may be there for other reasons than messages. */
        boolean isNoMoreThan(Figures before) {
            return heap <= before.heap * 1.1 + (2 << 20) && threads <= before.threads + 5 && files <= before.files + 5;
        }
    }

    /** The figures after a number of messages. */
    private record Moment(int messages, Figures figures) {}

    private record Result(
            long minutes,
            Balance messages,
            Balance clicks,
            long throttles,
            List<Moment> moments,
            List<String> failures) {}

    private void run(Duration time) throws Exception {
        long end = System.nanoTime() + time.toNanos();
        while (System.nanoTime() < end) {
            if (messages.open() < UNDER_WAY) {
                String id = KINDS.get(random.nextInt(KINDS.size())) + "-" + number++;
                application.post(id);
            }
            trouble.next();
            if (++turns % TURNS_OF_CLICKS == 0) {
                clickNewCards();
            }
            Thread.sleep(20);
        }
        trouble.end();
        await().atMost(PATIENCE).until(() -> messages.open() + clicks.open() == 0);
    }

    private void clickNewCards() {
        List<ReceivedMessage> all = cliq.messages();
        for (ReceivedMessage message : all.subList(looked, all.size())) {
            MessageAccounts.idsOf(List.of(message)).stream()
                    .filter(id -> id.startsWith("card"))
                    .forEach(id -> click(message, id));
        }
        looked = all.size();
    }

    private void click(ReceivedMessage message, String id) {
        clicks.sent(id);
        cliq.clickLater(Click.on(message.id(), id)).whenComplete((outcome, failure) -> clicks.told(id, told(outcome)));
    }

    private static Told told(ClickOutcome outcome) {
        boolean answered = outcome != null && outcome.status() == ClickStatus.SHOWN;
        return answered ? Told.DELIVERED : Told.UNKNOWN;
    }

    private Moment moment() throws Exception {
        Thread.sleep(REST.toMillis());
        application.say("figures");
        return new Moment(number, figures.poll(PATIENCE.toSeconds(), TimeUnit.SECONDS));
    }

    /** Takes what the application prints of other things than messages. */
    private void take(String[] words) {
        if (words[0].equals("clicked")) {
            clicked.add(words[1]);
        } else {
            figures.add(new Figures(Long.parseLong(words[1]), Long.parseLong(words[2]), Long.parseLong(words[3])));
        }
    }

    private Result result(Duration time, List<Moment> moments) {
        return new Result(
                time.toMinutes(),
                messages.balance(MessageAccounts.idsOf(cliq.messages())),
                clicks.balance(clicked),
                cliq.budget().throttled() + cliq.budget(WEBHOOKS).throttled(),
                moments,
                List.copyOf(application.failures()));
    }

    private void check(Result result) {
        result.messages.check();
        result.clicks.check();
        Figures first = result.moments.get(0).figures;
        Figures second = result.moments.get(1).figures;
        Figures last = result.moments.get(2).figures;
        // a pool gets its last threads with the first crowd, which may come late
        Figures most =
                new Figures(first.heap, Math.max(first.threads, second.threads), Math.max(first.files, second.files));
        if (!result.failures.isEmpty() || !last.isNoMoreThan(most)) {
            throw new IllegalStateException(result.failures + ", " + first + ", " + second + ", " + last);
        }
    }

    private String markdown(Result result) throws Exception {
        MarkdownTable table =
                new MarkdownTable("moment", "messages", "heap after collection", "threads", "files and sockets");
        List<String> names = List.of("after a third", "after two thirds", "at the end");
        for (int third = 0; third < names.size(); third++) {
            Moment moment = result.moments.get(third);
            table.row(
                    names.get(third),
                    "%,d".formatted(moment.messages),
                    (moment.figures.heap >> 10) + " KiB",
                    moment.figures.threads,
                    moment.figures.files);
        }
        Balance all = result.messages;
        return """

                In %d minutes, %,d messages: %,d accepted once, %d more often, %,d given up and not accepted, %,d unknown, \
                of which %,d were accepted. Of %,d clicks, %,d reached the route once, %d more often, and %d were unknown. \
                %s. The proxy: %s. Posts above the limits of Cliq: %d. Seed %d. Measured on %s.

                %s
                """.formatted(
                        result.minutes,
                        all.sent(),
                        all.once(),
                        all.doubled(),
                        all.notDelivered(),
                        all.unknown().size(),
                        all.unknown().stream()
                                .filter(line -> line.endsWith(": accepted"))
                                .count(),
                        result.clicks.sent(),
                        result.clicks.once(),
                        result.clicks.doubled(),
                        result.clicks.unknown().size(),
                        trouble,
                        proxy,
                        result.throttles,
                        SEED,
                        Machine.here(),
                        table);
    }

    @Override
    public void close() throws Exception {
        application.close();
        proxy.close();
        cliq.close();
    }
}
