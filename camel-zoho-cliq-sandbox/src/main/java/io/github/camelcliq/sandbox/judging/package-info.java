/**
 * The rules for messages: {@link io.github.camelcliq.sandbox.judging.StrictJson} reads it,
 * {@link io.github.camelcliq.sandbox.judging.MessageJudge} judges it, and each
 * {@link io.github.camelcliq.sandbox.judging.Complaint} names one error or doubtful point. Knows nothing of HTTP.
 */
package io.github.camelcliq.sandbox.judging;
