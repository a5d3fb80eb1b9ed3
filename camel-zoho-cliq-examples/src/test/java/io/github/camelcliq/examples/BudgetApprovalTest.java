package io.github.camelcliq.examples;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelcliq.sandbox.click.Click;
import org.junit.jupiter.api.Test;

/** The example budget-approval, by the commands of its section. */
class BudgetApprovalTest {

    private static final String CHAT = "CT_1203304812000146098_55622663-B2";

    @Test
    void aBudgetIsProposedAndApproved() throws Exception {
        try (StartedExample example = StartedExample.start("budget-approval")) {
            assertThat(example.curl(0).statusCode()).isEqualTo(200);

            String proposal = example.cliq().messages(CHAT).get(0).id();
            example.cliq().click(Click.on(proposal, "approve:B-2026-041").typing("Within the plan."));

            assertThat(example.messages(CHAT)).hasSize(1);
        }
    }
}
