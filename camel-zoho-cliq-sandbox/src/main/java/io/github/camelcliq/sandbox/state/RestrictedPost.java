package io.github.camelcliq.sandbox.state;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelcliq.sandbox.DestinationKind;

/** Decides which posts the lower limit counts: those with a card or slides, and those into a thread. */
public final class RestrictedPost {

    /** Part of a thread's chat id (our choice: the reference shows such an id and does not explain it). */
    static final String THREAD = "-T-";

    private RestrictedPost() {}

    /**
     * Returns whether the lower limit counts a post.
     *
     * @param target the target in the path, percent-decoded
     * @param message the body; a body that is not an object has none of the fields
     */
    public static boolean isRestricted(DestinationKind kind, String target, JsonNode message) {
        boolean threadChat = kind == DestinationKind.CHAT && target.contains(THREAD);
        return threadChat
                || message.hasNonNull("card")
                || message.hasNonNull("slides")
                || message.hasNonNull("thread_message_id")
                || message.hasNonNull("thread_chat_id");
    }
}
