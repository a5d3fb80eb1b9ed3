/**
 * HTTP for the sandbox: bodies, responses, the address it listens on, and its permitted callers. Knows nothing of Cliq.
 */
package io.github.camelcliq.sandbox.http;
