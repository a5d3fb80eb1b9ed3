package io.github.camelcliq.sandbox.http;

/** A request names a message, a button or an option that does not exist. The text is a sentence for the sender. */
public final class NotFoundException extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    public NotFoundException(String sentence) {
        super(sentence);
    }
}
