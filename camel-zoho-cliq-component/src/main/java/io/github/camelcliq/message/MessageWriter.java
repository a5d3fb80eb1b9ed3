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

    private MessageWriter() {}

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
            message(message, recipientsField, new FieldWriter(json, true));
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
            part(part, new FieldWriter(json, false));
        } finally {
            json.overrideStdFeatures(settings, -1);
        }
    }

    /** The slides as the message has them. */
    static void write(JsonGenerator json, List<Slide> slides) throws IOException {
        new FieldWriter(json, false).parts(slides, SlideWriter::slide);
    }

    /** What is thrown for a part that no writer knows, rather than writing an empty object for it. */
    static IllegalStateException unknown(Object part) {
        return new IllegalStateException(
                "not known how to write a " + part.getClass().getSimpleName());
    }

    private static void part(MessagePart part, FieldWriter fields) throws IOException {
        if (part instanceof CliqMessage message) {
            message(message, RecipientsField.USER_IDS, fields);
        } else if (part instanceof BotIdentity bot) {
            bot(bot, fields);
        } else if (part instanceof MessageStyles styles) {
            styles(styles, fields);
        } else if (part instanceof Slide slide) {
            SlideWriter.slide(slide, fields);
        } else if (!writtenAsButton(part, fields) && !writtenAsCard(part, fields)) {
            SlideWriter.detail(part, fields);
        }
    }

    /** Writes what belongs to a button; false when the part is nothing of the kind. */
    private static boolean writtenAsButton(MessagePart part, FieldWriter fields) throws IOException {
        if (part instanceof Button button) {
            ButtonWriter.button(button, fields);
        } else if (part instanceof InstantButton button) {
            ButtonWriter.reference(button, fields);
        } else if (part instanceof Action action) {
            ButtonWriter.action(action, fields);
        } else if (part instanceof ActionData data) {
            ButtonWriter.data(data, fields);
        } else if (part instanceof Confirmation confirmation) {
            ButtonWriter.confirmation(confirmation, fields);
        } else if (part instanceof TokenPrompt prompt) {
            ButtonWriter.tokenPrompt(prompt, fields);
        } else {
            return false;
        }
        return true;
    }

    /** Writes what belongs to a card; false when the part is nothing of the kind. */
    private static boolean writtenAsCard(MessagePart part, FieldWriter fields) throws IOException {
        if (part instanceof Card card) {
            CardWriter.card(card, fields);
        } else if (part instanceof CardSection section) {
            CardWriter.section(section, fields);
        } else if (part instanceof CardField field) {
            CardWriter.field(field, fields);
        } else if (part instanceof PollOption option) {
            CardWriter.option(option, fields);
        } else {
            return false;
        }
        return true;
    }

    private static void message(CliqMessage message, RecipientsField recipientsField, FieldWriter fields)
            throws IOException {
        fields.start();
        fields.string("text", message.text());
        fields.part("bot", message.bot(), MessageWriter::bot);
        fields.part("card", message.card(), CardWriter::card);
        fields.parts("slides", message.slides(), SlideWriter::slide);
        fields.part("styles", message.styles(), MessageWriter::styles);
        fields.parts("buttons", message.buttons(), ButtonWriter::button);
        ButtonWriter.references(message.references(), fields);
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

    private static void bot(BotIdentity bot, FieldWriter fields) throws IOException {
        fields.start();
        fields.string("name", bot.name());
        fields.string("image", bot.image());
        fields.end(bot.other());
    }

    private static void styles(MessageStyles styles, FieldWriter fields) throws IOException {
        fields.start();
        fields.choice("background", styles.background());
        fields.flag("markdown", styles.markdown());
        fields.end(styles.other());
    }
}
