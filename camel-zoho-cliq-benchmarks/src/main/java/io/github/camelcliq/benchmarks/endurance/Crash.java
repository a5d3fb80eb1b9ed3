package io.github.camelcliq.benchmarks.endurance;

import static org.awaitility.Awaitility.await;

import io.github.camelcliq.benchmarks.ChildJvm;
import io.github.camelcliq.benchmarks.endurance.MessageAccounts.Balance;
import io.github.camelcliq.benchmarks.endurance.MessageAccounts.Told;
import io.github.camelcliq.benchmarks.report.Form;
import io.github.camelcliq.benchmarks.report.Machine;
import io.github.camelcliq.benchmarks.report.MarkdownTable;
import io.github.camelcliq.benchmarks.report.Publication;
import io.github.camelcliq.sandbox.Sandbox;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Kills an application again and again while it posts orders, and fails if an order is lost, or if one is doubled that
 * was not under way at a kill.
 */
public final class Crash {

    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private final int kills;
    private final List<String> orders;
    private final Random random = new Random(16);

    private Crash(int orders, int kills) {
        this.kills = kills;
        this.orders =
                IntStream.range(0, orders).mapToObj(number -> "order-" + number).toList();
    }

    /** Takes the form, full or short, the directory to write to, and the page of the guide. */
    public static void main(String[] arguments) throws Exception {
        Publication publication = Publication.of(arguments);
        Crash crash = publication.form() == Form.FULL ? new Crash(1_000, 20) : new Crash(200, 4);
        Map<String, Outcome> outcomes = new LinkedHashMap<>();
        outcomes.put("a queue, `jms:` with `transacted=true`", crash.outcome(new OrderSource.OfQueue()));
        outcomes.put("a folder, `file:`", crash.outcome(new OrderSource.OfFolder()));
        publication.publish(new MeasuredReport("crash", outcomes, crash.markdown(outcomes)));
        System.exit(0);
    }

    /**
     * What one source led to.
     *
     * @param underWay orders that Cliq had and the source still kept, of all kills
     * @param mostUnderWay the most of them at one kill
     */
    private record Outcome(Balance balance, int underWay, int mostUnderWay) {}

    private Outcome outcome(OrderSource source) throws Exception {
        MessageAccounts accounts = new MessageAccounts();
        int underWay = 0;
        int most = 0;
        try (source;
                Sandbox cliq = Sandbox.builder().start()) {
            // so that a kill finds posts under way
            cliq.answerDelay(Duration.ofMillis(5));
            orders.forEach(accounts::sent);
            source.give(orders);
            for (int kill = 0; kill < kills; kill++) {
                Set<String> again = kill(source, cliq);
                again.forEach(accounts::mayComeAgain);
                underWay += again.size();
                most = Math.max(most, again.size());
            }
            try (ChildJvm last = start(source, cliq)) {
                await().atMost(PATIENCE).until(source::isEmpty);
                last.kill();
            }
            await().atMost(PATIENCE).until(source::isLeft);
            Set<String> kept = source.kept();
            orders.stream()
                    .filter(order -> !kept.contains(order))
                    .forEach(order -> accounts.told(order, Told.DELIVERED));
            Balance balance = accounts.balance(MessageAccounts.idsOf(cliq.messages()));
            balance.check();
            if (most > source.mostUnderWay()) {
                throw new IllegalStateException(most + " orders were under way at a kill");
            }
            return new Outcome(balance, underWay, most);
        }
    }

    /** Starts the application, kills it after some posts, and returns the orders that Cliq has and the source keeps. */
    private Set<String> kill(OrderSource source, Sandbox cliq) throws Exception {
        int enough = cliq.messages().size() + 1 + random.nextInt(orders.size() / kills);
        try (ChildJvm application = start(source, cliq)) {
            await().atMost(PATIENCE)
                    .pollInterval(Duration.ofMillis(1))
                    .until(() -> cliq.messages().size() >= Math.min(enough, orders.size()));
            Thread.sleep(random.nextInt(10));
            application.kill();
        }
        await().atMost(PATIENCE).until(() -> source.isLeft() && cliq.openConnections() == 0);
        Set<String> again = source.kept();
        again.retainAll(Set.copyOf(MessageAccounts.idsOf(cliq.messages())));
        return again;
    }

    private static ChildJvm start(OrderSource source, Sandbox cliq) throws Exception {
        List<String> options = List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC");
        return ChildJvm.start(
                List.of(), options, OrdersApplication.class, source.uri(), cliq.baseUrl(), source.broker());
    }

    private String markdown(Map<String, Outcome> outcomes) throws Exception {
        MarkdownTable table = new MarkdownTable(
                "orders from", "orders", "kills", "lost", "doubled", "under way at the kills", "most at one kill");
        outcomes.forEach((source, outcome) -> table.row(
                source,
                orders.size(),
                kills,
                outcome.balance.absent(),
                outcome.balance.doubled(),
                outcome.underWay,
                outcome.mostUnderWay));
        return "\n" + table + "\nMeasured on " + Machine.here() + ".\n\n";
    }
}
