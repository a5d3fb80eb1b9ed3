package io.github.camelcliq.examples.boot;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelcliq.sandbox.ReceivedMessage;
import io.github.camelcliq.sandbox.Sandbox;
import java.util.Map;
import org.apache.camel.CamelContext;
import org.apache.camel.FluentProducerTemplate;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A kamelet in a route of YAML, which posts with the properties of the application. */
@ClickedApplication
class KameletTest {

    @Autowired
    private Sandbox sandbox;

    @Autowired
    private CamelContext camel;

    @Test
    void aKameletPostsAnEventByATemplate() throws Exception {
        try (FluentProducerTemplate template = camel.createFluentProducerTemplate()) {
            template.to("direct:incidents")
                    .withBody(Map.of("alert", "Disk \"full\""))
                    .request();
        }

        assertThat(sandbox.messages("CT_incidents"))
                .extracting(ReceivedMessage::json)
                .containsExactly("{\"text\":\"*Disk \\\"full\\\"* on an unknown host\"}");
    }
}
