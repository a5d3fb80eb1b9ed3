package io.github.camelcliq.sandbox.state;

import io.github.camelcliq.sandbox.organisation.CliqUser;
import io.github.camelcliq.sandbox.organisation.Organisation;

/** Finds the person who clicks or votes. */
public final class People {

    private People() {}

    /**
     * Returns the person of a ZUID or email.
     *
     * @param user a ZUID or an email; empty is the organisation's first person
     * @throws IllegalArgumentException if there is no such person
     */
    public static CliqUser named(Organisation organisation, String user) {
        return user.isEmpty()
                ? organisation.users().get(0)
                : organisation
                        .user(user)
                        .orElseThrow(() -> new IllegalArgumentException(
                                "There is no such user in the organisation; a user is named by id or email."));
    }
}
