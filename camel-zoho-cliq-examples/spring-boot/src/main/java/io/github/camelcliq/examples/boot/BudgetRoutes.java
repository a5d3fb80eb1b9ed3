package io.github.camelcliq.examples.boot;

import io.github.camelcliq.message.Button;
import io.github.camelcliq.message.Card;
import io.github.camelcliq.message.CliqMessage;
import io.github.camelcliq.message.Confirmation;
import io.github.camelcliq.webhook.FunctionCall;
import io.github.camelcliq.webhook.FunctionReply;
import org.apache.camel.builder.RouteBuilder;
import org.springframework.stereotype.Component;

/** A message with a button; the click on it, which edits the message; and a receipt in another chat. */
@Component
class BudgetRoutes extends RouteBuilder {

    @Override
    public void configure() {
        from("timer:q4-budget?repeatCount=1")
                .routeId("propose")
                .setBody(start -> proposal())
                .to("cliq:chat/{{budget.chat}}");

        from("cliq:function/approve_q4_budget")
                .routeId("approve")
                .setProperty("answer")
                .body(FunctionCall.class, BudgetRoutes::approval)
                .setBody(simple("${body.user.email} approved the Q4 budget."))
                .to("cliq:chat/{{budget.receipts}}")
                .setBody(exchangeProperty("answer"));
    }

    private static CliqMessage proposal() {
        return CliqMessage.text("The Q4 marketing budget is ready for review.")
                .card(Card.modernInline("Q4 Budget Proposal"))
                .button(Button.labelled("Approve Budget")
                        .key("approve_budget_q4")
                        .invoke("approve_q4_budget", "finance@zylker.com")
                        .confirm(Confirmation.titled("Finalize Budget Approval")
                                .input("Enter approval remarks")
                                .buttonLabel("Confirm Approval")))
                .build();
    }

    /** Cliq may refuse to edit a message that was posted over REST; a new message is the safe answer. */
    private static FunctionReply approval(FunctionCall click) {
        return FunctionReply.edit(
                "The Q4 marketing budget is approved by " + click.user().firstName() + ", remark: " + click.input());
    }
}
