package io.github.camelcliq.internal.account;

import io.github.camelcliq.CliqAccount;

/**
 * How operators see an account: by its own name, or by its component, data centre and a short digest.
 *
 * @param name the name of the account, or of its component
 * @param isComponent whether the account has no name of its own
 */
public record AccountName(String name, boolean isComponent) {

    /** The part of a digest that is shown: enough to tell accounts apart, and too little to find a secret. */
    private static final int SHOWN = 8;

    public static AccountName of(String account) {
        return new AccountName(account, false);
    }

    public static AccountName ofComponent(String component) {
        return new AccountName(component, true);
    }

    /** @param digest the digest of hosts and credentials */
    String shown(CliqAccount account, String digest) {
        return isComponent ? withDigest(name + "-" + account.getDataCenter(), digest) : name;
    }

    static String withDigest(String name, String digest) {
        return name + "-" + digest.substring(0, SHOWN);
    }
}
