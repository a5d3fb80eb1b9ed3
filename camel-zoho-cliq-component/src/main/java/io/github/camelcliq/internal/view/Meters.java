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
            refreshes(name, outcome);
            for (TargetKind kind : TargetKind.values()) {
                counter(CliqMeter.POSTS, name, tags(name, kind, outcome));
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
        clicks(path.name(), "answered");
        clicks(path.name(), "acknowledged");
    }

    @Override
    public void closed(ClickMonitor path) {
        remove(path.name());
    }

    @Override
    public void ended(PostEvent post) {
        Tags tags = tags(post.account(), post.kind(), post.outcome());
        counter(CliqMeter.POSTS, post.account(), tags).increment();
        timer(CliqMeter.POST_DURATION, post.account(), tags).record(post.duration());
        timer(CliqMeter.WAIT_DURATION, post.account(), tags).record(post.waited());
    }

    @Override
    public void refreshed(String account, Outcome outcome) {
        refreshes(account, outcome).increment();
    }

    @Override
    public void clicked(String path, String outcome) {
        clicks(path, outcome).increment();
    }

    private Counter refreshes(String account, Outcome outcome) {
        return counter(CliqMeter.TOKEN_REFRESHES, account, Tags.of(Tag.ACCOUNT, account, Tag.OUTCOME, outcome.label()));
    }

    private Counter clicks(String path, String outcome) {
        return counter(CliqMeter.CLICKS, path, Tags.of(Tag.PATH, path, Tag.OUTCOME, outcome));
    }

    private static Tags tags(String account, TargetKind kind, Outcome outcome) {
        return Tags.of(Tag.ACCOUNT, account, Tag.KIND, kind.uriName(), Tag.OUTCOME, outcome.label());
    }

    private static double left(Permits permits) {
        return permits == null ? Double.NaN : permits.left();
    }

    private double secondsUntil(Instant end) {
        return end == null ? 0 : Duration.between(timing.now(), end).toMillis() / 1000.0;
    }

    private void gauge(CliqMeter meter, AccountMonitor account, Tags tags, ToDoubleFunction<AccountFigures> value) {
        kept(
                account.name(),
                Gauge.builder(meter.id(), account, monitor -> value.applyAsDouble(monitor.figures()))
                        .description(meter.meaning())
                        .tags(context.and(tags))
                        .register(registry));
    }

    private Counter counter(CliqMeter meter, String owner, Tags tags) {
        return kept(
                owner,
                Counter.builder(meter.id())
                        .description(meter.meaning())
                        .tags(context.and(tags))
                        .register(registry));
    }

    private Timer timer(CliqMeter meter, String owner, Tags tags) {
        return kept(
                owner,
                Timer.builder(meter.id())
                        .description(meter.meaning())
                        .tags(context.and(tags))
                        .register(registry));
    }

    /** Remembers a meter, so that it goes with its account or path. */
    private <T extends Meter> T kept(String owner, T meter) {
        open.get(owner).add(meter);
        return meter;
    }

    private void remove(String owner) {
        open.remove(owner).forEach(registry::remove);
    }
}
