package io.github.camelcliq.benchmarks.side;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.github.camelcliq.message.Button;
import io.github.camelcliq.message.Card;
import io.github.camelcliq.message.CliqMessage;
import io.github.camelcliq.message.Confirmation;
import io.github.camelcliq.message.Emotion;
import io.github.camelcliq.message.RecipientsField;
import io.github.camelcliq.message.json.MessageJson;
import java.util.List;

/**
 * The message that is posted, of {@value #LENGTH} bytes: a card, and a button that asks for confirmation. As records of
 * an application's own, as those write them who do without the component; {@link #typed()} is the component's.
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record BudgetMessage(String text, Title card, List<Approval> buttons, String hint) {

    /** Bytes of its JSON. */
    static final int LENGTH = 650;

    static final String TEXT = "The Q4 marketing budget is ready for review, and needs your approval by Friday.";
    static final String TITLE = "Q4 Budget Proposal";
    static final String THEME = "modern-inline";
    static final String HINT = "Please review the allocation details before approval.";

    /** The card. */
    record Title(String title, String theme) {}

    /** The button. */
    record Approval(String label, String type, String key, Action action) {}

    /** What the button does. */
    record Action(String type, Function data, Popup confirm) {}

    /** The function that the button calls. */
    record Function(String name, String owner) {}

    /** The popup that asks for confirmation. */
    record Popup(
            String title,
            String description,
            String input,
            String emotion,
            @JsonProperty("button_label") String buttonLabel,
            @JsonProperty("cancel_button_label") String cancelButtonLabel,
            String mandatory) {}

    /** As an application's own records. */
    public static BudgetMessage plain() {
        Popup popup = new Popup(
                "Finalize Budget Approval",
                "Please provide approval remarks before proceeding.",
                "Enter approval remarks",
                "positive",
                "Confirm Approval",
                "Review Again",
                "true");
        Function function = new Function("approve_q4_budget", "finance@zylker.com");
        Approval approval = new Approval(
                "Approve Budget", "+", "approve_budget_q4", new Action("invoke.function", function, popup));
        return new BudgetMessage(TEXT, new Title(TITLE, THEME), List.of(approval), HINT);
    }

    /** The same as the component's own record. */
    public static CliqMessage typed() {
        return CliqMessage.text(TEXT)
                .card(Card.modernInline(TITLE))
                .button(approveButton())
                .hint(HINT)
                .build();
    }

    static Button approveButton() {
        return Button.labelled("Approve Budget")
                .key("approve_budget_q4")
                .invoke("approve_q4_budget", "finance@zylker.com")
                .confirm(Confirmation.titled("Finalize Budget Approval")
                        .description("Please provide approval remarks before proceeding.")
                        .input("Enter approval remarks")
                        .emotion(Emotion.POSITIVE)
                        .buttonLabel("Confirm Approval")
                        .cancelButtonLabel("Review Again")
                        .mandatory(true))
                .build();
    }

    /** Its JSON in UTF-8. */
    static byte[] json() {
        return MessageJson.write(typed(), RecipientsField.USER_IDS);
    }
}
