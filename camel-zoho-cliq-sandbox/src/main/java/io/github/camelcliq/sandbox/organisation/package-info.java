/**
 * Who and what there is in the sandbox's Cliq: people, chats, channels, bots and functions.
 * {@link io.github.camelcliq.sandbox.organisation.Organisation} holds them all. Knows nothing of HTTP, and nothing of
 * messages.
 */
package io.github.camelcliq.sandbox.organisation;
