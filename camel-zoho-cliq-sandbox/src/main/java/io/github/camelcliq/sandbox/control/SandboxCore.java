package io.github.camelcliq.sandbox.control;

import io.github.camelcliq.sandbox.SandboxClock;
import io.github.camelcliq.sandbox.click.ClickSigner;
import io.github.camelcliq.sandbox.fault.FaultInjector;
import io.github.camelcliq.sandbox.function.LateResponses;
import io.github.camelcliq.sandbox.limits.Budget;
import io.github.camelcliq.sandbox.limits.Limits;
import io.github.camelcliq.sandbox.limits.UserBudgets;
import io.github.camelcliq.sandbox.oauth.AccessTokens;
import io.github.camelcliq.sandbox.oauth.TokenIssuer;
import io.github.camelcliq.sandbox.oauth.WebhookTokens;
import io.github.camelcliq.sandbox.state.ChatDirectory;
import io.github.camelcliq.sandbox.state.SandboxState;
import io.github.camelcliq.sandbox.state.VoteHandler;
import java.time.Duration;
import java.util.Set;
import java.util.TreeSet;

/**
 * Everything of one sandbox that its server serves, and that outlives it while the sandbox is offline.
 *
 * @param chats where messages go
 * @param signer signs clicks
 * @param lateResponses the clicks that may still be answered
 * @param users the Cliq users that some credential belongs to
 */
public record SandboxCore(
        SandboxClock clock,
        SandboxState state,
        UserBudgets budgets,
        AccessTokens accessTokens,
        WebhookTokens webhookTokens,
        TokenIssuer issuer,
        FaultInjector faults,
        FaultInjector tokenFaults,
        ChatDirectory chats,
        ClickSigner signer,
        LateResponses lateResponses,
        Set<String> users) {

    /** Where people vote. */
    public VoteHandler votes() {
        return new VoteHandler(state, chats);
    }

    /** @throws IllegalArgumentException if there is no such user */
    public Budget budget(String user) {
        return budgets.budget(known(user));
    }

    /** @throws IllegalArgumentException if there is no such user, or the lock is none */
    public void lock(String user, Duration duration) {
        budgets.lock(known(user), duration);
        state.events().changed("lock");
    }

    /** Sets other limits. */
    public void limits(Limits others) {
        budgets.limits(others);
        state.events().changed("limits");
    }

    /** As after the start, but for the clock and the access tokens that were given out. */
    public void reset() {
        state.reset();
        faults.reset();
        tokenFaults.reset();
        budgets.reset();
        accessTokens.reset();
        issuer.reset();
        chats.reset();
        lateResponses.reset();
        state.events().changed("reset");
    }

    private String known(String user) {
        if (!users.contains(user)) {
            throw new IllegalArgumentException(
                    "no credential belongs to such a user; there are " + new TreeSet<>(users));
        }
        return user;
    }
}
