package io.github.camelcliq.internal.client;

import io.github.camelcliq.client.AccessTokenSupplier;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The credentials of an account. No {@code toString} shows a secret. Each kind lists its secrets, to mask them in other
 * texts.
 */
public sealed interface Credentials {

    /** Returns the values that identify the account. They go into a digest only. */
    List<String> identity();

    /** Returns the secrets, to mask them in texts. */
    List<String> secrets();

    /**
     * Credentials for which the accounts server gives access tokens.
     *
     * @param form the fields of the request for a token, by the names of Zoho's OAuth page
     */
    record Grant(Map<String, String> form) implements Credentials {

        /** A refresh token and its client. It gives access tokens until it is revoked. */
        public static Grant refreshToken(String refreshToken, String clientId, String clientSecret) {
            return new Grant(new TreeMap<>(Map.of(
                    "grant_type", "refresh_token",
                    "client_id", clientId,
                    "client_secret", clientSecret,
                    "refresh_token", refreshToken)));
        }

        /**
         * A client that posts in its own name. This was seen to work for messages of bots.
         *
         * @param soid the organisation, {@code ZohoCliq.{org id}}, if the accounts server asks for it; otherwise
         *     {@code null}
         */
        public static Grant client(String clientId, String clientSecret, String scope, String soid) {
            Map<String, String> form = new TreeMap<>(Map.of(
                    "grant_type", "client_credentials",
                    "client_id", clientId,
                    "client_secret", clientSecret,
                    "scope", scope));
            if (soid != null) {
                form.put("soid", soid);
            }
            return new Grant(form);
        }

        public String clientSecret() {
            return form.get("client_secret");
        }

        @Override
        public List<String> identity() {
            return form.entrySet().stream().map(Object::toString).toList();
        }

        @Override
        public List<String> secrets() {
            return Stream.of("refresh_token", "client_secret", "client_id")
                    .filter(form::containsKey)
                    .map(form::get)
                    .toList();
        }

        @Override
        public String toString() {
            return form.get("grant_type");
        }
    }

    /**
     * A token that cannot be refreshed.
     *
     * @param isWebhookToken whether it goes into the query as {@code zapikey}, and not into a header
     */
    record FixedToken(AccessToken token, boolean isWebhookToken) implements Credentials {

        @Override
        public List<String> identity() {
            return List.of(isWebhookToken ? "zapikey" : "token", token.secret());
        }

        @Override
        public List<String> secrets() {
            return List.of(token.secret());
        }
    }

    /** Access tokens that the application supplies. */
    record SuppliedToken(AccessTokenSupplier supplier) implements Credentials {

        @Override
        public List<String> identity() {
            return List.of("supplier", Integer.toHexString(System.identityHashCode(supplier)));
        }

        @Override
        public List<String> secrets() {
            return List.of();
        }

        @Override
        public String toString() {
            return "access token supplier";
        }
    }
}
