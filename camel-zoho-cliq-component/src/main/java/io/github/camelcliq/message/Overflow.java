package io.github.camelcliq.message;

/** What happens to a message that has more than Cliq takes: longer texts, more buttons, rows or slides. */
public enum Overflow {
    /** Each excess is a violation. */
    FAIL,
    /**
     * The message is cut to what Cliq takes, and remarks say what was cut. See
     * {@link io.github.camelcliq.message.rules.MessageRules#fit}.
     */
    FIT
}
