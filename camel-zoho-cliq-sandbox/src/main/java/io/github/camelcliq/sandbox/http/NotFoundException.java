package io.github.camelcliq.sandbox.http;

/** Somebody named a message, a button or an option that there is not. Its text is a sentence for them. */
public final class NotFoundException extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    public NotFoundException(String sentence) {
        super(sentence);
    }
}
