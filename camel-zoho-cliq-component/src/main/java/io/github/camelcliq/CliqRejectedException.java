package io.github.camelcliq;

import io.github.camelcliq.internal.client.PostFailure;

/**
 * Cliq refused the message for good: it is malformed or forbidden, the chat is unknown, or the answer is a redirect. Or
 * an HTTP proxy refused the connection; {@link #getHttpResponseCode()} is then the proxy's status, such as 407. The
 * message is not delivered, and the same message gets the same answer again.
 */
public final class CliqRejectedException extends CliqException {

    CliqRejectedException(String target, PostFailure failure) {
        super(target, failure);
    }
}
