package io.github.camelcliq.client;

import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpHeaders;
import java.util.Optional;

/**
 * What a request says besides its body.
 *
 * @param authorization the value of the header with the token, a secret; empty for none
 */
record RequestHeaders(String userAgent, String contentType, Optional<String> authorization) {

    void putOn(HttpClientRequest request) {
        request.putHeader(HttpHeaders.USER_AGENT, userAgent).putHeader(HttpHeaders.CONTENT_TYPE, contentType);
        if (authorization.isPresent()) {
            request.putHeader(HttpHeaders.AUTHORIZATION, authorization.get());
        }
    }

    /** Shows no secret. */
    @Override
    public String toString() {
        return contentType;
    }
}
