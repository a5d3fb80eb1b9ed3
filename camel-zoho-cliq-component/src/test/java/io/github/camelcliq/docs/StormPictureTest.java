package io.github.camelcliq.docs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.camelcliq.CliqAccount;
import io.github.camelcliq.CliqComponent;
import io.github.camelcliq.internal.figures.AccountFigures;
import io.github.camelcliq.internal.figures.Monitors;
import io.github.camelcliq.internal.pacing.ManualTiming;
import io.github.camelcliq.internal.pacing.Timing;
import io.github.camelcliq.sandbox.Sandbox;
import io.github.camelcliq.sandbox.SandboxClock;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.apache.camel.AsyncProducer;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.DefaultExchange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * Draws the picture of a storm, a lock and its end from the meters of a run, with {@code -Ddocs.picture=true}. The
 * clocks of the application and of the local Cliq are moved by hand, so that 26 minutes take seconds.
 */
@EnabledIfSystemProperty(named = "docs.picture", matches = "true")
class StormPictureTest {

    private static final Path PICTURE = Path.of("../docs/images/operations-storm.svg");
    private static final Duration STEP = Duration.ofSeconds(5);
    private static final int STEPS_A_MINUTE = 12;
    private static final int MINUTES = 26;

    private final ManualTiming time = new ManualTiming();
    private final MeterRegistry meters = new SimpleMeterRegistry();

    private final LineChart succeeded = new LineChart("cliq.posts a minute, outcome success", MINUTES);
    private final LineChart throttled = new LineChart("cliq.posts a minute, outcome throttled", MINUTES);
    private final LineChart waiting = new LineChart("cliq.waiting", MINUTES);
    private final LineChart permits = new LineChart("cliq.permits.left, limit posts", MINUTES);
    private final LineChart lock = new LineChart("cliq.lock.seconds", MINUTES);

    @Test
    void draw() throws Exception {
        try (Sandbox sandbox = Sandbox.builder()
                        .clock(SandboxClock.following(time::now))
                        .start();
                CamelContext context = new DefaultCamelContext()) {
            context.getRegistry().bind("timing", Timing.class, time);
            context.getRegistry().bind("meters", MeterRegistry.class, meters);
            CliqAccount account =
                    context.getComponent("cliq", CliqComponent.class).getDefaultAccount();
            account.setBaseUrl(sandbox.baseUrl());
            account.setAccessToken(Sandbox.DEFAULT_ACCESS_TOKEN);
            context.start();
            AsyncProducer producer = context.getEndpoint("cliq:chat/CT_1?ordered=false&maximumWait=1h")
                    .createAsyncProducer();
            producer.start();
            for (int step = 0; step <= MINUTES * STEPS_A_MINUTE; step++) {
                if (step == 2 * STEPS_A_MINUTE) {
                    post(context, producer, 120);
                }
                if (step == 7 * STEPS_A_MINUTE) {
                    // as if another application posted too often as the same user
                    sandbox.lock(Sandbox.DEFAULT_USER, Duration.ofMinutes(10));
                }
                post(context, producer, 1);
                settle(context);
                sample(step);
                time.pass(STEP);
            }
            producer.stop();
        }
        assertThat(lock.highest()).isBetween(590.0, 600.0);
        assertThat(waiting.highest()).isGreaterThan(60);
        assertThat(throttled.highest()).isPositive();
        Files.writeString(PICTURE, LineChart.picture(List.of(succeeded, throttled, waiting, permits, lock)));
    }

    private static void post(CamelContext context, AsyncProducer producer, int posts) {
        for (int post = 0; post < posts; post++) {
            Exchange exchange = new DefaultExchange(context);
            exchange.getMessage().setBody("Hello");
            producer.process(exchange, done -> {});
        }
    }

    /** Waits until each post is ended, or waits for its permit. */
    private static void settle(CamelContext context) {
        Monitors monitors = context.hasService(Monitors.class);
        await().pollInterval(Duration.ofMillis(2)).until(() -> {
            AccountFigures figures = monitors.accounts().get(0).figures();
            return figures.underWay() == figures.waiting();
        });
    }

    private void sample(int step) {
        double minute = (double) step / STEPS_A_MINUTE;
        succeeded.addRate(minute, posts("success"));
        throttled.addRate(minute, posts("throttled"));
        waiting.add(minute, meters.get("cliq.waiting").gauge().value());
        permits.add(
                minute,
                meters.get("cliq.permits.left").tag("limit", "posts").gauge().value());
        lock.add(minute, meters.get("cliq.lock.seconds").gauge().value());
    }

    private double posts(String outcome) {
        return meters.get("cliq.posts")
                .tags("kind", "chat", "outcome", outcome)
                .counter()
                .count();
    }
}
