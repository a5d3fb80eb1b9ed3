package io.github.camelcliq;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.camelcliq.message.TargetKind;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.stream.Stream;
import org.apache.camel.catalog.CamelCatalog;
import org.apache.camel.catalog.DefaultCamelCatalog;
import org.apache.camel.spi.UriPath;
import org.junit.jupiter.api.Test;

/** What the catalog file says of the component, which tools and people go by. */
class CliqCatalogTest {

    @Test
    void theKindsOfTheCatalogAreThoseOfTheMessageAndTheFunction() throws NoSuchFieldException {
        UriPath kind = CliqEndpoint.class.getDeclaredField("kind").getAnnotation(UriPath.class);

        assertThat(kind.enums().split(","))
                .containsExactly(Stream.concat(
                                Arrays.stream(TargetKind.values()).map(TargetKind::uriName), Stream.of("function"))
                        .toArray(String[]::new));
    }

    @Test
    void theKindIsRequiredAndTheIdIsNot() throws IOException {
        JsonNode properties = catalog().path("properties");

        assertThat(properties.path("kind").path("required").booleanValue()).isTrue();
        assertThat(properties.path("id").path("required").booleanValue()).isFalse();
    }

    @Test
    void whatIsLeftToCliqHasNoDefault() throws IOException {
        for (String part : new String[] {"properties", "componentProperties"}) {
            JsonNode option = catalog().path(part).path("markAsRead");

            assertThat(option.has("defaultValue")).as(part).isFalse();
            assertThat(option.path("enum")).extracting(JsonNode::asText).containsExactly("true", "false");
        }
    }

    /** Camel's own catalog, which its Maven plugin asks, finds ours on the class path. */
    @Test
    void camelsCatalogKnowsTheOptions() {
        CamelCatalog camels = new DefaultCamelCatalog();

        assertThat(camels.validateEndpointProperties("cliq:chat/CT_1?markAsRead=true&ordered=false")
                        .isSuccess())
                .isTrue();
        assertThat(camels.validateEndpointProperties("cliq:chat/CT_1?markAsRaed=true")
                        .getUnknown())
                .containsExactly("markAsRaed");
        assertThat(camels.validateEndpointProperties("cliq:chat/CT_1?rules=lax").getInvalidEnum())
                .containsKey("rules");
    }

    private static JsonNode catalog() throws IOException {
        try (InputStream catalog =
                CliqCatalogTest.class.getResourceAsStream("/META-INF/io/github/camelcliq/cliq.json")) {
            return new ObjectMapper().readTree(catalog);
        }
    }
}
