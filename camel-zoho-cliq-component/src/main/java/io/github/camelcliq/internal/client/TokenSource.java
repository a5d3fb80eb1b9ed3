package io.github.camelcliq.internal.client;

import io.vertx.core.Future;

/** The source of the access tokens of one account. Safe for use by many threads; no call blocks. */
interface TokenSource {

    /** The permission to post: an {@link AccessToken}, or the {@link PostFailure} of posts without a token. */
    sealed interface Authorisation permits AccessToken, PostFailure {}

    /** Returns the current token. The future always succeeds. */
    Future<Authorisation> current();

    /** Notes that Cliq refused a token. {@link #current()} then gives another token, or a failure. */
    void refused(AccessToken token, PostFailure refusal);

    /** Notes that Cliq accepted a post with a token. */
    void accepted(AccessToken token);
}
