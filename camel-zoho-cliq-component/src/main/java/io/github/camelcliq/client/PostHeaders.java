package io.github.camelcliq.client;

import java.util.Optional;

/** The headers of posts, made once for each access token. */
final class PostHeaders {

    private static final String JSON = "application/json;charset=UTF-8";

    private final String userAgent;
    private final Credentials credentials;
    private final AuthorizationScheme scheme;
    private volatile Made latest;

    PostHeaders(String userAgent, Credentials credentials, AuthorizationScheme scheme) {
        this.userAgent = userAgent;
        this.credentials = credentials;
        this.scheme = scheme;
    }

    private record Made(AccessToken token, RequestHeaders headers) {}

    RequestHeaders with(AccessToken token) {
        Made made = latest;
        if (made == null || !made.token.equals(token)) {
            made = new Made(token, RequestHeaders.of(userAgent, JSON, authorization(token)));
            latest = made;
        }
        return made.headers;
    }

    /** A webhook token stands in the query. */
    private Optional<String> authorization(AccessToken token) {
        return credentials instanceof Credentials.WebhookToken
                ? Optional.empty()
                : Optional.of(token.authorization(scheme));
    }
}
