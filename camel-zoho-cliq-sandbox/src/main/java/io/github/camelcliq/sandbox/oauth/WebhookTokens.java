package io.github.camelcliq.sandbox.oauth;

import java.util.Map;
import java.util.Optional;

/** The webhook tokens, {@code zapikey} in a URL, that let post in place of an access token. Immutable. */
public final class WebhookTokens {

    private final Map<String, Grant> tokens;

    /** @param tokens the tokens, and what they allow */
    public WebhookTokens(Map<String, Grant> tokens) {
        this.tokens = Map.copyOf(tokens);
    }

    /** What a webhook token allows; {@code null} is a request without one. */
    public Optional<Grant> grant(String zapikey) {
        return zapikey == null ? Optional.empty() : Optional.ofNullable(tokens.get(zapikey));
    }
}
