package io.github.camelcliq.sandbox.judging;

/** How the sandbox judges points on which Zoho's pages and a live organisation differ. */
public enum Fidelity {

    /**
     * As the references say: unknown keys pass, buttons may stand inside a card, recipients are named by either field.
     */
    REFERENCE,

    /**
     * As a live organisation was seen to answer: an unknown key, {@code card.buttons} and {@code user_ids} are refused
     * with the code {@code extra_key_found}; a v2 channel post as a bot needs the scope
     * {@code ZohoCliq.Channels.UPDATE}, and tokens of {@code client_credentials} are refused for v2 channel posts, with
     * the code {@code oauthtoken_scope_invalid}.
     */
    LIVE
}
