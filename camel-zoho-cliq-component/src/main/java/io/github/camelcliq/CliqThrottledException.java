package io.github.camelcliq;

import io.github.camelcliq.internal.client.PostFailure;

/**
 * Too many posts: Cliq refused the message because a limit of rate was exceeded, or it was not sent so that none is:
 * its turn would come too late, too many wait already, a lock is in force, or the accounts server was asked for tokens
 * too often ({@link #getHttpResponseCode()} is then 0). Never delivered, and worth another attempt after
 * {@link #getRetryAfter()}.
 */
public final class CliqThrottledException extends CliqException {

    CliqThrottledException(String target, PostFailure failure) {
        super(target, failure);
    }
}
