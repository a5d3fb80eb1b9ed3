package io.github.camelcliq.client;

import io.vertx.core.MultiMap;

/**
 * What an account sends to the token endpoint of Zoho's accounts server (Zoho's OAuth page): a form, so that no secret
 * is in a URL.
 */
final class TokenGrant {

    private TokenGrant() {}

    static MultiMap form(Credentials.RefreshToken refresh) {
        return MultiMap.caseInsensitiveMultiMap()
                .set("grant_type", "refresh_token")
                .set("client_id", refresh.clientId())
                .set("client_secret", refresh.clientSecret())
                .set("refresh_token", refresh.refreshToken());
    }

    static MultiMap form(Credentials.ClientCredentials client) {
        MultiMap form = MultiMap.caseInsensitiveMultiMap()
                .set("grant_type", "client_credentials")
                .set("client_id", client.clientId())
                .set("client_secret", client.clientSecret())
                .set("scope", client.scope());
        return client.soid() == null ? form : form.set("soid", client.soid());
    }
}
