package io.github.camelcliq;

import io.github.camelcliq.internal.client.PostFailure;

/**
 * Cliq was not reachable, did not answer in time, or failed. Or its answer does not show whether it has the message,
 * such as the web page of a proxy. Or the accounts server is down, so that there is no token. Or the application stops,
 * see {@link #isStopping()}. Another attempt can succeed, but check {@link #getDelivery()} first: Cliq may have the
 * message.
 */
public final class CliqUnavailableException extends CliqException {

    CliqUnavailableException(String target, PostFailure failure) {
        super(target, failure);
    }
}
