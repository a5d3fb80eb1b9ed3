package io.github.camelcliq.redis;

import io.github.camelcliq.CliqAccount;
import io.github.camelcliq.CliqComponent;
import io.github.camelcliq.internal.account.ScheduledTiming;
import io.github.camelcliq.internal.pacing.Timing;
import io.github.camelcliq.sandbox.Sandbox;
import io.github.camelcliq.sandbox.limits.Limits;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.impl.DefaultCamelContext;

/** One of several Camel contexts that post as one user. */
final class FleetMember implements AutoCloseable {

    static final int LIMIT = 20;
    static final Duration LONGEST = Duration.ofMinutes(2);

    private final CamelContext context = new DefaultCamelContext();
    private final ScheduledExecutorService alarms = Executors.newSingleThreadScheduledExecutor();

    FleetMember(String cliq, Duration window, Object store, Consumer<CliqAccount> more) {
        this(cliq, window, store, more, Duration.ZERO);
    }

    /**
     * @param store where the posts are counted
     * @param clockAhead how far the clock of the JVM is ahead
     */
    FleetMember(String cliq, Duration window, Object store, Consumer<CliqAccount> more, Duration clockAhead) {
        context.getRegistry().bind("timing", new ClockAhead(clockAhead, new ScheduledTiming(alarms)));
        // a template blocks a thread for each post
        context.getExecutorServiceManager().getDefaultThreadPoolProfile().setPoolSize(200);
        context.getExecutorServiceManager().getDefaultThreadPoolProfile().setMaxPoolSize(200);
        CliqComponent component = context.getComponent("cliq", CliqComponent.class);
        component.getConfiguration().setMaximumWait(LONGEST.toMillis());
        CliqAccount account = component.getDefaultAccount();
        account.setBaseUrl(cliq);
        account.setAccountsUrl(cliq);
        account.setAccessToken(Sandbox.DEFAULT_ACCESS_TOKEN);
        account.setPostsPerWindow(LIMIT);
        account.setRestrictedPostsPerWindow(LIMIT);
        account.setPacingWindow(window);
        account.setPacingStore(store);
        account.setBudgetKey("alerts");
        more.accept(account);
        context.start();
    }

    /** A Cliq with the limits that the members know, and its usual lock of ten windows. */
    static Sandbox cliq(Duration window) {
        return Sandbox.builder()
                .limits(new Limits(LIMIT, LIMIT, window, window.multipliedBy(10)))
                .start();
    }

    List<CompletableFuture<Exchange>> post(String chat, int posts) {
        ProducerTemplate template = context.createProducerTemplate();
        return IntStream.range(0, posts)
                .mapToObj(post -> template.asyncSend(
                        "cliq:chat/" + chat, exchange -> exchange.getMessage().setBody("message " + post)))
                .toList();
    }

    private record ClockAhead(Duration ahead, Timing timing) implements Timing {

        @Override
        public Instant now() {
            return timing.now().plus(ahead);
        }

        @Override
        public long millis() {
            return timing.millis() + ahead.toMillis();
        }

        @Override
        public Alarm after(Duration delay, Runnable call) {
            return timing.after(delay, call);
        }
    }

    @Override
    public void close() {
        context.stop();
        alarms.shutdown();
    }
}
