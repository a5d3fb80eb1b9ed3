package io.github.camelcliq.springboot;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelcliq.CliqAccount;
import io.github.camelcliq.CliqComponent;
import java.util.Map;
import org.apache.camel.CamelContext;
import org.apache.camel.spi.ComponentCustomizer;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

/** An application that makes the component itself, and changes it in Java. */
class ComponentBeanTest {

    @Import(Application.class)
    static class WithComponent {

        @Bean
        CliqComponent cliq() {
            return new CliqComponent();
        }

        @Bean
        ComponentCustomizer appKey() {
            return ComponentCustomizer.forType(
                    CliqComponent.class, cliq -> cliq.getConfiguration().setAppKey("of-java"));
        }
    }

    @Test
    void environmentVariablesAndCustomizersReachTheBean() {
        try (ConfigurableApplicationContext application = Application.start(
                WithComponent.class,
                Map.of(
                        "CAMEL_COMPONENT_CLIQ_ACCESSTOKEN", "of-environment",
                        "CAMEL_COMPONENT_CLIQ_BOT_UNIQUE_NAME", "of-environment",
                        "CAMEL_COMPONENT_CLIQ_ACCOUNTS_EU_REFRESHTOKEN", "of-environment",
                        "CAMEL_COMPONENT_CLIQ_ACCOUNTS_EU_CLIENT_ID", "of-environment"),
                Map.of("camel.component.cliq.budgetKey", "of-system"),
                "camel.component.cliq.accounts.us.zapikey=of-dots",
                "camel.component.cliq.default-account=#bean:bean")) {
            CliqComponent cliq = application.getBean(CamelContext.class).getComponent("cliq", CliqComponent.class);

            assertThat(cliq).isSameAs(application.getBean(CliqComponent.class));
            assertThat(cliq.getConfiguration())
                    .returns("of-environment", options -> options.getBotUniqueName())
                    .returns("of-java", options -> options.getAppKey());
            assertThat(cliq.getDefaultAccount())
                    .isSameAs(application.getBean("bean", CliqAccount.class))
                    .returns("of-environment", CliqAccount::getAccessToken)
                    .returns("of-system", CliqAccount::getBudgetKey);
            assertThat(cliq.getAccounts().get("eu"))
                    .returns("of-environment", CliqAccount::getRefreshToken)
                    .returns("of-environment", CliqAccount::getClientId);
            assertThat(cliq.getAccounts().get("us")).returns("of-dots", CliqAccount::getZapikey);
        }
    }
}
