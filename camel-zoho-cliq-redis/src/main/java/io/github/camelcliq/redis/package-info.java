/**
 * Counts of posts in Redis, for several JVMs that post as the same Cliq user. Not a public API: the option
 * {@code pacingStore} of an account uses it.
 */
package io.github.camelcliq.redis;
