package io.github.camelcliq.docs;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelcliq.sandbox.ReceivedMessage;
import org.apache.camel.Exchange;
import org.junit.jupiter.api.Test;

/** The route of the guide in the Endpoint DSL posts with the options that it sets. */
class EndpointDslTest {

    @Test
    void anEndpointOfTheDslPostsWithItsOptions() throws Exception {
        try (LocalCliqApplication application = new LocalCliqApplication(new EndpointDslExample())) {
            Exchange posted = application.send("direct:alerts", "x".repeat(20_000));

            assertThat(posted.getException()).isNull();
            assertThat(posted.getMessage().getHeaders()).containsKeys("CamelCliqMessageId", "CamelCliqRemarks");
            assertThat(application.cliq().messages("operations"))
                    .extracting(ReceivedMessage::json)
                    .singleElement()
                    .asString()
                    .contains("\"hint\":\"of today\"");
        }
    }
}
