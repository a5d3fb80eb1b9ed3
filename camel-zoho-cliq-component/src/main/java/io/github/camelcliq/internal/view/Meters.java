package io.github.camelcliq.internal.view;

import io.github.camelcliq.internal.account.ContextTiming;
import io.github.camelcliq.internal.figures.AccountFigures;
import io.github.camelcliq.internal.figures.AccountFigures.Permits;
import io.github.camelcliq.internal.figures.AccountMonitor;
import io.github.camelcliq.internal.figures.ClickMonitor;
import io.github.camelcliq.internal.figures.FiguresListener;
import io.github.camelcliq.internal.figures.Monitors;
import io.github.camelcliq.internal.figures.Outcome;
import io.github.camelcliq.internal.figures.PostEvent;
import io.github.camelcliq.internal.pacing.Timing;
import io.github.camelcliq.internal.view.CliqMeter.Tag;
import io.github.camelcliq.message.TargetKind;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.composite.CompositeMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;
import org.apache.camel.CamelContext;

/**
 * The meters of a Camel context in one registry of Micrometer. The meters of an account or a path go when it closes.
 * Only this class knows the types of Micrometer, which an application may lack.
 */
final class Meters implements FiguresListener {

    private final MeterRegistry registry;
    private final Tags context;
    private final Timing timing;

    /** The meters of each open account and path, by its name. */
    private final Map<String, Set<Meter>> open = new ConcurrentHashMap<>();

    private Meters(MeterRegistry registry, String context, Timing timing) {
        this.registry = registry;
        this.context = Tags.of(Tag.CONTEXT, context);
        this.timing = timing;
    }

    /** Keeps meters in each registry that the context knows. A composite registry passes them on to its parts. */
    static void bind(CamelContext context, Monitors monitors) throws Exception {
        Timing timing = ContextTiming.of(context);
        Set<MeterRegistry> known = context.getRegistry().findByType(MeterRegistry.class);
        Set<MeterRegistry> registries = new HashSet<>(known);
        for (MeterRegistry registry : known) {
            if (registry instanceof CompositeMeterRegistry composite) {
                registries.removeAll(composite.getRegistries());
            }
        }
        registries.forEach(registry -> monitors.listen(new Meters(registry, context.getName(), timing)));
    }

    @Override
    public void opened(AccountMonitor account) {
        String name = account.name();
        open.put(name, ConcurrentHashMap.newKeySet());
        Tags tags = Tags.of(Tag.ACCOUNT, name);
        gauge(CliqMeter.WAITING, account, tags, AccountFigures::waiting);
        gauge(CliqMeter.MAXIMUM_QUEUED, account, tags, AccountFigures::maximumQueued);
        gauge(CliqMeter.OLDEST_WAIT, account, tags, figures -> seconds(figures.oldestWait()));
        gauge(CliqMeter.STORE_FAILING, account, tags, figures -> figures.storeFailure() == null ? 0 : 1);
        gauge(CliqMeter.LOCK_SECONDS, account, tags, figures -> secondsUntil(figures.lockedUntil()));
        if (account.figures().permits() != null) {
            gauge(CliqMeter.PERMITS_LEFT, account, tags.and(Tag.LIMIT, "posts"), figures -> left(figures.permits()));
            gauge(
                    CliqMeter.PERMITS_LEFT,
                    account,
                    tags.and(Tag.LIMIT, "restricted"),
                    figures -> left(figures.restrictedPermits()));
        }
        // from the start, since an alarm does not see the event with which a counter appears
        for (Outcome outcome : Outcome.values()) {
            count(CliqMeter.TOKEN_REFRESHES, name, tags(name, outcome), 0);
            for (TargetKind kind : TargetKind.values()) {
                count(CliqMeter.POSTS, name, tags(name, kind, outcome), 0);
            }
        }
    }

    @Override
    public void closed(AccountMonitor account) {
        remove(account.name());
    }

    @Override
    public void opened(ClickMonitor path) {
        open.put(path.name(), ConcurrentHashMap.newKeySet());
        clicks(path.name(), "answered", 0);
        clicks(path.name(), "acknowledged", 0);
    }

    @Override
    public void closed(ClickMonitor path) {
        remove(path.name());
    }

    @Override
    public void ended(PostEvent post) {
        Tags tags = tags(post.account(), post.kind(), post.outcome());
        count(CliqMeter.POSTS, post.account(), tags, 1);
        record(CliqMeter.POST_DURATION, post.account(), tags, post.duration());
        record(CliqMeter.WAIT_DURATION, post.account(), tags, post.waited());
    }

    @Override
    public void refreshed(String account, Outcome outcome) {
        count(CliqMeter.TOKEN_REFRESHES, account, tags(account, outcome), 1);
    }

    @Override
    public void clicked(String path, String outcome) {
        clicks(path, outcome, 1);
    }

    private void clicks(String path, String outcome, int clicks) {
        count(CliqMeter.CLICKS, path, Tags.of(Tag.PATH, path, Tag.OUTCOME, outcome), clicks);
    }

    private static Tags tags(String account, Outcome outcome) {
        return Tags.of(Tag.ACCOUNT, account, Tag.OUTCOME, outcome.label());
    }

    private static Tags tags(String account, TargetKind kind, Outcome outcome) {
        return Tags.of(Tag.ACCOUNT, account, Tag.KIND, kind.uriName(), Tag.OUTCOME, outcome.label());
    }

    private static double left(Permits permits) {
        return permits == null ? Double.NaN : permits.left();
    }

    private double secondsUntil(Instant end) {
        return end == null ? 0 : seconds(Duration.between(timing.now(), end));
    }

    private static double seconds(Duration duration) {
        return duration.toMillis() / 1000.0;
    }

    private void gauge(CliqMeter meter, AccountMonitor account, Tags tags, ToDoubleFunction<AccountFigures> value) {
        use(
                account.name(),
                () -> Gauge.builder(meter.id(), account, monitor -> value.applyAsDouble(monitor.figures()))
                        .description(meter.meaning())
                        .tags(context.and(tags))
                        .register(registry),
                gauge -> {});
    }

    private void count(CliqMeter meter, String owner, Tags tags, int events) {
        use(
                owner,
                () -> Counter.builder(meter.id())
                        .description(meter.meaning())
                        .tags(context.and(tags))
                        .register(registry),
                counter -> counter.increment(events));
    }

    private void record(CliqMeter meter, String owner, Tags tags, Duration duration) {
        use(
                owner,
                () -> Timer.builder(meter.id())
                        .description(meter.meaning())
                        .tags(context.and(tags))
                        .register(registry),
                timer -> timer.record(duration));
    }

    /**
     * Uses a meter, which goes with its account or path. A post that ends after its account has closed makes none,
     * since that one would stay.
     */
    private <T extends Meter> void use(String owner, Supplier<T> registered, Consumer<T> use) {
        open.computeIfPresent(owner, (same, meters) -> {
            T meter = registered.get();
            meters.add(meter);
            use.accept(meter);
            return meters;
        });
    }

    private void remove(String owner) {
        open.remove(owner).forEach(registry::remove);
    }
}
