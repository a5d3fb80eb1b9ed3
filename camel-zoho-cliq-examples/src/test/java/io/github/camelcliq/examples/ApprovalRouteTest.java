package io.github.camelcliq.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.camelcliq.sandbox.Fault;
import io.github.camelcliq.sandbox.ReceivedMessage;
import io.github.camelcliq.sandbox.Sandbox;
import io.github.camelcliq.webhook.FunctionCall;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Clicks on "Approve Budget", with remarks that are not as nice as the demo's. */
class ApprovalRouteTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String APPROVED = "Approved by Scott Fisher";
    private static final String RECEIPT = "The Q4 budget is approved by Scott Fisher (scott.fisher@zylker.com)";

    @TempDir
    static Path noEvents;

    private static final ByteArrayOutputStream OUT = new ByteArrayOutputStream();
    private static Sandbox cliq;
    private static DemoApplication application;

    @BeforeAll
    static void start() {
        cliq = Sandbox.builder().start();
        application =
                DemoApplication.start(cliq, noEvents, new Outcomes(new PrintStream(OUT, true, StandardCharsets.UTF_8)));
    }

    @AfterAll
    static void stop() {
        application.close();
        cliq.close();
    }

    @BeforeEach
    void forget() {
        cliq.reset();
        OUT.reset();
    }

    static Stream<Arguments> remarks() {
        return Stream.of(
                arguments("Within the plan.", "Within the plan."),
                arguments(
                        "\"}}, {\"type\": \"banner\", \"status\": \"failure\"}",
                        "\"}}, {\"type\": \"banner\", \"status\": \"failure\"}"),
                arguments("{\"text\": \"Denied\"}", "{\"text\": \"Denied\"}"),
                arguments("${body} \\ {{demo.events}}", "${body} \\ {{demo.events}}"),
                arguments("yes\nApproved by Amelia Burrows", "yes Approved by Amelia Burrows"),
                arguments("{@all} [here]($budget)", "{ @all} [here] ($budget)"),
                arguments("y".repeat(20_000), "y".repeat(499) + "…"));
    }

    @ParameterizedTest
    @MethodSource("remarks")
    void aRemarkIsTextInTheEditAndInTheReceipt(String typed, String shown) throws Exception {
        ReceivedMessage proposal = propose();

        JsonNode outcome = press(proposal, typed);

        assertThat(outcome.at("/shown/kind").textValue()).isEqualTo("edit");
        JsonNode edited = JSON.readTree(cliq.messages(BudgetRoute.CHAT).get(0).currentJson());
        assertThat(edited.path("text").textValue()).isEqualTo(APPROVED + ", remark: " + shown);
        assertThat(edited.at("/card/title").textValue()).isEqualTo("Q4 Budget Proposal");
        assertThat(edited).hasSize(2);
        List<ReceivedMessage> receipts = cliq.messages("finance");
        assertThat(receipts).hasSize(1);
        JsonNode receipt = JSON.readTree(receipts.get(0).json());
        assertThat(receipt.path("text").textValue()).isEqualTo(RECEIPT + ", remark: " + shown);
        assertThat(receipt).hasSize(1);
        assertThat(OUT.toString(StandardCharsets.UTF_8).lines())
                .hasSize(2)
                .startsWith("  approve   clicked by scott.fisher@zylker.com, answered with");
    }

    @Test
    void withoutAReceiptNothingIsApproved() throws Exception {
        ReceivedMessage proposal = propose();
        cliq.faults().next(1, Fault.htmlPage(502));

        JsonNode outcome = press(proposal, "Within the plan.");

        assertThat(outcome.at("/shown/kind").textValue()).isEqualTo("banner");
        assertThat(outcome.at("/shown/json/status").textValue()).isEqualTo("failure");
        ReceivedMessage asItWas = cliq.messages(BudgetRoute.CHAT).get(0);
        assertThat(asItWas.currentJson()).isEqualTo(asItWas.json());
        assertThat(cliq.messages("finance")).isEmpty();
        assertThat(OUT.toString(StandardCharsets.UTF_8)).contains("could not be posted");
    }

    @Test
    void whoIsNotNamedIsSomebody() throws Exception {
        Approval approval = Approval.of(FunctionCall.parse("{}".getBytes(StandardCharsets.UTF_8)));

        assertThat(approval.receipt().text()).isEqualTo("The Q4 budget is approved by somebody.");
    }

    /** Posts the budget message of the demo. */
    private static ReceivedMessage propose() throws Exception {
        try (InputStream budget = Demo.class.getResourceAsStream("/expected/budget.json")) {
            application
                    .context()
                    .createProducerTemplate()
                    .sendBody(
                            "cliq:chat/" + BudgetRoute.CHAT, new String(budget.readAllBytes(), StandardCharsets.UTF_8));
        }
        return cliq.messages(BudgetRoute.CHAT).get(0);
    }

    private static JsonNode press(ReceivedMessage proposal, String remark) throws Exception {
        return new Approver(cliq.baseUrl(), Duration.ofMinutes(1)).press(proposal.id(), remark);
    }
}
