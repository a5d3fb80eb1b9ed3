package io.github.camelcliq.internal.client;

/**
 * An OAuth access token of a Cliq user. Its {@code toString} shows no part of the secret, so a log line that prints it
 * leaks nothing.
 *
 * @param secret the text of the token, for requests, for the application that supplied it, and to mask it in texts
 */
public record AccessToken(String secret) implements TokenSource.Authorisation {

    /** @throws IllegalArgumentException if the text cannot be a token; its message does not show the text */
    public AccessToken {
        String complaint = complaintAbout(secret);
        if (complaint != null) {
            throw new IllegalArgumentException("the access token " + complaint);
        }
    }

    /**
     * Returns why a text cannot be a token; {@code null} if it can. This check runs first, since the HTTP client would
     * quote a header value that it cannot send.
     */
    public static String complaintAbout(String secret) {
        if (secret == null || secret.isBlank()) {
            return "is missing";
        }
        return secret.chars().allMatch(c -> c > ' ' && c <= '~')
                ? null
                : "has characters that no token has, such as a line break at its end";
    }

    @Override
    public String toString() {
        return "xxxxxx";
    }
}
