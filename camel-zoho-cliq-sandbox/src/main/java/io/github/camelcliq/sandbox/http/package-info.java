/**
 * What the sandbox needs of HTTP and knows nothing of Cliq: bodies, responses, the address it listens on, and who may
 * call it.
 */
package io.github.camelcliq.sandbox.http;
