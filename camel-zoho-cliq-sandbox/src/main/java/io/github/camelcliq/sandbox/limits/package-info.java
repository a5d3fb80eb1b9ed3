/**
 * How often a Cliq user may post: {@link io.github.camelcliq.sandbox.limits.Limits} says it,
 * {@link io.github.camelcliq.sandbox.limits.Budget} shows where a user stands. Knows nothing of HTTP.
 */
package io.github.camelcliq.sandbox.limits;
