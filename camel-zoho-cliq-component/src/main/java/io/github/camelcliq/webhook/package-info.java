/**
 * A click coming in: what Cliq calls a function with, whether it is Cliq that calls, and what a function may answer.
 *
 * <p>Knows the JDK, Jackson and the messages, and nothing else; every type is safe to share between threads unless it
 * is a builder.
 */
package io.github.camelcliq.webhook;
