package io.github.camelcliq;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** An application without camel-platform-http posts, and says what it lacks where it wants clicks. */
class WithoutHttpServerTest {

    @Test
    void postingDoesWithoutAndClicksSayWhatToAdd() throws Exception {
        // and without what brings camel-platform-http
        assertThat(NarrowedClassPath.call("platform-http", Application.class))
                .contains("Clicks cannot be received, since camel-platform-http is missing")
                .contains("org.apache.camel:camel-platform-http-main")
                .contains("camel.server.enabled=true")
                .contains("camel-platform-http-starter");
    }

    public static final class Application extends NarrowedClassPath.Application {

        public Application() {
            super("cliq:function/x?verification=NONE", "log:x");
        }
    }
}
