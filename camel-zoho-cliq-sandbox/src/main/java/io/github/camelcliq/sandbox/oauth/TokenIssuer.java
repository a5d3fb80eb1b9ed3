package io.github.camelcliq.sandbox.oauth;

import java.time.InstantSource;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * Gives out access tokens for refresh tokens and client credentials, as the accounts help says. If the help names no
 * error for a case, it uses that of RFC 6749. Safe from any thread.
 */
public final class TokenIssuer {

    private static final String REFRESH_TOKEN = "refresh_token";
    private static final String CLIENT_CREDENTIALS = "client_credentials";

    private final InstantSource clock;
    private final AccessTokens accessTokens;
    private final Map<String, OAuthClient> clients = new HashMap<>();
    private final Set<String> revoked = new HashSet<>();
    private final TokenQuota quota = new TokenQuota();
    private final TokenRules initial;
    private TokenRules rules;

    /**
     * @param clock times the quota
     * @param accessTokens keeps the tokens that are given out
     * @param clients the registered clients
     * @param initial the rules at the start, and after a {@link #reset()}
     */
    public TokenIssuer(
            InstantSource clock, AccessTokens accessTokens, Collection<OAuthClient> clients, TokenRules initial) {
        this.clock = clock;
        this.accessTokens = accessTokens;
        this.initial = Objects.requireNonNull(initial, "rules");
        this.rules = initial;
        clients.forEach(client -> this.clients.put(client.id(), client));
    }

    /** Returns the grant type for the journal; {@code null} if the sandbox does not know it. */
    public static String shownGrantType(Map<String, String> parameters) {
        String grantType = parameters.get("grant_type");
        return REFRESH_TOKEN.equals(grantType) || CLIENT_CREDENTIALS.equals(grantType) ? grantType : null;
    }

    /** Answers a token request with these parameters. */
    public synchronized TokenAnswer answer(Map<String, String> parameters) {
        String grantType = shownGrantType(parameters);
        if (grantType == null) {
            return refusal("unsupported_grant_type");
        }
        OAuthClient client = clients.get(parameters.get("client_id"));
        if (client == null) {
            return refusal("invalid_client");
        }
        return REFRESH_TOKEN.equals(grantType) ? refresh(client, parameters) : forClient(client, parameters);
    }

    /** Sets the rules. Tokens that were given out keep their lifetime. */
    public synchronized void rules(TokenRules others) {
        rules = Objects.requireNonNull(others, "rules");
    }

    /** Returns the rules in force. */
    public synchronized TokenRules rules() {
        return rules;
    }

    /**
     * Revokes a refresh token. Access tokens that were got with it stay valid (our choice: the reference does not say).
     *
     * @throws IllegalArgumentException if no client has it
     */
    public synchronized void revoke(String refreshToken) {
        if (clients.values().stream().noneMatch(client -> client.refreshTokens().containsKey(refreshToken))) {
            throw new IllegalArgumentException("no client has that refresh token");
        }
        revoked.add(refreshToken);
    }

    /** Forgets revocations and counts. The rules of the start hold again. */
    public synchronized void reset() {
        revoked.clear();
        quota.reset();
        rules = initial;
    }

    private TokenAnswer refresh(OAuthClient client, Map<String, String> parameters) {
        String refreshToken = parameters.get(REFRESH_TOKEN);
        Grant grant = client.refreshTokens().get(refreshToken);
        String origin = REFRESH_TOKEN + " " + refreshToken;
        // a request with a wrong secret counts too, since it names the refresh token (our choice)
        if (grant != null && !quota.take(origin, clock.instant(), rules)) {
            return TokenAnswer.tooOften(rules);
        }
        if (!client.hasSecret(parameters.get("client_secret"))) {
            return refusal("invalid_client_secret");
        }
        if (grant == null || revoked.contains(refreshToken)) {
            return refusal("invalid_code");
        }
        return token(grant, origin, grant.scopes());
    }

    private TokenAnswer forClient(OAuthClient client, Map<String, String> parameters) {
        // counted by the client, since there is no refresh token (our choice)
        String origin = CLIENT_CREDENTIALS + " " + client.id();
        if (!quota.take(origin, clock.instant(), rules)) {
            return TokenAnswer.tooOften(rules);
        }
        if (!client.hasSecret(parameters.get("client_secret"))) {
            return refusal("invalid_client_secret");
        }
        Optional<Grant> own = client.own();
        if (own.isEmpty()) {
            return refusal("unauthorized_client");
        }
        if (!client.isOrganisation(parameters.get("soid"))) {
            return refusal("missing_org_info");
        }
        Set<String> scopes = Scopes.parsed(parameters.getOrDefault("scope", ""));
        if (scopes.isEmpty() || !own.get().scopes().containsAll(scopes)) {
            return refusal("invalid_scope");
        }
        return token(own.get(), origin, scopes);
    }

    private TokenAnswer token(Grant grant, String origin, Set<String> scopes) {
        Grant narrowed = new Grant(grant.user(), scopes, grant.ofClient());
        return TokenAnswer.token(accessTokens.issue(narrowed, origin, rules), grant, scopes, rules);
    }

    private TokenAnswer refusal(String error) {
        return TokenAnswer.refusal(error, rules);
    }
}
