package io.github.camelcliq.sandbox.state;

import io.github.camelcliq.sandbox.MessageState;
import io.github.camelcliq.sandbox.ReceivedMessage;
import io.github.camelcliq.sandbox.http.NotFoundException;

/** Handles votes in polls. Safe from any thread. */
public final class VoteHandler {

    private final SandboxState state;
    private final ChatDirectory chats;

    public VoteHandler(SandboxState state, ChatDirectory chats) {
        this.state = state;
        this.chats = chats;
    }

    /**
     * Takes a vote. An earlier vote of the user is replaced.
     *
     * @param option the option's index, from 0
     * @param user the ZUID or the email of a person of the organisation
     * @throws NotFoundException if there is no such message, or no such option
     * @throws IllegalArgumentException if the message has no poll, or there is no such user
     */
    public ReceivedMessage vote(String message, int option, String user) {
        String voter = People.named(chats.organisation(), user).id();
        return state.change(message, found -> vote(found, option, voter))
                .orElseThrow(() -> new NotFoundException("There is no message with this id."));
    }

    private static MessageState vote(ReceivedMessage message, int option, String voter) {
        int options = Poll.options(message.currentJson());
        if (options == 0) {
            throw new IllegalArgumentException("The message has no poll.");
        }
        if (option < 0 || option >= options) {
            throw new NotFoundException("The poll has the options 0 to " + (options - 1) + ".");
        }
        return message.state().voted(option, voter);
    }
}
