/** The memory of one sandbox: messages, requests, chats, votes, and the events about them. */
package io.github.camelcliq.sandbox.state;
