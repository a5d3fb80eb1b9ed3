package io.github.camelcliq;

import io.github.camelcliq.client.PostFailure;

/**
 * The access token is missing, wrong or expired, or lacks a scope; the message names the scopes that the references ask
 * for.
 */
public final class CliqAuthException extends CliqException {

    CliqAuthException(String target, PostFailure failure) {
        super(target, failure);
    }
}
