package io.github.camelcliq.internal.client;

import io.github.camelcliq.client.AccessTokenSupplier;
import java.util.List;
import java.util.Objects;

/**
 * What an account shows Cliq so that it may post: one of five kinds. No kind shows a secret in its text, and each can
 * mask its secrets in a text that comes from outside.
 */
public sealed interface Credentials {

    /** What tells this account from others; goes into a digest only. */
    List<String> identity();

    /** The secrets, for masking them in texts. */
    List<String> secrets();

    /**
     * A refresh token and the client it was given to; access tokens are had with it for as long as it is not revoked.
     */
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
     * A client that posts in its own name, as seen to work for messages of bots.
     *
     * @param soid the organisation, {@code ZohoCliq.{org id}}, where the accounts server asks for it; may be
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

    /** An access token that is there already, and cannot be renewed. */
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

    /** A webhook token, which goes into the query in place of a header. */
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

    /** Tokens that the application gets by itself. */
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
