package io.github.camelcliq.examples;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelcliq.sandbox.Fault;
import io.github.camelcliq.sandbox.click.Click;
import io.github.camelcliq.sandbox.click.ClickOutcome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The example budget-approval, by the commands of its section. */
class BudgetApprovalTest {

    private static final String CHAT = "CT_1203304812000146098_55622663-B2";

    @RegisterExtension
    private static final StartedExample EXAMPLE = StartedExample.start("budget-approval");

    @ParameterizedTest
    @CsvSource({"approve, approved, Approved", "reject, rejected, Rejected"})
    void aDecisionReplacesTheProposalAndPostsAReceipt(String key, String inReceipt, String inEdit) throws Exception {
        assertThat(EXAMPLE.curl(0).statusCode()).isEqualTo(200);
        assertThat(EXAMPLE.messages(CHAT)).singleElement().satisfies(proposal -> {
            assertThat(proposal.get("text").textValue()).isEqualTo("The Q4 marketing budget is ready for review.");
            assertThat(proposal.at("/card/title").textValue()).isEqualTo("Q4 budget proposal B-2026-041");
            assertThat(proposal.at("/card/sections/0/fields/0/value").textValue())
                    .isEqualTo("500,000 USD");
        });

        ClickOutcome outcome = press(key, "\"Within\" the plan, {@all}");

        String text = " by Scott Fisher, remark: \"Within\" the plan, ";
        assertThat(outcome.shown().text()).isEqualTo(inEdit + text + "{@all}");
        assertThat(EXAMPLE.messages(CHAT))
                .singleElement()
                .satisfies(decided -> assertThat(decided)
                        .hasSize(1)
                        .hasToString("{\"text\":\"" + (inEdit + text + "{@all}").replace("\"", "\\\"") + "\"}"));
        assertThat(EXAMPLE.messages("finance"))
                .singleElement()
                .satisfies(receipt -> assertThat(receipt.get("text").textValue())
                        .isEqualTo("Budget *B-2026-041* is " + inReceipt + text + " @all "));
    }

    @Test
    void withoutAReceiptNothingIsDecided() throws Exception {
        EXAMPLE.curl(0);
        EXAMPLE.cliq().faults().next(1, Fault.htmlPage(502));

        ClickOutcome outcome = press("approve", "Within the plan.");

        assertThat(outcome.shown().text()).isEqualTo("Nothing is decided, since the receipt could not be posted.");
        assertThat(EXAMPLE.messages(CHAT).get(0).get("buttons")).hasSize(2);
        assertThat(EXAMPLE.messages("finance")).isEmpty();
    }

    @Test
    void aNumberMayHaveAColon() throws Exception {
        EXAMPLE.post("/budgets", """
                {"number": "EU:Q4:7", "quarter": "Q4", "department": "marketing", "amount": "5 EUR"}""".getBytes());

        String proposal = EXAMPLE.cliq().messages(CHAT).get(0).id();
        EXAMPLE.cliq()
                .click(Click.on(proposal, "approve:EU:Q4:7").typing("Fine.").by("scott.fisher@zylker.com"));

        assertThat(EXAMPLE.messages("finance").get(0).get("text").textValue())
                .startsWith("Budget *EU:Q4:7* is approved by ");
    }

    @Test
    void aBudgetWithoutANumberIsNotPosted() throws Exception {
        var answer = EXAMPLE.post("/budgets", "{\"quarter\": \"Q4\"}".getBytes());

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("required: number is absent");
        EXAMPLE.assertRefused("/budgets", "{}", "[]", "no JSON", "<html>", "");
    }

    private static ClickOutcome press(String key, String remark) {
        String proposal = EXAMPLE.cliq().messages(CHAT).get(0).id();
        return EXAMPLE.cliq()
                .click(Click.on(proposal, key + ":B-2026-041").typing(remark).by("scott.fisher@zylker.com"));
    }
}
