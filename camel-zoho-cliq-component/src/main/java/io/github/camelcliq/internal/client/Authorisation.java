package io.github.camelcliq.internal.client;

/**
 * Whether an account may post: an {@link AccessToken}, or the {@link PostFailure} that posts end with as long as there
 * is none.
 */
sealed interface Authorisation permits AccessToken, PostFailure {}
