package io.github.camelcliq.docs;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.apache.camel.Exchange;
import org.junit.jupiter.api.Test;

/** The README's route in Java and its route in YAML post the same message. */
class ReadmeTest {

    private static final String CHAT = "CT_1203304812000146098_55622663-B2";

    @Test
    void theJavaRoutePosts() throws Exception {
        try (LocalCliqApplication application = new LocalCliqApplication(new RouteExamples.Budget())) {
            assertThat(posted(application)).isEqualTo(message());
        }
    }

    @Test
    void theYamlRoutePostsTheSame() throws Exception {
        try (LocalCliqApplication application = new LocalCliqApplication()) {
            application.addYaml(Page.readme().code("yaml").stream()
                    .filter(yaml -> yaml.contains("uri: direct:budget"))
                    .findFirst()
                    .orElseThrow());

            assertThat(posted(application)).isEqualTo(message());
        }
    }

    private static JsonNode posted(LocalCliqApplication application) throws Exception {
        Exchange exchange = application.send("direct:budget", null);

        assertThat(exchange.getException()).isNull();
        assertThat(application.cliq().messages(CHAT)).hasSize(1);
        return new ObjectMapper()
                .readTree(application.cliq().messages(CHAT).get(0).json());
    }

    private static JsonNode message() throws Exception {
        return new ObjectMapper().readTree("""
                {"text": "The Q4 marketing budget is ready for review.",
                 "card": {"title": "Q4 Budget Proposal", "theme": "modern-inline"},
                 "buttons": [
                   {"label": "Approve Budget", "type": "+", "key": "approve_budget_q4",
                    "action": {"type": "invoke.function",
                               "data": {"name": "approve_q4_budget", "owner": "finance@zylker.com"},
                               "confirm": {"title": "Finalize Budget Approval", "input": "Enter approval remarks",
                                           "button_label": "Confirm Approval"}}}]}""");
    }
}
