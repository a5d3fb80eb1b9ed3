package io.github.camelcliq.sandbox.click;

/** How a click ended. */
public enum ClickStatus {

    /** Something is shown. */
    SHOWN("shown"),

    /** The click could not be delivered, or Cliq could not show its answer. */
    FAILED("failed"),

    /** The function did not answer in time. */
    TIMED_OUT("timed-out"),

    /** The function has nothing to show. */
    NOTHING("nothing"),

    /** The confirmation requires a text, and none was typed. The click was not delivered. */
    REFUSED("refused"),

    /** A late answer to the {@code response_url} is shown. */
    LATE("late");

    private final String label;

    ClickStatus(String label) {
        this.label = label;
    }

    /** Returns the status as the control API writes it, such as {@code timed-out}. */
    public String label() {
        return label;
    }
}
