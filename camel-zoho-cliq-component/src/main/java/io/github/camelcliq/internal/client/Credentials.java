package io.github.camelcliq.internal.client;

import io.github.camelcliq.client.AccessTokenSupplier;
import java.util.List;
import java.util.Objects;

/**
 * The credentials of an account, of one of five kinds. No {@code toString} shows a secret. Each kind lists its secrets,
 * to mask them in other texts.
 */
public sealed interface Credentials {

    /** Returns the values that identify the account. They go into a digest only. */
    List<String> identity();

    /** Returns the secrets, to mask them in texts. */
    List<String> secrets();

    /** A refresh token and its client. It gives access tokens until it is revoked. */
    record RefreshToken(String refreshToken, String clientId, String clientSecret) implements Credentials {

        public RefreshToken {
            Objects.requireNonNull(refreshToken, "refreshToken");
            Objects.requireNonNull(clientId, "clientId");
            Objects.requireNonNull(clientSecret, "clientSecret");
        }

        @Override
        public List<String> identity() {
            return List.of("refresh", refreshToken, clientId, clientSecret);
        }

        @Override
        public List<String> secrets() {
            return List.of(refreshToken, clientSecret, clientId);
        }

        @Override
        public String toString() {
            return "refresh token";
        }
    }

    /**
     * A client that posts in its own name. This was seen to work for messages of bots.
     *
     * @param soid the organisation, {@code ZohoCliq.{org id}}, if the accounts server asks for it; otherwise
     *     {@code null}
     */
    record ClientCredentials(String clientId, String clientSecret, String scope, String soid) implements Credentials {

        public ClientCredentials {
            Objects.requireNonNull(clientId, "clientId");
            Objects.requireNonNull(clientSecret, "clientSecret");
            Objects.requireNonNull(scope, "scope");
        }

        @Override
        public List<String> identity() {
            return List.of("client", clientId, clientSecret, scope, soid == null ? "" : soid);
        }

        @Override
        public List<String> secrets() {
            return List.of(clientSecret, clientId);
        }

        @Override
        public String toString() {
            return "client credentials";
        }
    }

    /** An access token that cannot be refreshed. */
    record StaticToken(String accessToken) implements Credentials {

        public StaticToken {
            Objects.requireNonNull(accessToken, "accessToken");
        }

        @Override
        public List<String> identity() {
            return List.of("token", accessToken);
        }

        @Override
        public List<String> secrets() {
            return List.of(accessToken);
        }

        @Override
        public String toString() {
            return "access token";
        }
    }

    /** A webhook token, which goes into the query instead of a header. */
    record WebhookToken(String zapikey) implements Credentials {

        public WebhookToken {
            Objects.requireNonNull(zapikey, "zapikey");
        }

        @Override
        public List<String> identity() {
            return List.of("zapikey", zapikey);
        }

        @Override
        public List<String> secrets() {
            return List.of(zapikey);
        }

        @Override
        public String toString() {
            return "webhook token";
        }
    }

    /** Access tokens that the application supplies. */
    record SuppliedToken(AccessTokenSupplier supplier) implements Credentials {

        public SuppliedToken {
            Objects.requireNonNull(supplier, "supplier");
        }

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
