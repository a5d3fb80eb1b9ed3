package io.github.camelcliq.client;

import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpHeaders;
import java.util.Optional;

/**
 * What many requests say besides their bodies, in the form in which it is written.
 *
 * @param authorization the value of the header with the token, a secret; empty for none
 */
record RequestHeaders(CharSequence userAgent, CharSequence contentType, Optional<CharSequence> authorization) {

    static RequestHeaders of(String userAgent, String contentType, Optional<String> authorization) {
        return new RequestHeaders(
                HttpHeaders.createOptimized(userAgent),
                HttpHeaders.createOptimized(contentType),
                authorization.map(HttpHeaders::createOptimized));
    }

    void putOn(HttpClientRequest request) {
        request.putHeader(HttpHeaders.USER_AGENT, userAgent).putHeader(HttpHeaders.CONTENT_TYPE, contentType);
        if (authorization.isPresent()) {
            request.putHeader(HttpHeaders.AUTHORIZATION, authorization.get());
        }
    }

    /** Shows no secret. */
    @Override
    public String toString() {
        return contentType.toString();
    }
}
