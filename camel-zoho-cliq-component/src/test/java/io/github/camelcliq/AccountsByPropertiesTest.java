package io.github.camelcliq;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.camelcliq.client.DataCenter;
import io.github.camelcliq.sandbox.Fault;
import io.github.camelcliq.sandbox.ReceivedMessage;
import io.github.camelcliq.sandbox.Sandbox;
import io.github.camelcliq.sandbox.limits.ThrottleAnswer;
import io.github.camelcliq.sandbox.oauth.OAuthClient;
import java.time.Duration;
import org.apache.camel.CamelContext;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.main.Main;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Two accounts of one application, one of them in Europe, by nothing but properties of camel-main. */
class AccountsByPropertiesTest extends DeliveryTestSupport {

    private final Sandbox us = closing(Sandbox.builder().start());
    private final Sandbox eu = closing(Sandbox.builder()
            .client(OAuthClient.of("client-of-europe", "secret-of-europe").refreshToken("refresh-of-europe", "eve"))
            .start());

    private Main main() {
        Main main = new Main();
        closing((AutoCloseable) main::stop);
        main.addInitialProperty("camel.component.cliq.base-url", us.baseUrl());
        main.addInitialProperty("camel.component.cliq.access-token", Sandbox.DEFAULT_ACCESS_TOKEN);
        main.addInitialProperty("camel.component.cliq.maximum-wait", "10");
        main.addInitialProperty("camel.component.cliq.accounts[eu].data-center", "EU");
        main.addInitialProperty("camel.component.cliq.accounts[eu].base-url", eu.baseUrl());
        main.addInitialProperty("camel.component.cliq.accounts[eu].accounts-url", eu.baseUrl());
        main.addInitialProperty("camel.component.cliq.accounts[eu].client-id", "client-of-europe");
        main.addInitialProperty("camel.component.cliq.accounts[eu].client-secret", "secret-of-europe");
        main.addInitialProperty("camel.component.cliq.accounts[eu].refresh-token", "refresh-of-europe");
        main.addInitialProperty("camel.component.cliq.accounts[eu].posts-per-window", "2");
        main.addInitialProperty("camel.component.cliq.accounts[eu].pacing-window", "1m30s");
        main.addInitialProperty("camel.component.cliq.accounts[eu].read-timeout", "5000");
        return main;
    }

    @Test
    void haveTheirOwnHostsTokensAndLimits() throws Exception {
        Main main = main();
        main.start();
        CamelContext context = main.getCamelContext();
        CliqAccount europe =
                context.getComponent("cliq", CliqComponent.class).getAccounts().get("eu");
        ProducerTemplate template = context.createProducerTemplate();

        template.sendBody("cliq:chat/x?account=eu", "one");
        template.sendBody("cliq:chat/x?account=eu", "two");
        assertThatThrownBy(() -> template.sendBody("cliq:chat/x?account=eu", "three"))
                .hasCauseInstanceOf(CliqThrottledException.class);
        template.sendBody("cliq:chat/x", "one");
        template.sendBody("cliq:chat/x", "two");
        template.sendBody("cliq:chat/x", "three");

        assertThat(europe)
                .returns(DataCenter.EU, CliqAccount::getDataCenter)
                .returns(Duration.ofSeconds(90), CliqAccount::getPacingWindow)
                .returns(Duration.ofSeconds(5), CliqAccount::getReadTimeout);
        assertThat(eu.messages()).extracting(ReceivedMessage::user).containsExactly("eve", "eve");
        assertThat(us.messages())
                .extracting(ReceivedMessage::user)
                .containsOnly(Sandbox.DEFAULT_USER)
                .hasSize(3);
        assertThat(us.tokenRequests()).as("credentials of Europe stay there").isEmpty();
        assertThat(CliqClients.of(context)).hasSize(2);
    }

    /** A header, or an expression of toD, may name the account later. */
    @ParameterizedTest
    @CsvSource({
        "pacing-window, -5s, pacingWindow",
        "connect-timeout, 0, connectTimeout",
        "read-timeout, 25d, readTimeout",
        "total-timeout, -1, totalTimeout",
        "maximum-retry-after, -1, maximumRetryAfter",
        "posts-per-window, 0, postsPerWindow",
        "restricted-posts-per-window, 0, restrictedPostsPerWindow",
        "maximum-queued, -1, maximumQueued",
        "fleet-size, 0, fleetSize"
    })
    void haveFiguresThatAreCheckedAtStartEvenIfNoRouteNamesThem(String property, String value, String option) {
        Main named = main();
        named.addInitialProperty("camel.component.cliq.accounts[eu]." + property, value);
        Main ownAccount = main();
        ownAccount.addInitialProperty("camel.component.cliq." + property, value);

        assertThatThrownBy(named::start)
                .hasStackTraceContaining("camel.component.cliq.accounts[eu]: option " + option + " must be ");
        assertThatThrownBy(ownAccount::start)
                .hasStackTraceContaining("camel.component.cliq: option " + option + " must be ");
    }

    @Test
    void haveTheirOwnLocks() throws Exception {
        Main main = main();
        main.start();
        ProducerTemplate template = main.getCamelContext().createProducerTemplate();
        eu.faults().next(Fault.throttled(ThrottleAnswer.FLAT, Duration.ofMinutes(10)));

        assertThatThrownBy(() -> template.sendBody("cliq:chat/x?account=eu", "Hello"))
                .hasCauseInstanceOf(CliqThrottledException.class);
        template.sendBody("cliq:chat/x", "Hello");
        assertThatThrownBy(() -> template.sendBody("cliq:chat/x?account=eu", "again"))
                .hasStackTraceContaining("Cliq has locked the user out");

        assertThat(us.messages()).hasSize(1);
        assertThat(eu.messages()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "data-center, DE, 'US, EU, IN, AU, JP, CN, SA, UK, CA'",
        "authorization-scheme, basic, 'BEARER, ZOHO_OAUTHTOKEN'"
    })
    void aValueThatIsNoneOfThoseThereAreIsAnErrorThatListsThem(String option, String value, String values) {
        Main main = new Main();
        closing((AutoCloseable) main::stop);
        main.addInitialProperty("camel.component.cliq." + option, value);
        main.addInitialProperty("camel.component.cliq.access-token", "x");

        assertThatThrownBy(main::start).hasStackTraceContaining(value + " is not one of " + values);
    }
}
