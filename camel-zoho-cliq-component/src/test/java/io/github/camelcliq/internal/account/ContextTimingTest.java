package io.github.camelcliq.internal.account;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelcliq.internal.pacing.Timing;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.Test;

class ContextTimingTest {

    /** Each post that waits for a token of the application, and each open click, has an alarm. */
    @Test
    void anyNumberOfAlarmsMayWait() throws Exception {
        try (DefaultCamelContext context = new DefaultCamelContext()) {
            context.start();
            context.getExecutorServiceManager().getDefaultThreadPoolProfile().setMaxQueueSize(10);
            Timing timing = ContextTiming.of(context);
            List<Timing.Alarm> waiting = new ArrayList<>();
            for (int i = 0; i < 2_000; i++) {
                waiting.add(timing.after(Duration.ofDays(1), () -> {}));
            }
            CompletableFuture<String> rung = new CompletableFuture<>();
            timing.after(Duration.ofMillis(1), () -> rung.complete("rung"));

            assertThat(rung.get(1, TimeUnit.MINUTES)).isEqualTo("rung");
            waiting.forEach(Timing.Alarm::cancel);
        }
    }
}
