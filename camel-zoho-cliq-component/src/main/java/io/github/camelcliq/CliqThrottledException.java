package io.github.camelcliq;

import io.github.camelcliq.client.PostFailure;

/**
 * Too many posts: Cliq refused the message because a limit of rate was exceeded. Worth another attempt after
 * {@link #getRetryAfter()}.
 */
public final class CliqThrottledException extends CliqException {

    CliqThrottledException(String target, PostFailure failure) {
        super(target, failure);
    }
}
