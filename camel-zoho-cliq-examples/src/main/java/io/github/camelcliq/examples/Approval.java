package io.github.camelcliq.examples;

import io.github.camelcliq.message.Card;
import io.github.camelcliq.message.CliqMessage;
import io.github.camelcliq.webhook.FunctionCall;
import io.github.camelcliq.webhook.FunctionReply;

/**
 * Somebody's approval of the Q4 budget. What they typed is data: it is never pasted into JSON, and stands in texts as a
 * plain line.
 *
 * @param by the name of who approved
 * @param email their address; empty where Cliq does not say
 * @param remark what they typed into the confirmation; empty where they typed nothing
 */
record Approval(String by, String email, String remark) {

    private static final int MAX_NAME_LENGTH = 100;
    private static final int MAX_REMARK_LENGTH = 500;

    /** The approval that a click is. */
    static Approval of(FunctionCall click) {
        String name = PlainLine.of(click.user().displayName(), MAX_NAME_LENGTH);
        return new Approval(
                name.isEmpty() ? "somebody" : name,
                PlainLine.of(click.user().email(), MAX_NAME_LENGTH),
                PlainLine.of(click.input(), MAX_REMARK_LENGTH));
    }

    /** What the clicked message becomes: without its button, so that nobody approves twice. */
    FunctionReply edit() {
        return FunctionReply.edit(CliqMessage.text("Approved by " + by + remarked())
                .card(Card.modernInline("Q4 Budget Proposal"))
                .build());
    }

    /** What those read who keep the books. */
    CliqMessage receipt() {
        String whose = email.isEmpty() ? "" : " (" + email + ")";
        return CliqMessage.text("The Q4 budget is approved by " + by + whose + remarked())
                .build();
    }

    private String remarked() {
        return remark.isEmpty() ? "." : ", remark: " + remark;
    }
}
