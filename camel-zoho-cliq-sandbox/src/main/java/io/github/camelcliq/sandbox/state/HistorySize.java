package io.github.camelcliq.sandbox.state;

/**
 * How many entries of one kind are remembered before the oldest is forgotten.
 *
 * @param entries how many
 * @param bytes how much text they hold in all; a character counts as two bytes, the most that it takes
 */
public record HistorySize(int entries, long bytes) {

    private static final int BYTES_A_CHARACTER = 2;

    /** Refuses sizes below 1. */
    public HistorySize {
        if (entries < 1 || bytes < 1) {
            throw new IllegalArgumentException("a history must have at least one entry and one byte");
        }
    }

    /** Returns whether a history is too large. A single entry is never too large. */
    boolean isExceededBy(int count, long characters) {
        return count > 1 && (count > entries || characters * BYTES_A_CHARACTER > bytes);
    }
}
