package io.github.camelcliq.internal.figures;

/**
 * Hears of new accounts and paths, and of each event that the figures count. Called on any thread, even an event loop;
 * a method must not block. What it throws is logged.
 */
public interface FiguresListener {

    default void opened(AccountMonitor account) {}

    default void closed(AccountMonitor account) {}

    /** Hears that a post ended. */
    default void ended(PostEvent post) {}

    /** Hears that a request for a token ended. */
    default void refreshed(String account, Outcome outcome) {}

    default void opened(ClickMonitor path) {}

    default void closed(ClickMonitor path) {}

    /**
     * Hears how a click, or another request to the path, was answered.
     *
     * @param outcome {@code answered}, {@code acknowledged}, or the reason of a refusal
     */
    default void clicked(String path, String outcome) {}
}
