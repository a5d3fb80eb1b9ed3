package io.github.camelcliq.client;

import io.vertx.core.Future;

/** Where the access tokens of one account come from. Used from many threads; no call waits. */
interface TokenSource {

    /** The token to post with now. The future always succeeds. */
    Future<Authorisation> current();

    /**
     * Another token than the one that Cliq refused, shared by all who had the same one refused. The future always
     * succeeds; with the refused token itself where there is no other to be had.
     */
    Future<Authorisation> insteadOf(AccessToken refused);

    /** Whether a token may still be posted with, as far as is known: not after Cliq refused it, or its time ran out. */
    default boolean isGood(AccessToken token) {
        return true;
    }

    /** Ends what waits for a token: the application stops. */
    default void stop() {}

    /** A token that is there already: there is no other. */
    static TokenSource of(AccessToken token) {
        Future<Authorisation> same = Future.succeededFuture(token);
        return new TokenSource() {
            @Override
            public Future<Authorisation> current() {
                return same;
            }

            @Override
            public Future<Authorisation> insteadOf(AccessToken refused) {
                return same;
            }
        };
    }
}
