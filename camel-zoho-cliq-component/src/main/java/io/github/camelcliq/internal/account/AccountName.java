package io.github.camelcliq.internal.account;

import io.github.camelcliq.CliqAccount;

/**
 * How operators see an account: by its own name, or by its component, data centre and a short digest.
 *
 * @param name the name of the account, or of its component
 * @param isComponent whether the account has no name of its own
 */
public record AccountName(String name, boolean isComponent) {

    public static AccountName of(String account) {
        return new AccountName(account, false);
    }

    public static AccountName ofComponent(String component) {
        return new AccountName(component, true);
    }

    /** @param shortKey the short name of hosts and credentials */
    String shown(CliqAccount account, String shortKey) {
        return isComponent ? name + "-" + account.getDataCenter() + "-" + shortKey : name;
    }
}
