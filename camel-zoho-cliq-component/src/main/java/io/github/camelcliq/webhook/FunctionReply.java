package io.github.camelcliq.webhook;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.github.camelcliq.message.CliqMessage;

/**
 * What a function answers, and Cliq shows: a message, a banner, an edit of the clicked message, a form, or nothing.
 * Immutable. Whether Cliq would take it is said by {@link ReplyReader#read(FunctionReply)}.
 */
public sealed interface FunctionReply permits MessageReply, BannerReply, EditReply, FormReply, JsonReply, NoReply {

    /** A message of that text, to everybody in the chat. */
    static FunctionReply message(String text) {
        return message(CliqMessage.text(text).build());
    }

    /** A message, to everybody in the chat. */
    static FunctionReply message(CliqMessage message) {
        return new MessageReply(message, false);
    }

    /** A banner for the person who clicked, saying that it worked. */
    static FunctionReply success(String text) {
        return new BannerReply(BannerReply.Status.SUCCESS, text, false);
    }

    /** A banner for the person who clicked, saying that it did not work. */
    static FunctionReply failure(String text) {
        return new BannerReply(BannerReply.Status.FAILURE, text, false);
    }

    /**
     * The clicked message with this text and nothing else. Cliq may refuse to edit a message that was posted over REST:
     * a new message is the safe answer.
     */
    static FunctionReply edit(String text) {
        return edit(CliqMessage.text(text).build());
    }

    /** The clicked message as it shall be from now on. Cliq may refuse that, see {@link #edit(String)}. */
    static FunctionReply edit(CliqMessage message) {
        return new EditReply(message, false);
    }

    /** Nothing is shown. */
    static FunctionReply nothing() {
        return NoReply.NOTHING;
    }

    /** The same with a way back, where Cliq shows one; nothing stays nothing. */
    FunctionReply withNavigation();

    /** What Cliq finds under {@code output}: an object, or an array where a handler answers with one. */
    JsonNode output();

    /** The answer as JSON, <code>{"output": {…}}</code>. */
    default String json() {
        return JsonNodeFactory.instance.objectNode().set("output", output()).toString();
    }
}
