package io.github.camelcliq.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Clients that go away before they have said all. */
class HalfRequestTest {

    private static final String MESSAGE = RawConnection.request("POST", Caller.CHAT, SoundSandbox.HELLO);
    private static final String LOCK = RawConnection.request("POST", "/sandbox/lock", "{\"for\": \"PT10M\"}");
    private static final String TOKEN = RawConnection.request("POST", Caller.TOKENS, "grant_type=refresh_token");

    @RegisterExtension
    static final SoundSandbox SANDBOX = new SoundSandbox();

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 5, 40, 100})
    void whatEndsInTheHeadLeavesNothing(int bytes) throws Exception {
        for (String whole : new String[] {MESSAGE, LOCK, TOKEN}) {
            try (RawConnection connection = SANDBOX.connect()) {
                connection.write(whole.substring(0, bytes)).endOutput();
                assertThat(connection.statusBeforeTheEnd()).isZero();
            }
        }
        assertThat(SANDBOX.sandbox().requests()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 5, 10})
    void whatEndsInTheBodyIsNotDone(int missing) throws Exception {
        for (String whole : new String[] {MESSAGE, LOCK, TOKEN}) {
            try (RawConnection connection = SANDBOX.connect()) {
                connection.write(whole.substring(0, whole.length() - missing)).endOutput();
                assertThat(connection.statusBeforeTheEnd()).isZero();
            }
        }
        await().until(() -> SANDBOX.sandbox().requests().size() == 1
                && SANDBOX.sandbox().tokenRequests().size() == 1);
        assertThat(SANDBOX.sandbox().requests())
                .extracting(JournalEntry::status)
                .containsExactly(0);
        assertThat(SANDBOX.sandbox().messages()).isEmpty();
        assertThat(SANDBOX.sandbox().budget().isLocked()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 100, 200})
    void whoVanishesLeavesNothing(int bytes) throws Exception {
        for (int times = 0; times < 20; times++) {
            RawConnection connection = SANDBOX.connect();
            connection.write(MESSAGE.substring(0, Math.min(bytes, MESSAGE.length())));
            connection.abort();
        }
        // that nothing is open afterwards is looked at after each test
        assertThat(SANDBOX.sandbox().mostOpenRequests()).isLessThanOrEqualTo(20);
    }
}
