package io.github.camelcliq;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelcliq.client.Delivery;
import io.github.camelcliq.internal.pacing.Timing;
import io.github.camelcliq.sandbox.Sandbox;
import java.time.Duration;
import java.time.Instant;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.junit.jupiter.api.Test;

/** Even where the parts that an application brings along throw, its exchanges come to an end. */
class FailingClockTest extends DeliveryTestSupport {

    @Test
    void aClockWithoutAlarmsEndsThePostThatWouldWait() throws Exception {
        Sandbox sandbox = closing(Sandbox.builder().start());
        CamelContext context = context(sandbox, (account, endpoints) -> {
            account.setPacing(true);
            account.setPostsPerWindow(1);
            endpoints.setMaximumWait(120_000);
        });
        context.getRegistry().bind("timing", new NoAlarms());
        assertThat(postAndWait(context, "cliq:chat/" + CHAT, "one").getException())
                .isNull();

        Exchange waiting = postAndWait(context, "cliq:chat/" + CHAT, "two");

        assertThat(failure(waiting))
                .isExactlyInstanceOf(CliqUnavailableException.class)
                .hasMessageContaining("no alarms")
                .hasCauseInstanceOf(UnsupportedOperationException.class);
        assertThat(failure(waiting).getDelivery()).isEqualTo(Delivery.NOT_DELIVERED);
    }

    private static final class NoAlarms implements Timing {

        @Override
        public Instant now() {
            return Instant.EPOCH;
        }

        @Override
        public long millis() {
            return 0;
        }

        @Override
        public Alarm after(Duration delay, Runnable call) {
            throw new UnsupportedOperationException("no alarms");
        }
    }
}
