package io.github.camelcliq;

/** How a request is verified to come from Cliq. */
public enum Verification {
    /** By its signature, with the public key of the extension that the function belongs to. */
    SIGNATURE,
    /** By a secret in a header or query parameter. It is part of the function's execution URL. */
    SHARED_SECRET,
    /** Not verified: every request to the path counts as Cliq's. */
    NONE
}
