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
        fields.string(FieldName.TEXT, message.text());
        fields.part(FieldName.BOT, message.bot(), MessageWriter::bot);
        fields.part(FieldName.CARD, message.card(), CardWriter::card);
        fields.parts(FieldName.SLIDES, message.slides(), SlideWriter::slide);
        fields.part(FieldName.STYLES, message.styles(), MessageWriter::styles);
        fields.parts(FieldName.BUTTONS, message.buttons(), ButtonWriter::button);
        ButtonWriter.references(message.references(), fields);
        fields.string(FieldName.HINT, message.hint());
        fields.string(FieldName.REPLY_TO, message.replyTo());
        fields.flag(FieldName.SYNC_MESSAGE, message.syncMessage());
        fields.flag(FieldName.MARK_AS_READ, message.markAsRead());
        fields.string(FieldName.THREAD_MESSAGE_ID, message.threadMessageId());
        fields.string(FieldName.THREAD_TITLE, message.threadTitle());
        fields.flag(FieldName.POST_IN_PARENT, message.postInParent());
        fields.flag(FieldName.NOTIFY_EDIT, message.notifyEdit());
        fields.string(FieldName.MESSAGE_TOPIC, message.messageTopic());
        fields.string(FieldName.THREAD_CHAT_ID, message.threadChatId());
        fields.flag(FieldName.BROADCAST, message.broadcast());
        if (message.recipients() != null) {
            fields.string(recipientsField.fieldName(), String.join(",", message.recipients()));
        }
        fields.end(message.other());
    }

    private static void bot(BotIdentity bot, FieldWriter fields) throws IOException {
        fields.start();
        fields.string(FieldName.NAME, bot.name());
        fields.string(FieldName.IMAGE, bot.image());
        fields.end(bot.other());
    }

    private static void styles(MessageStyles styles, FieldWriter fields) throws IOException {
        fields.start();
        fields.choice(FieldName.BACKGROUND, styles.background());
        fields.flag(FieldName.MARKDOWN, styles.markdown());
        fields.end(styles.other());
    }
}
