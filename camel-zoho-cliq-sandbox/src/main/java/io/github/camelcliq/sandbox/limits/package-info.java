/**
 * How often a Cliq user may post: {@link io.github.camelcliq.sandbox.limits.Limits} sets it,
 * {@link io.github.camelcliq.sandbox.limits.Budget} shows what a user has used. Knows nothing of HTTP.
 */
package io.github.camelcliq.sandbox.limits;
