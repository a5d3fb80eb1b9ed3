package io.github.camelcliq.client;

/**
 * An OAuth access token of a Cliq user. Its text shows no part of the secret, so that it can stand in a log by
 * accident.
 */
public final class AccessToken {

    private final String secret;

    /** @throws IllegalArgumentException if the text can be no token; its message does not show the text */
    public AccessToken(String secret) {
        String complaint = complaintAbout(secret);
        if (complaint != null) {
            throw new IllegalArgumentException("the access token " + complaint);
        }
        this.secret = secret;
    }

    /**
     * Says what keeps a text from being a token, or {@code null} where nothing does. Checked here, since the HTTP
     * client would quote a header value that it cannot send.
     */
    public static String complaintAbout(String secret) {
        if (secret == null || secret.isBlank()) {
            return "is missing";
        }
        return secret.chars().allMatch(c -> c > ' ' && c <= '~')
                ? null
                : "has characters that no token has, such as a line break at its end";
    }

    /** The value of the {@code Authorization} header, the scheme as the REST reference has it. */
    String authorization() {
        return "Bearer " + secret;
    }

    /** The text without the secret, should an answer repeat it. */
    String maskedIn(String text) {
        return text.replace(secret, "xxxxxx");
    }

    @Override
    public String toString() {
        return "xxxxxx";
    }
}
