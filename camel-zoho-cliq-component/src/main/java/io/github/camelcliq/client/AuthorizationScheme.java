package io.github.camelcliq.client;

/** The word before the access token in the {@code Authorization} header; Cliq takes both. */
public enum AuthorizationScheme {
    /** As in the REST reference, and the default. */
    BEARER("Bearer"),
    /** As in older references of Zoho. */
    ZOHO_OAUTHTOKEN("Zoho-oauthtoken");

    private final String headerName;

    AuthorizationScheme(String headerName) {
        this.headerName = headerName;
    }

    /** Returns the word in the header. */
    public String headerName() {
        return headerName;
    }
}
