package io.github.camelcliq.message;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.core.util.BufferRecycler;
import com.fasterxml.jackson.core.util.ByteArrayBuilder;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;

/**
 * Writes messages and their parts field by field, always in the same order, absent fields absent. It asks nothing of
 * the mapper at work but its generator, so that no setting of an application's mapper changes what Cliq gets.
 */
final class MessageWriter {

    private final JsonGenerator json;
    private final RecipientsField recipientsField;
    private final FieldWriter fields;
    private final ButtonWriter buttons;
    private final CardWriter cards;
    private final SlideWriter slides;

    private MessageWriter(JsonGenerator json, RecipientsField recipientsField, boolean unicodeOnly) {
        this.json = json;
        this.recipientsField = recipientsField;
        this.fields = new FieldWriter(json, unicodeOnly);
        this.buttons = new ButtonWriter(fields, this);
        this.cards = new CardWriter(fields, this);
        this.slides = new SlideWriter(fields, this);
    }

    static byte[] toBytes(JsonFactory factory, CliqMessage message, RecipientsField recipientsField) {
        BufferRecycler recycler = factory._getBufferRecycler();
        try (ByteArrayBuilder bytes = new ByteArrayBuilder(recycler)) {
            write(factory, message, recipientsField, bytes);
            return bytes.getClearAndRelease();
        } finally {
            recycler.releaseToPool();
        }
    }

    /** Writes all but long messages in one piece, and closes the stream. */
    static void write(
            JsonFactory factory, CliqMessage message, RecipientsField recipientsField, OutputStream destination) {
        try (JsonGenerator json = factory.createGenerator(destination)) {
            new MessageWriter(json, recipientsField, true).message(message);
        } catch (IOException e) {
            throw new IllegalArgumentException("the message cannot be written: " + e.getMessage(), e);
        }
    }

    /** Writes a part with somebody's generator, and leaves the generator's settings as they were. */
    static void write(JsonGenerator json, MessagePart part) throws IOException {
        int settings = json.getFeatureMask();
        json.enable(JsonWriteFeature.QUOTE_FIELD_NAMES.mappedFeature());
        json.disable(JsonWriteFeature.WRITE_NUMBERS_AS_STRINGS.mappedFeature());
        json.disable(JsonGenerator.Feature.WRITE_BIGDECIMAL_AS_PLAIN);
        try {
            new MessageWriter(json, RecipientsField.USER_IDS, false).part(part);
        } finally {
            json.overrideStdFeatures(settings, -1);
        }
    }

    /** The slides as the message has them. */
    static void write(JsonGenerator json, List<Slide> slides) throws IOException {
        new MessageWriter(json, RecipientsField.USER_IDS, false).parts(slides);
    }

    /** What is thrown for a part that no writer knows, rather than writing an empty object for it. */
    static IllegalStateException unknown(Object part) {
        return new IllegalStateException(
                "not known how to write a " + part.getClass().getSimpleName());
    }

    void part(String name, MessagePart part) throws IOException {
        if (part != null) {
            fields.name(name);
            part(part);
        }
    }

    void parts(String name, List<? extends MessagePart> parts) throws IOException {
        if (parts != null) {
            fields.name(name);
            parts(parts);
        }
    }

    private void parts(List<? extends MessagePart> parts) throws IOException {
        json.writeStartArray();
        // an iterator is an object for each list
        for (int at = 0; at < parts.size(); at++) {
            part(parts.get(at));
        }
        json.writeEndArray();
    }

    /** A part, or null where a list has no entry. */
    void part(MessagePart part) throws IOException {
        if (part == null) {
            json.writeNull();
        } else if (part instanceof CliqMessage message) {
            message(message);
        } else if (part instanceof BotIdentity bot) {
            bot(bot);
        } else if (part instanceof MessageStyles styles) {
            styles(styles);
        } else if (part instanceof Slide slide) {
            slides.slide(slide);
        } else if (!writtenAsButton(part) && !writtenAsCard(part)) {
            slides.detail(part);
        }
    }

    /** Writes what belongs to a button; false when the part is nothing of the kind. */
    private boolean writtenAsButton(MessagePart part) throws IOException {
        if (part instanceof Button button) {
            buttons.button(button);
        } else if (part instanceof InstantButton button) {
            buttons.reference(button);
        } else if (part instanceof Action action) {
            buttons.action(action);
        } else if (part instanceof ActionData data) {
            buttons.data(data);
        } else if (part instanceof Confirmation confirmation) {
            buttons.confirmation(confirmation);
        } else if (part instanceof TokenPrompt prompt) {
            buttons.tokenPrompt(prompt);
        } else {
            return false;
        }
        return true;
    }

    /** Writes what belongs to a card; false when the part is nothing of the kind. */
    private boolean writtenAsCard(MessagePart part) throws IOException {
        if (part instanceof Card card) {
            cards.card(card);
        } else if (part instanceof CardSection section) {
            cards.section(section);
        } else if (part instanceof CardField field) {
            cards.field(field);
        } else if (part instanceof PollOption option) {
            cards.option(option);
        } else {
            return false;
        }
        return true;
    }

    private void message(CliqMessage message) throws IOException {
        fields.start();
        fields.string("text", message.text());
        part("bot", message.bot());
        part("card", message.card());
        parts("slides", message.slides());
        part("styles", message.styles());
        parts("buttons", message.buttons());
        buttons.references(message.references());
        fields.string("hint", message.hint());
        fields.string("reply_to", message.replyTo());
        fields.flag("sync_message", message.syncMessage());
        fields.flag("mark_as_read", message.markAsRead());
        fields.string("thread_message_id", message.threadMessageId());
        fields.string("thread_title", message.threadTitle());
        fields.flag("post_in_parent", message.postInParent());
        fields.flag("notify_edit", message.notifyEdit());
        fields.string("message_topic", message.messageTopic());
        fields.string("thread_chat_id", message.threadChatId());
        fields.flag("broadcast", message.broadcast());
        if (message.recipients() != null) {
            fields.string(recipientsField.jsonName(), String.join(",", message.recipients()));
        }
        fields.end(message.other());
    }

    private void bot(BotIdentity bot) throws IOException {
        fields.start();
        fields.string("name", bot.name());
        fields.string("image", bot.image());
        fields.end(bot.other());
    }

    private void styles(MessageStyles styles) throws IOException {
        fields.start();
        fields.choice("background", styles.background());
        fields.flag("markdown", styles.markdown());
        fields.end(styles.other());
    }
}
