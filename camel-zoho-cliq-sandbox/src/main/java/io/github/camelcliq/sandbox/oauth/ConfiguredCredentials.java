package io.github.camelcliq.sandbox.oauth;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The credentials that a sandbox is configured to accept, or the defaults. */
public final class ConfiguredCredentials {

    public static final String DEFAULT_ACCESS_TOKEN = "sandbox-token";
    public static final String DEFAULT_USER = "sandbox-user";
    public static final String DEFAULT_CLIENT_ID = "sandbox-client";
    public static final String DEFAULT_CLIENT_SECRET = "sandbox-secret";
    public static final String DEFAULT_REFRESH_TOKEN = "sandbox-refresh-token";

    private final Map<String, Grant> defaultTokens = new LinkedHashMap<>();
    private final Map<String, Grant> moreTokens = new LinkedHashMap<>();
    private final Map<String, Grant> zapikeys = new LinkedHashMap<>();
    private final List<OAuthClient> clients = new ArrayList<>();

    public ConfiguredCredentials() {
        replaceDefaultTokens(DEFAULT_ACCESS_TOKEN);
    }

    public void replaceDefaultTokens(String first, String... more) {
        Map<String, Grant> tokens = new LinkedHashMap<>();
        tokens.put(notBlank("an access token", first), Grant.of(DEFAULT_USER, Scopes.ALL));
        for (String token : more) {
            tokens.put(notBlank("an access token", token), Grant.of(DEFAULT_USER, Scopes.ALL));
        }
        defaultTokens.clear();
        defaultTokens.putAll(tokens);
    }

    public void dropDefaultTokens() {
        defaultTokens.clear();
    }

    public void addToken(String user, String token, String... scopes) {
        moreTokens.put(notBlank("an access token", token), Grant.of(notBlank("a user", user), Scopes.named(scopes)));
    }

    public void addZapikey(String user, String zapikey) {
        zapikeys.put(notBlank("a webhook token", zapikey), Grant.of(notBlank("a user", user), Scopes.ALL));
    }

    public void addClient(OAuthClient client) {
        clients.add(client);
    }

    public Map<String, Grant> accessTokens() {
        Map<String, Grant> tokens = new LinkedHashMap<>(defaultTokens);
        tokens.putAll(moreTokens);
        return tokens;
    }

    public Map<String, Grant> zapikeys() {
        return zapikeys;
    }

    public List<OAuthClient> clients() {
        return clients.isEmpty() ? List.of(defaultClient()) : List.copyOf(clients);
    }

    /** Returns the users that have credentials, and always the default user of the control API. */
    public Set<String> users() {
        Set<String> users = new HashSet<>(Set.of(DEFAULT_USER));
        accessTokens().values().forEach(grant -> users.add(grant.user()));
        zapikeys.values().forEach(grant -> users.add(grant.user()));
        clients().forEach(client -> users.addAll(client.users()));
        return Set.copyOf(users);
    }

    private static OAuthClient defaultClient() {
        return OAuthClient.of(DEFAULT_CLIENT_ID, DEFAULT_CLIENT_SECRET)
                .refreshToken(DEFAULT_REFRESH_TOKEN, DEFAULT_USER)
                .clientCredentials(DEFAULT_USER);
    }

    private static String notBlank(String what, String text) {
        if (text.isBlank()) {
            throw new IllegalArgumentException(what + " must not be blank");
        }
        return text;
    }
}
