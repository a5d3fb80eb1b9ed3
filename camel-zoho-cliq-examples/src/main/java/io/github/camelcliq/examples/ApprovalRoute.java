package io.github.camelcliq.examples;

import io.github.camelcliq.CliqException;
import io.github.camelcliq.webhook.FunctionCall;
import io.github.camelcliq.webhook.FunctionReply;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;

/**
 * A click on the button of {@link BudgetRoute} posts a receipt to the finance channel, and is answered with an edit of
 * the clicked message. A live Cliq may refuse to edit a message that was posted over REST: there
 * {@link FunctionReply#message} is the safe answer.
 */
final class ApprovalRoute extends RouteBuilder {

    /** What the button invokes. */
    static final String FUNCTION = "approve_q4_budget";

    private static final String APPROVAL = "approval";
    private static final FunctionReply NO_RECEIPT =
            FunctionReply.failure("Nothing is approved, since the receipt could not be posted.");

    private final Outcomes outcomes;

    ApprovalRoute(Outcomes outcomes) {
        this.outcomes = outcomes;
    }

    @Override
    public void configure() {
        onException(CliqException.class)
                .handled(true)
                .setBody(failed -> NO_RECEIPT)
                .process(outcomes::answered);

        from("cliq:function/" + FUNCTION)
                .routeId("approve")
                .process(ApprovalRoute::read)
                .setBody(click -> approval(click).receipt())
                .to("cliq:channel/finance")
                .setBody(click -> approval(click).edit())
                .process(outcomes::answered);
    }

    private static void read(Exchange click) {
        click.setProperty(APPROVAL, Approval.of(click.getMessage().getBody(FunctionCall.class)));
    }

    private static Approval approval(Exchange click) {
        return click.getProperty(APPROVAL, Approval.class);
    }
}
