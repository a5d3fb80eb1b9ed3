package io.github.camelcliq;

import io.github.camelcliq.internal.client.PostFailure;

/**
 * Cliq could not be reached, did not answer in time or failed itself; or its answer does not say what became of the
 * message, such as a web page of something in between; or there is no token, since the accounts server is down; or the
 * application stops (the code is then {@code stopping}). Worth another attempt, but see {@link #getDelivery()}: Cliq
 * may have the message.
 */
public final class CliqUnavailableException extends CliqException {

    CliqUnavailableException(String target, PostFailure failure) {
        super(target, failure);
    }
}
