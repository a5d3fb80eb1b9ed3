package io.github.camelcliq;

import io.github.camelcliq.client.PostFailure;

/**
 * The access token is wrong or expired, the accounts server gives none for these credentials, or a scope is missing;
 * the text then names the scopes that the references ask for. Not delivered, and not worth another attempt.
 */
public final class CliqAuthException extends CliqException {

    CliqAuthException(String target, PostFailure failure) {
        super(target, failure);
    }
}
