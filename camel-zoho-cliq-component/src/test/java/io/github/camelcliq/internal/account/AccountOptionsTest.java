package io.github.camelcliq.internal.account;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelcliq.CliqAccount;
import io.github.camelcliq.internal.client.AccessToken;
import io.github.camelcliq.internal.client.Credentials;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class AccountOptionsTest {

    /** Otherwise Redis would take a permit back while the post of the slower account is on the wire. */
    @Test
    void accountsThatAreCountedByRedisTogetherGivePostsUpAfterTheSameTime() {
        assertThat(options("redis://localhost", 60).budgetDifferencesTo(options("redis://localhost", 90)))
                .containsExactly("totalTimeout (PT1M here, PT1M30S there)");
        assertThat(options("redis://localhost", 60).budgetDifferencesTo(options("redis://localhost", 60)))
                .isEmpty();
        assertThat(options("memory", 60).budgetDifferencesTo(options("memory", 90)))
                .isEmpty();
    }

    private static AccountOptions options(String store, int totalTimeoutSeconds) {
        CliqAccount account = new CliqAccount();
        account.setPacingStore(store);
        account.setBudgetKey("alerts");
        account.setTotalTimeout(Duration.ofSeconds(totalTimeoutSeconds));
        return new AccountOptions(account, new Credentials.FixedToken(new AccessToken("token"), false), null);
    }
}
