package io.github.camelcliq.message;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import io.github.camelcliq.message.json.CliqMessageDeserializer;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A message as it is posted to Cliq: text, card, buttons, slides, and how it is to be delivered.
 *
 * <p>Immutable; {@code null} means absent. {@link io.github.camelcliq.message.rules.MessageRules} checks whether Cliq
 * takes the message; this class does not. The sources are the buttons, messages, message formats, message cards,
 * threads and bots pages of Cliq's REST reference. The list below names the pages of fields that are documented for
 * some posts only.
 *
 * @param text the text; required but for a bot that posts a card or slides; at most {@link MessageLimit#TEXT} UTF-16
 *     units, of bots {@link MessageLimit#BOT_TEXT}, or as many as {@code maximumTextLength} says
 * @param bot the name and picture it appears under (bots)
 * @param card the card
 * @param slides blocks of structured content, at most {@link MessageLimit#SLIDES} slides and together
 *     {@link MessageLimit#SLIDES_LENGTH} UTF-16 units of JSON (bots; widely used elsewhere)
 * @param styles background and markdown (bots)
 * @param buttons the buttons below the message, at most {@link MessageLimit#BUTTONS} buttons
 * @param references the instant buttons inside the text, by their keys
 * @param hint the hint below the message, at most {@link MessageLimit#HINT} UTF-16 units
 * @param replyTo the id of the message this one answers
 * @param syncMessage whether Cliq waits for delivery and answers with the message's id
 * @param markAsRead whether the poster has read it (chats and bots)
 * @param threadMessageId the id of the message whose thread this goes to (threads and bots)
 * @param threadTitle the title of that thread, at most {@link MessageLimit#THREAD_TITLE} UTF-16 units (threads and
 *     bots)
 * @param postInParent whether it appears in the parent chat too (threads and bots)
 * @param notifyEdit whether people are notified of an edit (bots)
 * @param messageTopic what it is about, at most {@link MessageLimit#MESSAGE_TOPIC} UTF-16 units (bots)
 * @param threadChatId the chat id of the thread this goes to, at most {@link MessageLimit#THREAD_CHAT_ID} UTF-16 units
 *     (bots)
 * @param broadcast whether it goes to all subscribers (bots)
 * @param recipients the users it goes to, by id or email, at most {@link MessageLimit#RECIPIENTS} of them (bots); read
 *     with commas or semicolons between them, written with commas, see {@link RecipientsField}
 * @param other unknown fields, see {@link MessagePart#other()}; null counts as none
 */
@JsonDeserialize(using = CliqMessageDeserializer.class)
public record CliqMessage(
        String text,
        BotIdentity bot,
        Card card,
        List<Slide> slides,
        MessageStyles styles,
        List<Button> buttons,
        Map<String, InstantButton> references,
        String hint,
        String replyTo,
        Boolean syncMessage,
        Boolean markAsRead,
        String threadMessageId,
        String threadTitle,
        Boolean postInParent,
        Boolean notifyEdit,
        String messageTopic,
        String threadChatId,
        Boolean broadcast,

        @JsonSerialize(converter = RecipientsField.Joined.class)
        List<String> recipients,

        Map<String, Object> other)
        implements MessagePart {

    /** The names of its fields in JSON. */
    public static final Set<String> FIELDS = Set.of(
            "text",
            "bot",
            "card",
            "slides",
            "styles",
            "buttons",
            "references",
            "hint",
            "reply_to",
            "sync_message",
            "mark_as_read",
            "thread_message_id",
            "thread_title",
            "post_in_parent",
            "notify_edit",
            "message_topic",
            "thread_chat_id",
            "broadcast",
            "user_ids",
            "userids");

    public CliqMessage {
        slides = PlainValues.list(slides);
        buttons = PlainValues.list(buttons);
        references = PlainValues.map(references);
        recipients = PlainValues.list(recipients);
        other = PlainValues.other(other, FIELDS);
    }

    /** Returns a builder of an empty message. */
    public static Builder builder() {
        return new Builder();
    }

    /** Returns a builder of a message with this text. */
    public static Builder text(String text) {
        return builder().text(text);
    }

    /** Returns a builder that starts from this message. */
    public Builder toBuilder() {
        return new Builder(this);
    }

    /**
     * Builds a {@link CliqMessage}. Null removes a part again. Nothing is checked here, see
     * {@link io.github.camelcliq.message.rules.MessageRules}. Not safe for several threads.
     */
    public static final class Builder {

        private String text;
        private BotIdentity bot;
        private Card card;
        private List<Slide> slides;
        private MessageStyles styles;
        private List<Button> buttons;
        private Map<String, InstantButton> references;
        private String hint;
        private String replyTo;
        private Boolean syncMessage;
        private Boolean markAsRead;
        private String threadMessageId;
        private String threadTitle;
        private Boolean postInParent;
        private Boolean notifyEdit;
        private String messageTopic;
        private String threadChatId;
        private Boolean broadcast;
        private List<String> recipients;
        private Map<String, Object> other = Map.of();

        private Builder() {}

        private Builder(CliqMessage message) {
            text = message.text();
            bot = message.bot();
            card = message.card();
            slides = message.slides();
            styles = message.styles();
            buttons = message.buttons();
            references = message.references();
            hint = message.hint();
            replyTo = message.replyTo();
            syncMessage = message.syncMessage();
            markAsRead = message.markAsRead();
            threadMessageId = message.threadMessageId();
            threadTitle = message.threadTitle();
            postInParent = message.postInParent();
            notifyEdit = message.notifyEdit();
            messageTopic = message.messageTopic();
            threadChatId = message.threadChatId();
            broadcast = message.broadcast();
            recipients = message.recipients();
            other = message.other();
        }

        /**
         * Sets the text. Cliq reads mentions and instant buttons in it. At most {@link MessageLimit#TEXT} UTF-16 units.
         */
        public Builder text(String text) {
            this.text = text;
            return this;
        }

        /** Sets the name and picture of the post. Its author stays the user who posts. */
        public Builder bot(BotIdentity bot) {
            this.bot = bot;
            return this;
        }

        /** Sets the name and the address of the picture of the post. Its author stays the user who posts. */
        public Builder bot(String name, String image) {
            return bot(new BotIdentity(name, image));
        }

        /** Sets the card. Its buttons become the buttons of the message. */
        public Builder card(Card card) {
            this.card = card;
            return this;
        }

        /** Sets the card. */
        public Builder card(Card.Builder card) {
            return card(card.build());
        }

        /** Replaces all slides. */
        public Builder slides(List<? extends Slide> slides) {
            this.slides = PlainValues.list(slides);
            return this;
        }

        /** Adds a slide, of at most {@link MessageLimit#SLIDES}. */
        public Builder slide(Slide slide) {
            this.slides = PlainValues.plus(slides, slide);
            return this;
        }

        /** Adds a slide. */
        public Builder slide(Slide.Builder slide) {
            return slide(slide.build());
        }

        /** Sets the colour of the background, and whether the text is markdown. */
        public Builder styles(MessageStyles styles) {
            this.styles = styles;
            return this;
        }

        /** Replaces all buttons. */
        public Builder buttons(List<Button> buttons) {
            this.buttons = PlainValues.list(buttons);
            return this;
        }

        /** Adds a button, of at most {@link MessageLimit#BUTTONS}. */
        public Builder button(Button button) {
            this.buttons = PlainValues.plus(buttons, button);
            return this;
        }

        /** Adds a button. */
        public Builder button(Button.Builder button) {
            return button(button.build());
        }

        /** Replaces all instant buttons, by their keys. */
        public Builder references(Map<String, InstantButton> references) {
            this.references = PlainValues.map(references);
            return this;
        }

        /** Adds an instant button, which the text shows at {@code [Label]($key)}. */
        public Builder reference(String key, InstantButton button) {
            Map<String, InstantButton> more =
                    references == null ? new LinkedHashMap<>() : new LinkedHashMap<>(references);
            more.put(key, button);
            this.references = more;
            return this;
        }

        /** Adds an instant button, which the text shows at {@code [Label]($key)}. */
        public Builder reference(String key, InstantButton.Builder button) {
            return reference(key, button.build());
        }

        /** Sets the hint below the message; at most {@link MessageLimit#HINT} UTF-16 units. */
        public Builder hint(String hint) {
            this.hint = hint;
            return this;
        }

        /** Sets the id of the message that this one replies to. */
        public Builder replyTo(String messageId) {
            this.replyTo = messageId;
            return this;
        }

        /** Sets whether Cliq's answer has the id of the message. Otherwise the answer is empty. */
        public Builder syncMessage(Boolean syncMessage) {
            this.syncMessage = syncMessage;
            return this;
        }

        /** Sets whether the chat counts as read by the user who posts. */
        public Builder markAsRead(Boolean markAsRead) {
            this.markAsRead = markAsRead;
            return this;
        }

        /** Sets the id of the message whose thread this goes to. The first such message opens the thread. */
        public Builder threadMessageId(String messageId) {
            this.threadMessageId = messageId;
            return this;
        }

        /** Sets the title of a new thread; at most {@link MessageLimit#THREAD_TITLE} UTF-16 units. */
        public Builder threadTitle(String threadTitle) {
            this.threadTitle = threadTitle;
            return this;
        }

        /** Sets whether a message to a thread appears in the parent chat too. */
        public Builder postInParent(Boolean postInParent) {
            this.postInParent = postInParent;
            return this;
        }

        /** Sets whether people are notified of an edit. */
        public Builder notifyEdit(Boolean notifyEdit) {
            this.notifyEdit = notifyEdit;
            return this;
        }

        /** Sets the topic of the message; at most {@link MessageLimit#MESSAGE_TOPIC} UTF-16 units. */
        public Builder messageTopic(String messageTopic) {
            this.messageTopic = messageTopic;
            return this;
        }

        /**
         * Sets the chat id of the thread that this goes to; at most {@link MessageLimit#THREAD_CHAT_ID} UTF-16 units.
         */
        public Builder threadChatId(String chatId) {
            this.threadChatId = chatId;
            return this;
        }

        /** Sets whether a bot's message goes to all its subscribers. */
        public Builder broadcast(Boolean broadcast) {
            this.broadcast = broadcast;
            return this;
        }

        /** Replaces all recipients, by id or email; at most {@link MessageLimit#RECIPIENTS}. */
        public Builder recipients(List<String> recipients) {
            this.recipients = PlainValues.list(recipients);
            return this;
        }

        /** Replaces all recipients, by id or email. */
        public Builder recipients(String... recipients) {
            return recipients(Arrays.asList(recipients));
        }

        /** Adds an unknown field, see {@link MessagePart#other()}. */
        public Builder other(String name, Object value) {
            this.other = PlainValues.plus(other, name, value);
            return this;
        }

        /** Replaces all unknown fields, see {@link MessagePart#other()}. */
        public Builder other(Map<String, ?> fields) {
            this.other = fields == null ? Map.of() : PlainValues.object(fields);
            return this;
        }

        /**
         * Builds the message.
         *
         * @throws IllegalArgumentException if an unknown field has the name of a known one, or no JSON value
         */
        public CliqMessage build() {
            return new CliqMessage(
                    text,
                    bot,
                    card,
                    slides,
                    styles,
                    buttons,
                    references,
                    hint,
                    replyTo,
                    syncMessage,
                    markAsRead,
                    threadMessageId,
                    threadTitle,
                    postInParent,
                    notifyEdit,
                    messageTopic,
                    threadChatId,
                    broadcast,
                    recipients,
                    other);
        }
    }
}
