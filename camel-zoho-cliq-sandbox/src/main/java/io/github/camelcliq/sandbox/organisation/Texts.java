package io.github.camelcliq.sandbox.organisation;

/** Checks names and ids of an organisation. */
final class Texts {

    private Texts() {}

    static void requireText(String what, String text) {
        if (text == null || text.isBlank()) {
            throw new IllegalArgumentException(what + " must not be blank");
        }
    }

    static String orEmpty(String text) {
        return orElse(text, "");
    }

    static String orElse(String text, String otherwise) {
        return text == null || text.isBlank() ? otherwise : text;
    }
}
