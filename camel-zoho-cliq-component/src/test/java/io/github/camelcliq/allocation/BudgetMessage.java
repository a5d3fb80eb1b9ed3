package io.github.camelcliq.allocation;

import io.github.camelcliq.message.Button;
import io.github.camelcliq.message.Card;
import io.github.camelcliq.message.CliqMessage;
import io.github.camelcliq.message.Confirmation;
import io.github.camelcliq.message.Emotion;
import io.github.camelcliq.message.MessageJson;
import io.github.camelcliq.message.RecipientsField;

/** The message that is measured with, of 650 bytes: a card, and a button that asks for confirmation. */
final class BudgetMessage {

    private BudgetMessage() {}

    static CliqMessage typed() {
        return CliqMessage.text("The Q4 marketing budget is ready for review, and needs your approval by Friday.")
                .card(Card.modernInline("Q4 Budget Proposal"))
                .button(Button.labelled("Approve Budget")
                        .key("approve_budget_q4")
                        .invoke("approve_q4_budget", "finance@zylker.com")
                        .confirm(Confirmation.titled("Finalize Budget Approval")
                                .description("Please provide approval remarks before proceeding.")
                                .input("Enter approval remarks")
                                .emotion(Emotion.POSITIVE)
                                .buttonLabel("Confirm Approval")
                                .cancelButtonLabel("Review Again")
                                .mandatory(true)))
                .hint("Please review the allocation details before approval.")
                .build();
    }

    /** Its JSON in UTF-8. */
    static byte[] json() {
        return MessageJson.write(typed(), RecipientsField.USER_IDS);
    }
}
