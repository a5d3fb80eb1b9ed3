package io.github.camelcliq.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Properties;
import org.apache.camel.main.Main;
import org.apache.camel.spi.ThreadPoolProfile;
import org.junit.jupiter.api.Test;

/** The property of the guide sets the size of the reply pool, and leaves the rest of it as the component has it. */
class ReplyPoolTest {

    @Test
    void aPropertySetsItsSizeAlone() throws Exception {
        Properties properties = new Properties();
        properties.setProperty("camel.threadpool.config[CliqReply].pool-size", "32");
        Main camel = new Main();
        camel.setOverrideProperties(properties);
        camel.start();
        try {
            ThreadPoolProfile profile =
                    camel.getCamelContext().getExecutorServiceManager().getThreadPoolProfile("CliqReply");

            assertThat(profile.getPoolSize()).isEqualTo(32);
            assertThat(profile.getMaxQueueSize()).isNull();
            assertThat(profile.getRejectedPolicy()).isNull();
        } finally {
            camel.stop();
        }
    }
}
