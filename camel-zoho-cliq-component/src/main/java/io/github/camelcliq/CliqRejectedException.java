package io.github.camelcliq;

import io.github.camelcliq.internal.client.PostFailure;

/**
 * Cliq refused the message for good: malformed, forbidden, unknown chat, a redirect. Or an HTTP proxy refused the
 * connection; {@link #getHttpResponseCode()} is then the proxy's status, such as 407. Not delivered; the same message
 * gets the same answer.
 */
public final class CliqRejectedException extends CliqException {

    CliqRejectedException(String target, PostFailure failure) {
        super(target, failure);
    }
}
