package io.github.camelcliq.client;

/**
 * The version of Cliq's REST API that a message is posted to; both take the same messages under slightly different
 * paths.
 */
public enum ApiVersion {
    /** {@code /api/v2}, the version the buttons reference documents, and the default. */
    V2("v2"),
    /** {@code /api/v3}, which has no path for posts to a single user. */
    V3("v3");

    private final String segment;

    ApiVersion(String segment) {
        this.segment = segment;
    }

    /** Returns the version in the path: {@code v2} or {@code v3}. */
    public String segment() {
        return segment;
    }
}
