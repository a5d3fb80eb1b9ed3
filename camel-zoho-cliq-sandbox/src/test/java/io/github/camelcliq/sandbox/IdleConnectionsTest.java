package io.github.camelcliq.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.sun.management.UnixOperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A thousand connections on which nobody asks anything. */
class IdleConnectionsTest {

    private static final int COUNT = 1_000;

    @RegisterExtension
    static final SoundSandbox SANDBOX = new SoundSandbox();

    @Test
    void aMessageIsTakenBesideThemAndNothingIsLeftOfThem() throws Exception {
        Files files = new Files();
        List<RawConnection> idle = open("");
        try {
            assertThat(SANDBOX.send(RawConnection.request("POST", Caller.CHAT, SoundSandbox.HELLO))
                            .status())
                    .isEqualTo(204);
        } finally {
            close(idle);
        }
        await().until(() -> SANDBOX.sandbox().openConnections() == 0);
        files.awaitNoMore();
    }

    @Test
    void halfAHeadOnEachIsNoHindrance() throws Exception {
        Files files = new Files();
        List<RawConnection> idle = open(RawConnection.head("POST", Caller.CHAT));
        try {
            assertThat(SANDBOX.send(RawConnection.request("POST", Caller.CHAT, SoundSandbox.HELLO))
                            .status())
                    .isEqualTo(204);
            assertThat(SANDBOX.sandbox().openRequests()).isZero();
        } finally {
            close(idle);
        }
        await().until(() -> SANDBOX.sandbox().openConnections() == 0);
        files.awaitNoMore();
    }

    @Test
    void halfABodyOnEachIsNoHindrance() throws Exception {
        Files files = new Files();
        List<RawConnection> slow = open(RawConnection.head("POST", Caller.CHAT) + "Content-Length: 9\r\n\r\n{");
        try {
            await().until(() -> SANDBOX.sandbox().openRequests() == COUNT);
            assertThat(SANDBOX.send(RawConnection.request("POST", Caller.CHAT, SoundSandbox.HELLO))
                            .status())
                    .isEqualTo(204);
        } finally {
            close(slow);
        }
        await().until(() -> SANDBOX.sandbox().openRequests() == 0);
        files.awaitNoMore();
    }

    private static List<RawConnection> open(String beginning) throws IOException {
        List<RawConnection> open = new ArrayList<>();
        for (int number = 0; number < COUNT; number++) {
            open.add(SANDBOX.connect().write(beginning));
        }
        await().until(() -> SANDBOX.sandbox().openConnections() == COUNT);
        return open;
    }

    private static void close(List<RawConnection> connections) throws IOException {
        for (RawConnection connection : connections) {
            connection.close();
        }
    }

    /** The files that this process has open, where the operating system tells. */
    private static final class Files {

        private static final int OTHERS = 50;

        private final UnixOperatingSystemMXBean system;
        private final long before;

        Files() {
            Object bean = ManagementFactory.getOperatingSystemMXBean();
            assumeTrue(bean instanceof UnixOperatingSystemMXBean, "the system tells how many files are open");
            system = (UnixOperatingSystemMXBean) bean;
            assumeTrue(system.getMaxFileDescriptorCount() > 3 * COUNT, "the system allows so many files");
            before = system.getOpenFileDescriptorCount();
        }

        /** Other tests' threads and the class loader may open some meanwhile, but not a thousand. */
        void awaitNoMore() {
            await().until(() -> system.getOpenFileDescriptorCount() < before + OTHERS);
        }
    }
}
