package io.github.camelcliq.webhook;

import java.util.HexFormat;

/**
 * The id of a click: a hash of the request's body. A proxy or Cliq may send a click twice, with identical bytes (our
 * choice: the references do not say). A second click of a person has a new timestamp.
 *
 * @param value the SHA-256 of the body, 64 lower-case hexadecimal digits
 */
public record ClickId(String value) {

    /** Returns the id of the click with this body. */
    public static ClickId of(byte[] body) {
        return new ClickId(HexFormat.of().formatHex(Sha256.of(body)));
    }

    @Override
    public String toString() {
        return value;
    }
}
