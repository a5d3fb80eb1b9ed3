package io.github.camelcliq.sandbox.state;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class EventLogTest {

    @Test
    void theLogForgetsTheOldestOnceThereAreTooManyOrTheyAreTooLong() {
        EventLog log = new EventLog(0);
        for (int added = 0; added < EventLog.MOST + 1; added++) {
            log.changed("x");
        }
        assertThat(log.snapshot()).hasSize(EventLog.MOST);
        assertThat(log.isKnownSince(0)).isFalse();
        assertThat(log.isKnownSince(1)).isTrue();

        int half = (int) (EventLog.CHARACTERS / 2);
        for (int added = 0; added < 3; added++) {
            log.add(SandboxEvent.Type.MESSAGE, half, "{}");
        }
        assertThat(log.snapshot()).hasSize(2);
    }
}
