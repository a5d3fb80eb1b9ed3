package io.github.camelcliq.internal.client;

import io.vertx.core.Future;

/** Where the access tokens of one account come from. Used from many threads; no call waits. */
interface TokenSource {

    /** The token to post with now. The future always succeeds. */
    Future<Authorisation> current();

    /** Hears that Cliq refused a token: {@link #current()} then gives another token, or a failure. */
    void refused(AccessToken token, PostFailure refusal);

    /** Hears that Cliq accepted a post with a token. */
    void accepted(AccessToken token);

    /** Ends what waits for a token: the application stops. */
    default void stop() {}
}
