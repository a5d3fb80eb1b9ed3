package io.github.camelcliq;

/** How a request is known to be Cliq's. */
public enum Verification {
    /** By its signature, with the public key of the extension that the function belongs to. */
    SIGNATURE,
    /** By a secret in a header or query parameter, since it stands in the function's execution URL. */
    SHARED_SECRET,
    /** Not at all: whoever reaches the path is believed. */
    NONE
}
