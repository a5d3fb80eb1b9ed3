/**
 * A local Cliq to develop and test against: {@link io.github.camelcliq.sandbox.Sandbox} takes messages over HTTP and
 * judges them by rules of its own, written from Cliq's references; it gives out access tokens, counts posts against
 * limits, and fails as it is told to. The packages below hold what knows nothing of HTTP.
 */
package io.github.camelcliq.sandbox;
