package io.github.camelcliq;

import io.github.camelcliq.internal.client.PostFailure;

/**
 * Too many posts. Cliq refused the message because a rate limit was exceeded. Or the component did not send it: its
 * turn would come too late, too many posts wait, earlier posts are unknown, a lock is in force, or the accounts server
 * got too many token requests. Then {@link #getHttpResponseCode()} is 0. The message is not delivered. Another attempt
 * can succeed after {@link #getRetryAfter()}.
 */
public final class CliqThrottledException extends CliqException {

    CliqThrottledException(String target, PostFailure failure) {
        super(target, failure);
    }
}
