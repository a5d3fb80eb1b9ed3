/**
 * Messages as immutable records, their JSON, and the rules that they must keep before they are sent.
 *
 * <p>Depends on the JDK and Jackson only. Every type except builders is safe for use by many threads.
 */
package io.github.camelcliq.message;
