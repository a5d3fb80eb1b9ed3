package io.github.camelcliq.sandbox.oauth;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * A client that is registered with the sandbox, with its refresh tokens and client credentials. Immutable.
 * {@code toString} shows no secret.
 *
 * <pre>{@code
 * OAuthClient.of("client-id", "client-secret")
 *         .refreshToken("ann's refresh token", "ann")
 *         .refreshToken("bob's refresh token", "bob", "ZohoCliq.Webhooks.CREATE")
 * }</pre>
 */
public final class OAuthClient {

    private final String id;
    private final String secret;
    private final Map<String, Grant> refreshTokens;
    private final Grant own;
    private final String soid;

    private OAuthClient(String id, String secret, Map<String, Grant> refreshTokens, Grant own, String soid) {
        this.id = id;
        this.secret = secret;
        this.refreshTokens = refreshTokens;
        this.own = own;
        this.soid = soid;
    }

    /** Returns a client without refresh tokens and client credentials. */
    public static OAuthClient of(String id, String secret) {
        return new OAuthClient(notBlank(id), notBlank(secret), Map.of(), null, null);
    }

    /**
     * Returns this client with one more refresh token.
     *
     * @param user the Cliq user who posts with its access tokens
     * @param scopes their scopes; none gives them all scopes that posts may need
     */
    public OAuthClient refreshToken(String token, String user, String... scopes) {
        Map<String, Grant> more = new LinkedHashMap<>(refreshTokens);
        more.put(notBlank(token), Grant.of(notBlank(user), Scopes.named(scopes)));
        return new OAuthClient(id, secret, more, own, soid);
    }

    /**
     * Returns this client with the permission to use {@code client_credentials}.
     *
     * @param user the Cliq user whose budget its posts use
     * @param scopes the scopes it may ask for; none allows all scopes that posts may need
     */
    public OAuthClient clientCredentials(String user, String... scopes) {
        Grant forItself = new Grant(notBlank(user), Scopes.named(scopes), true);
        return new OAuthClient(id, secret, refreshTokens, forItself, soid);
    }

    /**
     * Returns this client with an organisation, which it must name with {@code client_credentials}.
     *
     * @param organisation the parameter {@code soid}, such as {@code ZohoCliq.123456456}
     */
    public OAuthClient soid(String organisation) {
        return new OAuthClient(id, secret, refreshTokens, own, notBlank(organisation));
    }

    /** Returns the users who post with its access tokens. */
    public Set<String> users() {
        Set<String> users = new HashSet<>();
        refreshTokens.values().forEach(grant -> users.add(grant.user()));
        own().ifPresent(grant -> users.add(grant.user()));
        return users;
    }

    String id() {
        return id;
    }

    boolean hasSecret(String given) {
        return secret.equals(given);
    }

    Map<String, Grant> refreshTokens() {
        return refreshTokens;
    }

    Optional<Grant> own() {
        return Optional.ofNullable(own);
    }

    boolean isOrganisation(String given) {
        return soid == null || soid.equals(given);
    }

    private static String notBlank(String text) {
        if (Objects.requireNonNull(text).isBlank()) {
            throw new IllegalArgumentException("ids, secrets, tokens and users must not be blank");
        }
        return text;
    }

    @Override
    public String toString() {
        return "a client with " + refreshTokens.size() + " refresh tokens"
                + (own == null ? "" : " and client credentials");
    }
}
