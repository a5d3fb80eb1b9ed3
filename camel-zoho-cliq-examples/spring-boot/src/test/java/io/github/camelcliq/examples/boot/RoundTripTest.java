package io.github.camelcliq.examples.boot;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelcliq.sandbox.ReceivedMessage;
import io.github.camelcliq.sandbox.Sandbox;
import io.github.camelcliq.sandbox.click.Click;
import io.github.camelcliq.sandbox.click.ClickOutcome;
import io.github.camelcliq.sandbox.click.Shown;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** The whole way round: an event is posted, somebody clicks, the message is edited, and a receipt is posted. */
@ClickedApplication
@ExtendWith(OutputCaptureExtension.class)
class RoundTripTest {

    @Autowired
    private Sandbox sandbox;

    @Autowired
    private LocalCliq cliq;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "application/json                  | {}                  | 400 | required: quarter is absent",
                "application/json                  | no JSON             | 400 | broken JSON",
                "application/json                  |                     | 400 | required: quarter is absent",
                "application/x-www-form-urlencoded | {\"quarter\": \"Q4\"} | 415 |",
                "multipart/form-data               | {\"quarter\": \"Q4\"} | 415 |",
                "                                  | {\"quarter\": \"Q4\"} | 415 |",
            })
    void aBodyThatIsNoBudgetIsTheMistakeOfTheSender(
            String contentType, String body, int status, String reason, CapturedOutput log) throws Exception {
        HttpResponse<String> answer = cliq.post(contentType, body == null ? "" : body, "/budgets");

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(answer.body()).contains(reason == null ? "" : reason).doesNotContain("\tat ");
        assertThat(log).doesNotContain("\tat ");
    }

    @Test
    void aBudgetIsApprovedInTheChat() throws Exception {
        HttpResponse<String> answer = cliq.post("budget-proposed.json", "/budgets");

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        ReceivedMessage proposal =
                sandbox.messages("CT_1203304812000146098_55622663-B2").get(0);
        assertThat(proposal.json())
                .contains("The Q4 marketing budget is ready for review.", "Q4 Budget Proposal", "Approve Budget");

        ClickOutcome outcome = sandbox.click(
                Click.on(proposal.id(), "approve_budget_q4").typing("Within the plan, 'naturally': \"5\" €."));

        assertThat(outcome.shown().kind()).as("%s", outcome).isEqualTo(Shown.Kind.EDIT);
        assertThat(sandbox.message(proposal.id()).orElseThrow().currentJson())
                .contains("approved by Zoë, remark: Within the plan, 'naturally': \\\"5\\\" €.");
        List<ReceivedMessage> receipts = sandbox.messages("CT_1203304812000146098_55622663-B3");
        assertThat(receipts)
                .singleElement()
                .satisfies(receipt ->
                        assertThat(receipt.json()).contains("zoe.fisher@zylker.com approved the Q4 budget."));
    }
}
