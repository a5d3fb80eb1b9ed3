package io.github.camelcliq.internal.client;

import io.vertx.core.buffer.Buffer;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The request of an account to the token endpoint of Zoho's accounts server (Zoho's OAuth page). It is a form, so that
 * no secret is in a URL.
 */
final class TokenGrant {

    private TokenGrant() {}

    static Buffer form(Credentials.RefreshToken refresh) {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("grant_type", "refresh_token");
        fields.put("client_id", refresh.clientId());
        fields.put("client_secret", refresh.clientSecret());
        fields.put("refresh_token", refresh.refreshToken());
        return encoded(fields);
    }

    static Buffer form(Credentials.ClientCredentials client) {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("grant_type", "client_credentials");
        fields.put("client_id", client.clientId());
        fields.put("client_secret", client.clientSecret());
        fields.put("scope", client.scope());
        if (client.soid() != null) {
            fields.put("soid", client.soid());
        }
        return encoded(fields);
    }

    private static Buffer encoded(Map<String, String> fields) {
        return Buffer.buffer(fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&")));
    }
}
