package io.github.camelcliq.examples;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelcliq.sandbox.JournalEntry;
import io.github.camelcliq.sandbox.ReceivedMessage;
import io.github.camelcliq.sandbox.Sandbox;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The example two-accounts, by the commands of its section. Each local Cliq accepts the token of its account alone. */
class TwoAccountsTest {

    private static final Sandbox US = Sandbox.builder().start();
    private static final Sandbox EU =
            Sandbox.builder().accessToken("token-of-the-eu").start();

    private static StartedExample example;

    @BeforeAll
    static void start() throws Exception {
        example = StartedExample.start(
                "two-accounts",
                Map.of(
                        "camel.component.cliq.accounts[us].base-url",
                        US.baseUrl(),
                        "camel.component.cliq.accounts[eu].base-url",
                        EU.baseUrl()));
    }

    @AfterAll
    static void close() {
        example.close();
        US.close();
        EU.close();
    }

    @BeforeEach
    void forgetMessages() {
        US.reset();
        EU.reset();
    }

    @Test
    void eachRegionHasItsOwnHostTokenAndLock() throws Exception {
        assertThat(example.curl(0).body()).isEqualTo("posted to the EU");
        assertThat(example.curl(1).body()).isEqualTo("posted to the US");

        assertThat(EU.messages("announcements"))
                .singleElement()
                .extracting(ReceivedMessage::json)
                .asString()
                .contains("Wartung am Samstag");
        assertThat(US.messages("announcements"))
                .singleElement()
                .extracting(ReceivedMessage::json)
                .asString()
                .contains("Maintenance on Saturday");
        // a token of the other account would be a refused request
        assertThat(EU.requests()).extracting(JournalEntry::status).containsExactly(204);
        assertThat(US.requests()).extracting(JournalEntry::status).containsExactly(204);

        EU.lock(Sandbox.DEFAULT_USER, Duration.ofMinutes(10));

        assertThat(example.curl(0).statusCode()).isEqualTo(500);
        assertThat(example.curl(1).statusCode()).isEqualTo(200);
    }

    @Test
    void anotherRegionIsRefused() throws Exception {
        byte[] event = """
                {"region": "eu?account=us", "title": "Nowhere", "details": ""}
                """.getBytes(StandardCharsets.UTF_8);

        assertThat(example.post("/announcements", event).statusCode()).isEqualTo(400);
        example.assertRefused("/announcements", "{}", "[]", "no JSON", "");
        assertThat(EU.requests()).isEmpty();
        assertThat(US.requests()).isEmpty();
    }
}
