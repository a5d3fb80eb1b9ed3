package io.github.camelcliq.client;

/** The word before the access token in the {@code Authorization} header; Cliq takes both. */
public enum AuthorizationScheme {
    /** As in the REST reference, and the default. */
    BEARER("Bearer"),
    /** As in older references of Zoho's. */
    ZOHO_OAUTHTOKEN("Zoho-oauthtoken");

    private final String headerName;

    AuthorizationScheme(String headerName) {
        this.headerName = headerName;
    }

    /** The word as it stands in the header. */
    public String headerName() {
        return headerName;
    }
}
