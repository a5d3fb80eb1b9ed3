package io.github.camelcliq.sandbox.state;

import io.github.camelcliq.sandbox.DestinationKind;

/**
 * A place that messages go to, as one kind of path names it.
 *
 * @param id the chat's id; the same for all paths that lead to the same chat
 * @param title the title that people see
 * @param kind the kind of target
 * @param target the chat id, channel name, channel id, user or bot
 */
public record Chat(String id, String title, DestinationKind kind, String target) {}
