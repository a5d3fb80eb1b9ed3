package io.github.camelcliq.examples.boot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.camelcliq.CliqAccount;
import io.github.camelcliq.CliqThrottledException;
import io.github.camelcliq.client.DataCenter;
import io.github.camelcliq.sandbox.ReceivedMessage;
import io.github.camelcliq.sandbox.Sandbox;
import io.github.camelcliq.sandbox.limits.Limits;
import java.time.Duration;
import org.apache.camel.ProducerTemplate;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.DynamicPropertyRegistrar;

/** A second account is a bean, which an endpoint names. */
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {"cliq.eu.data-center=EU", "cliq.eu.posts-per-window=1", "camel.component.cliq.maximum-wait=10"})
@Import({LocalCliq.class, AccountsTest.Europe.class})
class AccountsTest {

    @Autowired
    private Sandbox sandbox;

    @Autowired
    private Europe europe;

    @Autowired
    private CliqAccount eu;

    @Autowired
    private ProducerTemplate template;

    @TestConfiguration
    static class Europe implements DisposableBean {

        private final Sandbox cliq = Sandbox.builder()
                .accessToken("token-of-europe")
                .limits(new Limits(1, 1, Duration.ofMinutes(1), Duration.ofMinutes(10)))
                .start();

        @Bean
        @ConfigurationProperties("cliq.eu")
        CliqAccount eu() {
            return new CliqAccount();
        }

        @Bean
        DynamicPropertyRegistrar hosts() {
            return options -> {
                options.add("cliq.eu.base-url", cliq::baseUrl);
                options.add("cliq.eu.access-token", () -> "token-of-europe");
            };
        }

        @Override
        public void destroy() {
            cliq.close();
        }
    }

    @Test
    void anEndpointPostsWithTheBeanThatItNamesAndEachAccountHasItsOwnLimits() {
        template.sendBody("cliq:chat/CT_9?account=eu", "Grüße");

        assertThatThrownBy(() -> template.sendBody("cliq:chat/CT_9?account=eu", "too many"))
                .hasRootCauseInstanceOf(CliqThrottledException.class);
        template.sendBody("cliq:chat/CT_8", "Hello");
        template.sendBody("cliq:chat/CT_8", "Hello again");

        assertThat(eu.getDataCenter()).isEqualTo(DataCenter.EU);
        assertThat(europe.cliq.messages()).extracting(ReceivedMessage::target).containsExactly("CT_9");
        assertThat(sandbox.messages("CT_8")).hasSize(2);
    }
}
