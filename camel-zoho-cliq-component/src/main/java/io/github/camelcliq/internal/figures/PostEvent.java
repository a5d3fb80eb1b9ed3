package io.github.camelcliq.internal.figures;

import io.github.camelcliq.message.TargetKind;
import java.time.Duration;

/**
 * The end of a post.
 *
 * @param account the name of the account
 * @param kind the kind of target
 * @param outcome how the post ended
 * @param waited how long it waited for its permit, or for the refusal of one
 * @param duration the time from the permit to the end; zero without a permit
 */
public record PostEvent(String account, TargetKind kind, Outcome outcome, Duration waited, Duration duration) {}
