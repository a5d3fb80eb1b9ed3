package io.github.camelcliq.webhook;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.github.camelcliq.message.CliqMessage;

/**
 * The answer of a function, which Cliq shows: a message, a banner, an edit of the clicked message, a form, or nothing.
 * Immutable. {@link ReplyReader#read(FunctionReply)} checks whether Cliq takes it.
 */
public sealed interface FunctionReply permits MessageReply, BannerReply, EditReply, FormReply, JsonReply, NoReply {

    /** Returns a message with this text, to everybody in the chat. */
    static FunctionReply message(String text) {
        return message(CliqMessage.text(text).build());
    }

    /** Returns a message to everybody in the chat. */
    static FunctionReply message(CliqMessage message) {
        return new MessageReply(message, false);
    }

    /** Returns a banner of success for the person who clicked. */
    static FunctionReply success(String text) {
        return new BannerReply(BannerReply.Status.SUCCESS, text, false);
    }

    /** Returns a banner of failure for the person who clicked. */
    static FunctionReply failure(String text) {
        return new BannerReply(BannerReply.Status.FAILURE, text, false);
    }

    /**
     * Returns an edit that replaces the clicked message by this text. Cliq may refuse to edit a message that was posted
     * over REST. A new message is the safe answer.
     */
    static FunctionReply edit(String text) {
        return edit(CliqMessage.text(text).build());
    }

    /** Returns an edit that replaces the clicked message. Cliq may refuse that, see {@link #edit(String)}. */
    static FunctionReply edit(CliqMessage message) {
        return new EditReply(message, false);
    }

    /** Returns an answer that shows nothing. */
    static FunctionReply nothing() {
        return NoReply.NOTHING;
    }

    /** Returns the same answer with a way back, if Cliq shows one. An empty answer stays empty. */
    FunctionReply withNavigation();

    /** Returns the value of {@code output}: an object, or an array for some handlers. */
    JsonNode output();

    /** Returns the answer as JSON, <code>{"output": {…}}</code>. */
    default String json() {
        return JsonNodeFactory.instance.objectNode().set("output", output()).toString();
    }
}
