package io.github.camelcliq.sandbox;

/** Somebody named a message, a button or an option that there is not. Its text is a sentence for them. */
final class NoSuchThingException extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    NoSuchThingException(String sentence) {
        super(sentence);
    }
}
