package io.github.camelcliq.internal.post.template;

/** A template cannot be had, cannot be parsed, or cannot make a message of an event. */
public final class TemplateException extends Exception {

    private static final long serialVersionUID = 1L;

    private final String place;

    TemplateException(String message) {
        this(message, "", null);
    }

    /** @param place where in the template, such as {@code " (line 3, column 7)"}; empty if it is not known */
    TemplateException(String message, String place, Throwable cause) {
        super(message, cause);
        this.place = place;
    }

    /** Returns where in the template: empty, or a place that begins with a space. */
    public String place() {
        return place;
    }
}
