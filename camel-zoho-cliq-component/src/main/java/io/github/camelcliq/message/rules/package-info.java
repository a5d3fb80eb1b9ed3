/**
 * The rules that a message must keep before it is sent, and the fitting of messages that are too long.
 *
 * <p>An application uses {@link io.github.camelcliq.message.rules.MessageRules} and the records that it returns.
 */
package io.github.camelcliq.message.rules;
