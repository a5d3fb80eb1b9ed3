package io.github.camelcliq.internal.figures;

import io.github.camelcliq.message.TargetKind;
import java.time.Duration;

/**
 * The end of a post.
 *
 * @param account the name of the account
 * @param kind the kind of target
 * @param outcome how the post ended
 * @param waited the time until its last permit, or until the refusal of one
 * @param duration the time from the last permit to the end; zero without a permit
 */
public record PostEvent(String account, TargetKind kind, Outcome outcome, Duration waited, Duration duration) {}
