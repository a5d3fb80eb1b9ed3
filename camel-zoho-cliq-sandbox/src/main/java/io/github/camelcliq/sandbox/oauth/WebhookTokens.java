package io.github.camelcliq.sandbox.oauth;

import java.util.Map;
import java.util.Optional;

/** The webhook tokens: {@code zapikey} in a URL, in place of an access token. Immutable. */
public final class WebhookTokens {

    private final Map<String, Grant> tokens;

    /** @param tokens the tokens with their grants */
    public WebhookTokens(Map<String, Grant> tokens) {
        this.tokens = Map.copyOf(tokens);
    }

    /** Returns the grant of a webhook token; empty for {@code null} or an unknown token. */
    public Optional<Grant> grant(String zapikey) {
        return zapikey == null ? Optional.empty() : Optional.ofNullable(tokens.get(zapikey));
    }
}
