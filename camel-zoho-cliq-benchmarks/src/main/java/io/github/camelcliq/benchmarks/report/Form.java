package io.github.camelcliq.benchmarks.report;

import java.util.Locale;

/** How long a measurement takes, and whether it is worth telling. */
public enum Form {
    /** What stands in the guide. */
    FULL,
    /** To try it. */
    SHORT;

    /** @param name full or short */
    public static Form of(String name) {
        return valueOf(name.toUpperCase(Locale.ROOT));
    }
}
