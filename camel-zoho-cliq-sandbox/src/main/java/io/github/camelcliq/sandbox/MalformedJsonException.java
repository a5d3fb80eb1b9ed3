package io.github.camelcliq.sandbox;

/** A body is not the JSON that Cliq takes. Says where and why, never what was read. */
final class MalformedJsonException extends Exception {

    private static final long serialVersionUID = 1L;

    private final transient Complaint complaint;

    MalformedJsonException(String pointer, String text) {
        super(text, null, false, false);
        this.complaint = new Complaint(pointer, text);
    }

    Complaint complaint() {
        return complaint;
    }
}
