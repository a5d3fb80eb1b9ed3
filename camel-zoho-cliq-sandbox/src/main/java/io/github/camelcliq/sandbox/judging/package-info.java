/**
 * What is wrong with a message: {@link io.github.camelcliq.sandbox.judging.StrictJson} reads it,
 * {@link io.github.camelcliq.sandbox.judging.MessageJudge} judges it, and each
 * {@link io.github.camelcliq.sandbox.judging.Complaint} says one thing. Knows nothing of HTTP.
 */
package io.github.camelcliq.sandbox.judging;
