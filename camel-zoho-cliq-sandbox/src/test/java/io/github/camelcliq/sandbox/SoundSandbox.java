package io.github.camelcliq.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * A sandbox that has to be sound whatever a test does to it: afterwards it takes a message as ever, has no request and
 * no connection open, and has lost no buffer.
 */
final class SoundSandbox implements BeforeAllCallback, AfterEachCallback, AfterAllCallback {

    static final String HELLO = "{\"text\": \"Hello\"}";

    private static final String AFTERWARDS = "{\"text\": \"Hello afterwards\"}";

    private final UnaryOperator<Sandbox.Builder> options;
    private Sandbox sandbox;
    private BufferLeaks leaks;

    SoundSandbox() {
        this(builder -> builder);
    }

    SoundSandbox(UnaryOperator<Sandbox.Builder> options) {
        this.options = options;
    }

    Sandbox sandbox() {
        return sandbox;
    }

    RawConnection connect() throws IOException {
        return RawConnection.to(sandbox);
    }

    /** Sends a request on a connection of its own. */
    RawConnection.RawAnswer send(String request) throws IOException {
        try (RawConnection connection = connect()) {
            return connection.write(request).answer();
        }
    }

    /** Writes what may be no request, and reads until the connection is closed. */
    int statusBeforeTheEnd(byte[] written) throws IOException {
        try (RawConnection connection = connect()) {
            return connection.writeWhatItTakes(written).statusBeforeTheEnd();
        }
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        sandbox = options.apply(Sandbox.builder()).start();
        leaks = new BufferLeaks();
    }

    @Override
    public void afterEach(ExtensionContext context) {
        awaitNothingOpen();
        sandbox.reset();
        // on a busy machine a connection may be idle for too long before anything is written on it
        await("the answer to an ordinary message afterwards")
                .ignoreExceptionsInstanceOf(IOException.class)
                .until(() -> send(RawConnection.request("POST", Caller.CHAT, AFTERWARDS))
                                .status()
                        == 204);
        // a connection that a test left may have been accepted only now, before that of the message
        awaitNothingOpen();
        assertThat(sandbox.messages()).extracting(ReceivedMessage::json).containsOnlyOnce(AFTERWARDS);
        sandbox.reset();
    }

    private void awaitNothingOpen() {
        await().untilAsserted(() -> {
            assertThat(sandbox.openRequests()).as("open requests").isZero();
            assertThat(sandbox.openTokenRequests()).as("open token requests").isZero();
            assertThat(sandbox.openConnections()).as("open connections").isZero();
        });
    }

    @Override
    public void afterAll(ExtensionContext context) {
        try (BufferLeaks watched = leaks) {
            assertThat(watched.found()).as("lost buffers").isEmpty();
        } finally {
            sandbox.close();
        }
    }
}
