package io.github.camelcliq;

import io.github.camelcliq.internal.client.PostFailure;

/**
 * The access token is wrong or expired, the accounts server gives no token for these credentials, or a scope is
 * missing. If the server says which credential is wrong, the text names what to check; for a scope it names those that
 * the references require. After a refusal, later posts fail unsent until another attempt is possible; the text says
 * when. The message is not delivered. Correct the credentials first, since another attempt most likely fails in the
 * same way.
 */
public final class CliqAuthException extends CliqException {

    CliqAuthException(String target, PostFailure failure) {
        super(target, failure);
    }
}
