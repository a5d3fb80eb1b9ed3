package io.github.camelcliq.sandbox.click;

/** How a click ended. */
public enum ClickStatus {

    /** Something is shown. */
    SHOWN("shown"),

    /** It could not be delivered, or was answered with something that Cliq could not show. */
    FAILED("failed"),

    /** The function did not answer in time. */
    TIMED_OUT("timed-out"),

    /** The function has nothing to show. */
    NOTHING("nothing"),

    /** The confirmation wants something typed, and nothing was: nothing was delivered. */
    REFUSED("refused"),

    /** What is shown came later, to the {@code response_url}. */
    LATE("late");

    private final String label;

    ClickStatus(String label) {
        this.label = label;
    }

    /** The status as the control API writes it, such as {@code timed-out}. */
    public String label() {
        return label;
    }
}
