package io.github.camelcliq;

import io.github.camelcliq.internal.client.PostFailure;

/**
 * The access token is wrong or expired, the accounts server gives none for these credentials, or a scope is missing.
 * The text then names what to check, or the scopes that the references ask for. After a refusal, posts fail unsent with
 * Cliq's status and words until another attempt is possible; the text says when. Not delivered, and not worth another
 * attempt: until somebody mends the credentials, each one most likely ends in the same way.
 */
public final class CliqAuthException extends CliqException {

    CliqAuthException(String target, PostFailure failure) {
        super(target, failure);
    }
}
