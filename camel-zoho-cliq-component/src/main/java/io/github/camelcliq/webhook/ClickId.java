package io.github.camelcliq.webhook;

import java.util.HexFormat;

/**
 * What tells one click from another: a hash of the request's body. Byte-identical bodies are the same click, which a
 * proxy or Cliq sends twice (our choice: the references do not say); a person who clicks again makes a new timestamp.
 *
 * @param value the SHA-256 of the body, 64 lower-case hexadecimal digits
 */
public record ClickId(String value) {

    /** The id of the click that this body tells of. */
    public static ClickId of(byte[] body) {
        return new ClickId(HexFormat.of().formatHex(Sha256.of(body)));
    }

    @Override
    public String toString() {
        return value;
    }
}
