package io.github.camelcliq.sandbox.judging;

/** A body is not the JSON that Cliq takes. The text says where and why, and never quotes the body. */
public final class MalformedJsonException extends Exception {

    private static final long serialVersionUID = 1L;

    private final transient Complaint complaint;

    MalformedJsonException(String pointer, String text) {
        super(text, null, false, false);
        this.complaint = new Complaint(pointer, text);
    }

    /** Returns this error as a complaint. */
    public Complaint complaint() {
        return complaint;
    }
}
