package io.github.camelcliq.allocation;

/** What is measured, in bytes a message, and the most that each may come to. */
enum Figure {
    /** What the HTTP client alone allocates for a post. */
    REFERENCE("a post with the HTTP client alone", Long.MAX_VALUE),
    /** What the component in a route allocates for the same post above that. */
    POST("a post in a route, above that", 3_300),
    /** The same, with exchanges that are used again. */
    POOLED_POST("the same with pooled exchanges", 2_400),
    /** Checking a message that breaks no rule. */
    CHECK("checking the message", 0),
    /** Making JSON of a message. */
    WRITE("writing the message", 2_000);

    private final String label;
    private final long most;

    Figure(String label, long most) {
        this.label = label;
        this.most = most;
    }

    String label() {
        return label;
    }

    long most() {
        return most;
    }
}
