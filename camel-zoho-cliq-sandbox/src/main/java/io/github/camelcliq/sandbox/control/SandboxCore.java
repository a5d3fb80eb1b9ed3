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
 * The parts of a sandbox behind its server. They stay while the sandbox is offline.
 *
 * @param chats the places that messages go to
 * @param signer signs clicks
 * @param lateResponses the clicks that may still be answered
 * @param users the Cliq users that have credentials
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

    /** Returns the handler of votes. */
    public VoteHandler votes() {
        return new VoteHandler(state, chats);
    }

    /** @throws IllegalArgumentException if there is no such user */
    public Budget budget(String user) {
        return budgets.budget(known(user));
    }

    /** @throws IllegalArgumentException if there is no such user, or the duration is not more than zero */
    public void lock(String user, Duration duration) {
        budgets.lock(known(user), duration);
        state.events().changed("lock");
    }

    /** Sets other limits. */
    public void limits(Limits others) {
        budgets.limits(others);
        state.events().changed("limits");
    }

    /** Sets everything back to the start, except the clock and the access tokens that were given out. */
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
                    "no credential belongs to such a user; users with credentials are " + new TreeSet<>(users));
        }
        return user;
    }
}
