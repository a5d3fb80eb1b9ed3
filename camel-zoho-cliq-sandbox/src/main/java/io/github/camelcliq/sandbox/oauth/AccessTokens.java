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

/** The access tokens that let post: those configured, and those given out. Safe from any thread. */
public final class AccessTokens {

    private static final Set<String> SCHEMES = Set.of("bearer", "zoho-oauthtoken");

    private final InstantSource clock;
    private final Map<String, Grant> configured;
    private final Map<String, Issued> issued = new LinkedHashMap<>();
    private boolean configuredExpired;

    /**
     * @param clock what the lives of tokens are timed by
     * @param configured tokens that live until they are told to expire, and what they allow
     */
    public AccessTokens(InstantSource clock, Map<String, Grant> configured) {
        this.clock = clock;
        this.configured = new HashMap<>(configured);
    }

    /** What an {@code Authorization} header allows, nothing where it is {@code null} or names no token that lives. */
    public Optional<Grant> grant(String authorization) {
        if (authorization == null) {
            return Optional.empty();
        }
        int space = authorization.indexOf(' ');
        boolean known =
                space > 0 && SCHEMES.contains(authorization.substring(0, space).toLowerCase(Locale.ROOT));
        return known ? live(authorization.substring(space + 1).strip()) : Optional.empty();
    }

    /** All access tokens that live now expire, those configured included; these come back with a reset. */
    public synchronized void expireAll() {
        configuredExpired = true;
        issued.clear();
    }

    /** The configured tokens live again; those given out live on. */
    public synchronized void reset() {
        configuredExpired = false;
    }

    /**
     * Gives out a token.
     *
     * @param origin what it is given out for: so many tokens of one origin live at once, one more kills the oldest
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

    /** As Zoho's look: 1000, and twice 32 hexadecimal digits. */
    private static String newToken() {
        return "1000." + hexadecimal() + "." + hexadecimal();
    }

    private static String hexadecimal() {
        return UUID.randomUUID().toString().replace("-", "");
    }

    private record Issued(Grant grant, String origin, Instant end) {}
}
