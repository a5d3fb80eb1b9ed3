package io.github.camelcliq.sandbox.oauth;

import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** The access tokens that posts may have: configured tokens, and tokens that were given out. Safe from any thread. */
public final class AccessTokens {

    private static final Set<String> SCHEMES = Set.of("bearer", "zoho-oauthtoken");

    private final InstantSource clock;
    private final Map<String, Grant> configured;
    private final Map<String, Issued> issued = new LinkedHashMap<>();
    private boolean configuredExpired;

    /**
     * @param clock times the lifetimes of tokens
     * @param configured tokens that stay valid until {@link #expireAll()}, with their grants
     */
    public AccessTokens(InstantSource clock, Map<String, Grant> configured) {
        this.clock = clock;
        this.configured = new HashMap<>(configured);
    }

    /**
     * Returns the grant of an {@code Authorization} header; empty if the header is {@code null} or has no valid token.
     */
    public Optional<Grant> grant(String authorization) {
        if (authorization == null) {
            return Optional.empty();
        }
        int space = authorization.indexOf(' ');
        boolean known =
                space > 0 && SCHEMES.contains(authorization.substring(0, space).toLowerCase(Locale.ROOT));
        return known ? live(authorization.substring(space + 1).strip()) : Optional.empty();
    }

    /** Lets all access tokens expire, including the configured ones. A reset makes those valid again. */
    public synchronized void expireAll() {
        configuredExpired = true;
        issued.clear();
    }

    /** Makes the configured tokens valid again. Tokens that were given out stay valid. */
    public synchronized void reset() {
        configuredExpired = false;
    }

    /**
     * Gives out a token.
     *
     * @param origin the refresh token or client that it is given out for. The number of valid tokens of one origin is
     *     limited; one more ends the oldest
     */
    synchronized String issue(Grant grant, String origin, TokenRules rules) {
        Instant now = clock.instant();
        issued.values().removeIf(token -> !token.end().isAfter(now));
        List<String> siblings = issued.entrySet().stream()
                .filter(token -> token.getValue().origin().equals(origin))
                .map(Map.Entry::getKey)
                .toList();
        int tooMany = siblings.size() - rules.liveTokens() + 1;
        siblings.stream().limit(Math.max(0, tooMany)).forEach(issued::remove);
        String token = newToken();
        issued.put(token, new Issued(grant, origin, now.plus(rules.lifetime())));
        return token;
    }

    private synchronized Optional<Grant> live(String token) {
        if (!configuredExpired && configured.containsKey(token)) {
            return Optional.of(configured.get(token));
        }
        return Optional.ofNullable(issued.get(token))
                .filter(found -> found.end().isAfter(clock.instant()))
                .map(Issued::grant);
    }

    /** Returns a token that looks like Zoho's: 1000, and twice 32 hexadecimal digits. */
    private static String newToken() {
        return "1000." + hexadecimal() + "." + hexadecimal();
    }

    private static String hexadecimal() {
        return UUID.randomUUID().toString().replace("-", "");
    }

    private record Issued(Grant grant, String origin, Instant end) {}
}
