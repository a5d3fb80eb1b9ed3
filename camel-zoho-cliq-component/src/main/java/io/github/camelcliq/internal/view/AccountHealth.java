package io.github.camelcliq.internal.view;

import io.github.camelcliq.internal.figures.AccountFigures;
import io.github.camelcliq.internal.figures.AccountMonitor;
import java.util.Map;

/**
 * The health of an account. It is DOWN after Cliq refused its credentials, or no token could be had. It is UP again
 * after a post or a request for a token succeeds, at the latest five minutes after the last failure. A lock, failed
 * posts and a store that fails are details.
 */
final class AccountHealth extends FigureCheck<AccountFigures> {

    private final AccountMonitor account;

    AccountHealth(AccountMonitor account) {
        super("cliq:" + account.name());
        this.account = account;
    }

    @Override
    AccountFigures figures() {
        return account.figures();
    }

    @Override
    Map<String, Object> details(AccountFigures figures) {
        return Details.of(figures);
    }

    @Override
    String trouble(AccountFigures figures) {
        return figures.isDown()
                ? "account " + figures.account() + ": "
                        + figures.credentialTrouble().text()
                : null;
    }
}
