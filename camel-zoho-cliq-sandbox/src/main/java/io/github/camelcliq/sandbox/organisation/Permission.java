package io.github.camelcliq.sandbox.organisation;

/** What Cliq tells a function about a click on one of its buttons (functions page: permissions of a handler). */
public enum Permission {

    /** Who clicked: {@code params.user}. */
    USER,

    /** Where: {@code params.chat}. */
    CHAT,

    /** On which message: {@code params.message}. */
    MESSAGE
}
