package io.github.camelcliq;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelcliq.client.ApiVersion;
import io.github.camelcliq.message.Overflow;
import io.github.camelcliq.message.RecipientsField;
import io.github.camelcliq.message.UnknownFields;
import io.github.camelcliq.sandbox.Sandbox;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.apache.camel.CamelContext;
import org.apache.camel.Endpoint;
import org.apache.camel.main.Main;
import org.apache.camel.util.URISupport;
import org.junit.jupiter.api.Test;

/** How options reach the component and its endpoints, and who sees the secret ones. */
class CliqOptionsTest extends CliqTestSupport {

    private static final String SECRET = "1000.sesame+open=";

    @Test
    void propertiesOfAnApplicationBindToTheComponent() throws Exception {
        Main main = new Main();
        main.addInitialProperty("camel.component.cliq.base-url", sandbox.baseUrl());
        main.addInitialProperty("camel.component.cliq.access-token", Sandbox.DEFAULT_ACCESS_TOKEN);
        main.addInitialProperty("camel.component.cliq.read-timeout", "5s");
        main.addInitialProperty("camel.component.cliq.connect-timeout", "1m30s");
        main.addInitialProperty("camel.component.cliq.web-client-options.max-pool-size", "7");
        main.addInitialProperty("camel.component.cliq.api-version", "v3");
        main.addInitialProperty("camel.component.cliq.unknown-fields", "reject");
        main.addInitialProperty("camel.component.cliq.overflow", "fit");
        main.addInitialProperty("camel.component.cliq.recipients-field", "userids");
        main.addInitialProperty("camel.component.cliq.body-format", "text");
        main.start();
        try {
            CamelContext context = main.getCamelContext();
            CliqConfiguration configuration =
                    context.getComponent("cliq", CliqComponent.class).getConfiguration();
            assertThat(context.getComponent("cliq", CliqComponent.class).getDefaultAccount())
                    .returns(Duration.ofSeconds(5), CliqAccount::getReadTimeout)
                    .returns(Duration.ofSeconds(90), CliqAccount::getConnectTimeout)
                    .returns(7, account -> account.getWebClientOptions().getMaxPoolSize());
            assertThat(configuration)
                    .returns(ApiVersion.V3, CliqConfiguration::getApiVersion)
                    .returns(UnknownFields.REJECT, CliqConfiguration::getUnknownFields)
                    .returns(Overflow.FIT, CliqConfiguration::getOverflow)
                    .returns(RecipientsField.USERIDS, CliqConfiguration::getRecipientsField)
                    .returns(BodyFormat.TEXT, CliqConfiguration::getBodyFormat);

            context.createProducerTemplate().sendBody("cliq:chat/x", "{\"text\": \"Hello\"}");

            assertThat(sandbox.messages()).singleElement().satisfies(message -> {
                assertThat(message.version()).isEqualTo("v3");
                assertThat(tree(message.json()).get("text").textValue()).isEqualTo("{\"text\": \"Hello\"}");
            });
        } finally {
            main.stop();
        }
    }

    @Test
    void anEndpointsOptionsChangeNeitherTheComponentNorItsSisters() {
        CliqEndpoint changed =
                context().getEndpoint("cliq:chat/x?maximumWait=5s&apiVersion=v3&syncMessage=true", CliqEndpoint.class);
        CliqEndpoint sister = context().getEndpoint("cliq:chat/x", CliqEndpoint.class);

        assertThat(changed.getConfiguration())
                .returns(5_000L, CliqConfiguration::getMaximumWait)
                .returns(ApiVersion.V3, CliqConfiguration::getApiVersion)
                .returns(true, CliqConfiguration::isSyncMessage);
        assertThat(sister.getConfiguration())
                .returns(90_000L, CliqConfiguration::getMaximumWait)
                .returns(ApiVersion.V2, CliqConfiguration::getApiVersion)
                .returns(false, CliqConfiguration::isSyncMessage);
    }

    @Test
    void theSecretOfAnEndpointUriIsMaskedWhereEndpointsAreShown() {
        Endpoint endpoint = context().getEndpoint("cliq:function/x?sharedSecret=RAW(" + SECRET + ")&bodyFormat=JSON");

        assertThat(((CliqEndpoint) endpoint).getConfiguration().getSharedSecret())
                .isEqualTo(SECRET);
        assertThat(endpoint.toString()).contains("sharedSecret=xxxxxx").doesNotContain("sesame");
        // JMX names, dev consoles and the endpoint registry show the key of an endpoint as this method leaves it
        assertThat(URISupport.sanitizeUri(endpoint.getEndpointKey()))
                .contains("sharedSecret=xxxxxx", "bodyFormat=JSON")
                .doesNotContain("sesame");
        assertThat(URISupport.sanitizeUri(endpoint.getEndpointUri())).doesNotContain("sesame");
    }

    @Test
    void anEndpointSaysWhichServiceItUses() {
        CliqEndpoint endpoint = context().getEndpoint("cliq:bot/deploybot", CliqEndpoint.class);

        assertThat(endpoint.getServiceUrl()).isEqualTo(sandbox.baseUrl());
        assertThat(endpoint.getServiceProtocol()).isEqualTo("cliq");
        assertThat(endpoint.getServiceMetadata()).isEqualTo(Map.of("kind", "bot"));
    }

    @Test
    void theCatalogsUriIsTheOneThatPosts() throws Exception {
        var uris = context().getCamelContextExtension().getEndpointUriFactory("cliq");

        String uri =
                uris.buildUri("cliq", new HashMap<>(Map.of("kind", "user", "id", "a+b@x.com", "syncMessage", "true")));
        post(uri, "Hello", Map.of());

        assertThat(sandbox.messages()).extracting("target").containsExactly("a+b@x.com");
    }
}
