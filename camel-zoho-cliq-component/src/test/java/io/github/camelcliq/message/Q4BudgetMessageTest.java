package io.github.camelcliq.message;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelcliq.message.json.MessageJson;
import io.github.camelcliq.message.json.MessageReader;
import io.github.camelcliq.message.json.ReadMessage;
import io.github.camelcliq.message.rules.MessageRules;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** The reference's own confirmation example, as a person writes it in Java. */
class Q4BudgetMessageTest {

    private final CliqMessage message = CliqMessage.text("The Q4 marketing budget is ready for review.")
            .card(Card.modernInline("Q4 Budget Proposal"))
            .hint("Please review the allocation details before approval.")
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
            .build();

    @Test
    void isTheReferencesExampleToTheLetter() {
        assertThat(Documents.written(message)).isEqualTo(Documents.file("q4-budget.json"));
    }

    @Test
    void isReadFromTheReferencesExample() {
        ReadMessage reading = MessageReader.read(Documents.file("q4-budget.json"));

        assertThat(reading.violations()).isEmpty();
        assertThat(reading.message()).isEqualTo(message);
    }

    @Test
    void breaksNoRule() {
        for (TargetKind kind : TargetKind.values()) {
            assertThat(MessageRules.DEFAULT.check(message, kind)).isEmpty();
        }
    }

    @Test
    void isWrittenInAStableOrder() {
        assertThat(new String(MessageJson.write(message, RecipientsField.USER_IDS), StandardCharsets.UTF_8))
                .isEqualTo("{\"text\":\"The Q4 marketing budget is ready for review.\","
                        + "\"card\":{\"title\":\"Q4 Budget Proposal\",\"theme\":\"modern-inline\"},"
                        + "\"buttons\":[{\"label\":\"Approve Budget\",\"type\":\"+\",\"key\":\"approve_budget_q4\","
                        + "\"action\":{\"type\":\"invoke.function\","
                        + "\"data\":{\"name\":\"approve_q4_budget\",\"owner\":\"finance@zylker.com\"},"
                        + "\"confirm\":{\"title\":\"Finalize Budget Approval\","
                        + "\"description\":\"Please provide approval remarks before proceeding.\","
                        + "\"input\":\"Enter approval remarks\",\"emotion\":\"positive\","
                        + "\"button_label\":\"Confirm Approval\",\"cancel_button_label\":\"Review Again\","
                        + "\"mandatory\":\"true\"}}}],"
                        + "\"hint\":\"Please review the allocation details before approval.\"}");
    }
}
