package io.github.camelcliq.sandbox.state;

/**
 * How much is remembered of one kind of thing before the oldest is forgotten.
 *
 * @param entries how many
 * @param bytes how much text they hold in all, counted as two bytes a character: the most that a character takes
 */
public record HistorySize(int entries, long bytes) {

    private static final int BYTES_A_CHARACTER = 2;

    /** Refuses what remembers nothing. */
    public HistorySize {
        if (entries < 1 || bytes < 1) {
            throw new IllegalArgumentException("a history remembers at least one entry and one byte");
        }
    }

    /** Whether that is more than is remembered; one entry alone never is, however long. */
    boolean isExceededBy(int count, long characters) {
        return count > 1 && (count > entries || characters * BYTES_A_CHARACTER > bytes);
    }
}
