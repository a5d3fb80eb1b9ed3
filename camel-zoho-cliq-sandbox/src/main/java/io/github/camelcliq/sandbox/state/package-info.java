/** What one sandbox remembers: messages, requests, chats, votes, and the events that tell of them. */
package io.github.camelcliq.sandbox.state;
