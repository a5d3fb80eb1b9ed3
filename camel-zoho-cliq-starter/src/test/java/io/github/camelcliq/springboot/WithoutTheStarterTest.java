package io.github.camelcliq.springboot;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.apache.camel.ProducerTemplate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.context.ConfigurableApplicationContext;

/** Where properties do not reach the component, the error of the endpoint says so, and shows no value. */
class WithoutTheStarterTest {

    private static final String SECRET = "1000.not-to-be-seen";

    private static ConfigurableApplicationContext application(String option) {
        return Application.start(
                Application.class,
                Map.of("CAMEL_COMPONENT_CLIQ_REFRESHTOKEN", SECRET),
                Map.of(),
                option,
                "camel.component.cliq.accounts[eu].client-id=" + SECRET);
    }

    private static void assertSaid(ConfigurableApplicationContext application, String uri, String error) {
        ProducerTemplate template = application.getBean(ProducerTemplate.class);
        assertThatThrownBy(() -> template.sendBody(uri, "Hello"))
                .hasStackTraceContaining(error)
                .extracting(failure -> failure.getCause().toString())
                .asString()
                .doesNotContain(SECRET);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "spring.autoconfigure.exclude=io.github.camelcliq.springboot.CliqComponentAutoConfiguration",
                "camel.component.cliq.enabled=false",
                "camel.component.cliq.customizer.enabled=false"
            })
    void propertiesThatDoNotReachTheComponentAreNamed(String option) {
        try (ConfigurableApplicationContext application = application(option)) {
            assertSaid(
                    application,
                    "cliq:chat/CT_1",
                    "the property camel.component.cliq.refresh-token is set, and did not reach the component: on Spring"
                            + " Boot, add the dependency io.github.camelcliq:camel-zoho-cliq-starter");
            assertSaid(
                    application,
                    "cliq:chat/CT_1?account=eu",
                    "the property camel.component.cliq.accounts[eu].client-id is set, and did not reach the component");
        }
    }

    @Test
    void nothingIsSaidOfPropertiesWhereNoneAreSet() {
        try (ConfigurableApplicationContext application = Application.start(Application.class, Map.of(), Map.of())) {
            ProducerTemplate template = application.getBean(ProducerTemplate.class);
            assertThatThrownBy(() -> template.sendBody("cliq:chat/CT_1", "Hello"))
                    .rootCause()
                    .hasMessageContaining("credentials are missing")
                    .hasMessageNotContaining("starter");
        }
    }
}
