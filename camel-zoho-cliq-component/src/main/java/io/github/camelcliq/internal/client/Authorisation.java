package io.github.camelcliq.internal.client;

/**
 * The permission of an account to post: an {@link AccessToken}, or the {@link PostFailure} of posts without a token.
 */
sealed interface Authorisation permits AccessToken, PostFailure {}
