package io.github.camelcliq.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.camelcliq.sandbox.judging.Complaint;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** JSON that is none for anybody who reads it carelessly. */
class HostileJsonTest {

    private static final Duration SOON = Duration.ofSeconds(60);

    @RegisterExtension
    static final SoundSandbox SANDBOX = new SoundSandbox();

    static Stream<String> numbers() {
        return Stream.of(
                        "1e999999999",
                        "-1e999999999",
                        "1e-999999999",
                        "1E+2147483647",
                        "1e99999999999999999999",
                        "1e-99999999999999999999",
                        "9".repeat(900),
                        "9".repeat(5_000),
                        "1." + "0".repeat(900))
                .flatMap(number -> Stream.of(
                                "{\"text\": N}",
                                "{\"text\": \"x\", \"sync_message\": N}",
                                "{\"text\": \"x\", \"unknown\": N}",
                                "{\"text\": \"x\", \"slides\": [{\"type\": \"percentage_chart\", \"title\": \"t\","
                                        + " \"data\": [{\"label\": \"a\", \"value\": N}]}]}",
                                "{\"text\": \"x\", \"slides\": [{\"type\": \"table\", \"title\": \"t\", \"styles\":"
                                        + " {\"width\": [N]}, \"data\": {\"headers\": [\"a\"], \"rows\": []}}]}")
                        .map(message -> message.replace("N", number)));
    }

    @ParameterizedTest
    @MethodSource("numbers")
    void hugeNumbersAreJudgedLikeOthers(String message) throws Exception {
        long begin = System.nanoTime();

        int status = SANDBOX.send(RawConnection.request("POST", Caller.CHAT, message))
                .status();

        assertThat(status).isIn(204, 400);
        assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(SOON);
    }

    @Test
    void aNumberThatNobodyCanHoldIsRefusedAtItsPlace() throws Exception {
        String message = "{\"text\": \"x\", \"unknown\": 1e99999999999}";

        assertThat(SANDBOX.send(RawConnection.request("POST", Caller.CHAT, message))
                        .status())
                .isEqualTo(400);
        assertThat(SANDBOX.sandbox().requests().get(0).complaints())
                .extracting(Complaint::pointer)
                .containsExactly("/unknown");
    }

    @ParameterizedTest
    @CsvSource({
        "990, '{\"text\": \"x\", \"unknown\": ', '[', ']'",
        "100000, '{\"text\": \"x\", \"unknown\": ', '[', ']'",
        "100000, '{\"text\": \"x\", \"unknown\": ', '{\"a\":', '}'",
        "990, '{\"text\": \"x\", \"slides\": ', '[', ']'",
        "400, '{\"text\": \"x\", \"slides\": ', '[{\"type\": \"list\", \"data\": ', '}]'",
        "300, '{\"text\": \"x\", \"buttons\": ', '[{\"action\": {\"data\": ', '}}]'",
        "900, '', '[', ']'"
    })
    void deepNestingIsJudgedOrRefused(int depth, String before, String open, String close) throws Exception {
        String message = before + open.repeat(depth) + "1" + close.repeat(depth) + (before.isEmpty() ? "" : "}");

        assertThat(SANDBOX.send(RawConnection.request("POST", Caller.CHAT, message))
                        .status())
                .isIn(204, 400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"%ed%a0%80", "%ff", "%c0%af", "%00", "%0d%0a", "%e2%80%ae", "%F4%90%80%80"})
    void whatIsNoTextInAPathOrAQueryIsShownAsText(String encoded) throws Exception {
        String path = "/api/v2/chats/a" + encoded + "/messages?bot_unique_name=b" + encoded;

        assertThat(SANDBOX.send(RawConnection.request("POST", path, SoundSandbox.HELLO))
                        .status())
                .isEqualTo(204);
        RawConnection.RawAnswer shown =
                SANDBOX.send(RawConnection.request("GET", "/sandbox/messages?chat=a" + encoded, ""));
        assertThat(shown.status()).isEqualTo(200);
        assertThat(shown.body()).contains("\"Hello\"");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "PT9999999999999H",
                "PT9223372036854775807S",
                "P99999999999999D",
                "PT99999999999999999999S",
                "PT-9223372036854775808S"
            })
    void noClockLimitLockOrFaultIsBeyondAllTime(String duration) throws Exception {
        for (String control : new String[] {
            "/sandbox/clock {\"skip\": D}",
            "/sandbox/limits {\"window\": D}",
            "/sandbox/limits {\"lock\": D}",
            "/sandbox/lock {\"for\": D}",
            "/sandbox/faults {\"fault\": \"delay\", \"delay\": D}",
            "/sandbox/faults {\"fault\": \"throttle\", \"delay\": D}"
        }) {
            String[] parts = control.replace("D", '"' + duration + '"').split(" ", 2);

            assertThat(SANDBOX.send(RawConnection.request("POST", parts[0], parts[1]))
                            .status())
                    .as(control)
                    .isEqualTo(400);
        }
    }

    @Test
    void theClockDoesNotReachTheEndOfTimeInManySteps() {
        SandboxClock clock = SandboxClock.stoppedAt(Instant.EPOCH);
        Duration tenYears = Duration.ofDays(3_650);
        for (int step = 0; step < 100; step++) {
            clock.skip(tenYears);
        }

        assertThatIllegalArgumentException().isThrownBy(() -> clock.skip(tenYears));
        assertThat(clock.instant()).isEqualTo(Instant.EPOCH.plus(tenYears.multipliedBy(100)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"10001", "2147483647"})
    void faultsAreNotQueuedWithoutEnd(String next) throws Exception {
        String fault = "{\"fault\": \"hang\", \"next\": " + next + "}";

        RawConnection.RawAnswer answer = SANDBOX.send(RawConnection.request("POST", "/sandbox/faults", fault));

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body()).contains("at most 10000");
    }
}
