/**
 * The people, chats, channels, bots and functions of the sandbox's Cliq.
 * {@link io.github.camelcliq.sandbox.organisation.Organisation} holds them all. Knows nothing of HTTP and messages.
 */
package io.github.camelcliq.sandbox.organisation;
