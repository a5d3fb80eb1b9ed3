package io.github.camelcliq.sandbox.organisation;

/** A fact that Cliq tells a function about a click on one of its buttons (functions page: permissions of a handler). */
public enum Permission {

    /** The user who clicked: {@code params.user}. */
    USER,

    /** The chat of the click: {@code params.chat}. */
    CHAT,

    /** The clicked message: {@code params.message}. */
    MESSAGE
}
