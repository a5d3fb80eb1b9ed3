/**
 * Clicks: the call of Cliq to a function, the verification of the call, and the answers of a function.
 *
 * <p>Depends on the JDK, Jackson and the messages only. Every type except builders is safe for use by many threads.
 */
package io.github.camelcliq.webhook;
