/**
 * A local Cliq to develop and test against: {@link io.github.camelcliq.sandbox.Sandbox} takes messages over HTTP and
 * judges them by rules of its own, written from Cliq's references.
 */
package io.github.camelcliq.sandbox;
