/**
 * What Cliq accepts: messages as immutable records, their JSON, and the rules they must keep before anything is sent.
 *
 * <p>Knows the JDK and Jackson and nothing else; every type is safe to share between threads unless it is a builder.
 */
package io.github.camelcliq.message;
