package io.github.camelcliq.benchmarks.endurance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.github.camelcliq.benchmarks.endurance.MessageAccounts.Balance;
import io.github.camelcliq.benchmarks.endurance.MessageAccounts.Told;
import java.util.List;
import org.junit.jupiter.api.Test;

/** No message gets lost in the accounts. */
class MessageAccountsTest {

    private final MessageAccounts accounts = new MessageAccounts();

    @Test
    void everyMessageIsCounted() {
        send("a-1", Told.DELIVERED);
        send("a-2", Told.NOT_DELIVERED);
        send("a-3", Told.UNKNOWN);
        send("a-4", Told.UNKNOWN);

        Balance balance = accounts.balance(List.of("a-1", "a-3"));

        balance.check();
        assertThat(balance.once()).isEqualTo(2);
        assertThat(balance.absent()).isEqualTo(2);
        assertThat(balance.notDelivered()).isOne();
        assertThat(balance.unknown()).containsExactly("a-3: accepted", "a-4: not accepted");
    }

    @Test
    void aLostMessageIsFound() {
        send("a-1", Told.DELIVERED);

        assertUnaccounted("a-1 was told DELIVERED, accepted 0 times");
    }

    @Test
    void anArrivalAgainstTheSendersKnowledgeIsFound() {
        send("a-1", Told.NOT_DELIVERED);

        assertUnaccounted("a-1 was told NOT_DELIVERED, accepted 1 times", "a-1");
    }

    @Test
    void aDoubledMessageIsFoundUnlessItMayComeAgain() {
        send("a-1", Told.DELIVERED);
        send("a-2", Told.DELIVERED);
        accounts.mayComeAgain("a-2");

        assertThat(accounts.balance(List.of("a-1", "a-1", "a-2", "a-2")).doubled())
                .isEqualTo(2);
        assertUnaccounted("a-1 was told DELIVERED, accepted 2 times", "a-1", "a-1", "a-2", "a-2");
    }

    @Test
    void aMessageWithoutAnOutcomeIsFound() {
        accounts.sent("a-1");

        assertThat(accounts.open()).isOne();
        assertUnaccounted("a-1 was told nothing, accepted 1 times", "a-1");
    }

    @Test
    void anOutcomeThatComesTwiceIsFound() {
        send("a-1", Told.UNKNOWN);
        accounts.told("a-1", Told.DELIVERED);

        assertUnaccounted("a-1 was told DELIVERED after UNKNOWN", "a-1");
    }

    @Test
    void aMessageThatNobodySentIsFound() {
        assertUnaccounted("a-1 was accepted and never sent", "a-1");
    }

    private void send(String id, Told told) {
        accounts.sent(id);
        accounts.told(id, told);
    }

    private void assertUnaccounted(String sentence, String... accepted) {
        assertThatIllegalStateException()
                .isThrownBy(() -> accounts.balance(List.of(accepted)).check())
                .withMessage("not accounted for: " + sentence);
    }
}
