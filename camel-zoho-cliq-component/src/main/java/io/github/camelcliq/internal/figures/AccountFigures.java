package io.github.camelcliq.internal.figures;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/**
 * The figures of an account at one moment. None of them holds a secret.
 *
 * @param at when the figures were read
 * @param account the name of the account
 * @param host the URL that it posts to
 * @param producers the producers that use the account now
 * @param posts the ended posts by outcome, since the start or the last reset; each outcome is there
 * @param refreshes the tokens that the accounts server gave, since the start or the last reset
 * @param underWay posts that have begun and not ended; those that wait are among them
 * @param underWayByRoute the same by the route where their exchange began; posts of no route are not in it
 * @param permits the permits for all posts; {@code null} if the account does not pace
 * @param restrictedPermits the permits for cards, slides and posts into threads; {@code null} if it does not pace
 * @param waiting posts that wait for a permit, of all accounts with the same budget
 * @param maximumQueued how many posts may wait; a further post fails at once
 * @param oldestWait how long the first of them has waited; zero if no post waits
 * @param lockedUntil when Cliq's lock ends; {@code null} without a lock
 * @param tokenExpires when the access token expires; {@code null} if this is not known
 * @param lastFailure the last failed post; {@code null} if no post failed
 * @param credentialTrouble the first failure since there is no token that Cliq accepts; {@code null} if there is no
 *     such failure
 * @param isTroubleRecent whether the last such failure was not long ago
 * @param storeFailure why the store that counts the posts fails; {@code null} if it works
 */
public record AccountFigures(
        Instant at,
        String account,
        String host,
        int producers,
        Map<Outcome, Long> posts,
        long refreshes,
        int underWay,
        Map<String, Integer> underWayByRoute,
        Permits permits,
        Permits restrictedPermits,
        int waiting,
        int maximumQueued,
        Duration oldestWait,
        Instant lockedUntil,
        Instant tokenExpires,
        Failure lastFailure,
        Failure credentialTrouble,
        boolean isTroubleRecent,
        String storeFailure) {

    /** Returns whether the account is locked out. */
    public boolean isLocked() {
        return lockedUntil != null;
    }

    /** Returns whether the account is in use, and its credentials were refused or could not be had not long ago. */
    public boolean isDown() {
        return isTroubleRecent && producers > 0;
    }

    /**
     * The permits of a window.
     *
     * @param configured the limit that is set
     * @param limit the limit now; less than configured while it is narrowed
     * @param left the free permits; a lock holds posts back all the same
     */
    public record Permits(int configured, int limit, int left) {

        public boolean isNarrowed() {
            return limit < configured;
        }
    }

    /**
     * A failure.
     *
     * @param text what Cliq, the accounts server or the network said, without secrets
     */
    public record Failure(Outcome outcome, String text, Instant at) {}
}
