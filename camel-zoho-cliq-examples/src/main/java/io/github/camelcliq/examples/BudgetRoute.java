package io.github.camelcliq.examples;

import static io.github.camelcliq.message.Emotion.POSITIVE;

import io.github.camelcliq.CliqException;
import io.github.camelcliq.message.Button;
import io.github.camelcliq.message.Card;
import io.github.camelcliq.message.CliqMessage;
import io.github.camelcliq.message.Confirmation;
import java.util.Locale;
import java.util.Map;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;

/** A proposed budget becomes a card with a button that asks for confirmation and remarks. */
final class BudgetRoute extends RouteBuilder {

    /** Where it is posted. */
    static final String CHAT = "CT_1203304812000146098_55622663-B2";

    private final Outcomes outcomes;

    BudgetRoute(Outcomes outcomes) {
        this.outcomes = outcomes;
    }

    @Override
    public void configure() {
        onException(CliqException.class).handled(true).process(outcomes::refused);

        from("file:{{demo.events}}?fileName=budget-proposed.json&noop=true&initialDelay=0")
                .routeId("budget")
                .unmarshal()
                .json()
                .process(BudgetRoute::askForApproval)
                .to("cliq:chat/" + CHAT)
                .process(outcomes::posted);
    }

    private static void askForApproval(Exchange exchange) {
        Map<?, ?> event = exchange.getMessage().getBody(Map.class);
        Map<?, ?> approval = (Map<?, ?>) event.get("approval");
        exchange.getMessage()
                .setBody(message(
                        (String) event.get("quarter"),
                        (String) event.get("department"),
                        (String) approval.get("function"),
                        (String) approval.get("owner")));
    }

    private static CliqMessage message(String quarter, String department, String function, String owner) {
        return CliqMessage.text("The " + quarter + " " + department + " budget is ready for review.")
                .card(Card.modernInline(quarter + " Budget Proposal"))
                .hint("Please review the allocation details before approval.")
                .button(Button.labelled("Approve Budget")
                        .key("approve_budget_" + quarter.toLowerCase(Locale.ROOT))
                        .invoke(function, owner)
                        .confirm(Confirmation.titled("Finalize Budget Approval")
                                .description("Please provide approval remarks before proceeding.")
                                .input("Enter approval remarks")
                                .emotion(POSITIVE)
                                .buttonLabel("Confirm Approval")
                                .cancelButtonLabel("Review Again")
                                .mandatory(true)))
                .build();
    }
}
