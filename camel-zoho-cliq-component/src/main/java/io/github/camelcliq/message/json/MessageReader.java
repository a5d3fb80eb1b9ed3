package io.github.camelcliq.message.json;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelcliq.message.Background;
import io.github.camelcliq.message.BotIdentity;
import io.github.camelcliq.message.Button;
import io.github.camelcliq.message.CliqMessage;
import io.github.camelcliq.message.InstantButton;
import io.github.camelcliq.message.MessageStyles;
import io.github.camelcliq.message.Pointers;
import io.github.camelcliq.message.QuotedValue;
import io.github.camelcliq.message.RecipientsField;
import io.github.camelcliq.message.Rule;
import io.github.camelcliq.message.Violation;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * Reads a message from a JSON tree, and notes each part that cannot be read, with its place. It converts no types: a
 * number in place of a string is a violation. Safe for use by many threads.
 *
 * <p>It also reads what the buttons reference does not show: buttons inside {@code card} (message cards page),
 * {@code web} in a {@code preview.url} (the same page), a table's styles beside {@code data} (platform help), the slide
 * type {@code image}, and {@code userids} (seen on a live organisation).
 */
public final class MessageReader {

    private MessageReader() {}

    /**
     * Reads a document, including its duplicate keys.
     *
     * @return never null; see {@link ReadMessage}
     */
    public static ReadMessage read(ParsedJson document) {
        ReadMessage reading = read(document.root());
        List<Violation> violations = new ArrayList<>(document.duplicateKeys());
        violations.addAll(reading.violations());
        return new ReadMessage(reading.message(), violations, reading.moved());
    }

    /**
     * Reads any tree, parsed or made by an application; never throws.
     *
     * @param root the tree; null counts as missing
     * @return never null; see {@link ReadMessage}
     */
    public static ReadMessage read(JsonNode root) {
        NodeReader.Notes notes = new NodeReader.Notes();
        NodeReader node = root == null ? null : NodeReader.root(root, notes);
        CliqMessage message = node == null ? null : node.object(MessageReader::message);
        if (node == null && notes.violations().isEmpty()) {
            notes.violations().add(new Violation("", "an object", root == null ? null : QuotedValue.node(root)));
        }
        return new ReadMessage(
                message == null ? CliqMessage.builder().build() : message,
                List.copyOf(notes.violations()),
                notes.moved());
    }

    /** Returns whether a message has a field of this name in JSON. Both names of the recipients are known. */
    public static boolean isKnownField(String topLevelName) {
        return CliqMessage.FIELDS.contains(topLevelName);
    }

    private static CliqMessage message(NodeReader node) {
        return CliqMessage.builder()
                .text(node.string("text"))
                .bot(node.object("bot", MessageReader::bot))
                .card(node.object("card", CardReader::card))
                .slides(node.objects("slides", SlideReader::slide))
                .styles(node.object("styles", MessageReader::styles))
                .buttons(buttons(node))
                .references(node.object("references", MessageReader::references))
                .hint(node.string("hint"))
                .replyTo(node.string("reply_to"))
                .syncMessage(node.flag("sync_message"))
                .markAsRead(node.flag("mark_as_read"))
                .threadMessageId(node.string("thread_message_id"))
                .threadTitle(node.string("thread_title"))
                .postInParent(node.flag("post_in_parent"))
                .notifyEdit(node.flag("notify_edit"))
                .messageTopic(node.string("message_topic"))
                .threadChatId(node.string("thread_chat_id"))
                .broadcast(node.flagOrText("broadcast", Rule.BROADCAST))
                .recipients(recipients(node))
                .other(node.others(CliqMessage.FIELDS))
                .build();
    }

    private static BotIdentity bot(NodeReader node) {
        return new BotIdentity(node.string("name"), node.string("image"), node.others(BotIdentity.FIELDS));
    }

    private static MessageStyles styles(NodeReader node) {
        return new MessageStyles(
                node.choice("background", Background.class), node.flag("markdown"), node.others(MessageStyles.FIELDS));
    }

    /** Reads the buttons of the message, or those of the card. If both are there, those of the message count. */
    private static List<Button> buttons(NodeReader node) {
        NodeReader card = node.field("card");
        NodeReader inCard = card == null ? null : card.field("buttons");
        if (inCard == null) {
            return node.objects("buttons", ButtonReader::button);
        }
        if (node.field("buttons") != null) {
            inCard.mismatch("buttons stand at the top level or inside the card, not both");
            return node.objects("buttons", ButtonReader::button);
        }
        inCard.movedTo("/buttons");
        return card.objects("buttons", ButtonReader::button);
    }

    private static Map<String, InstantButton> references(NodeReader node) {
        return node.entries(entry -> entry.object(ButtonReader::reference));
    }

    private static List<String> recipients(NodeReader node) {
        NodeReader reference = node.field(RecipientsField.USER_IDS.jsonName());
        NodeReader live = node.field(RecipientsField.USERIDS.jsonName());
        if (reference != null && live != null) {
            live.mismatch("recipients stand in user_ids or in userids, not in both");
        } else if (live != null) {
            live.movedTo(Pointers.segment(RecipientsField.USER_IDS.jsonName()));
        }
        NodeReader recipients = reference != null ? reference : live;
        String list = recipients == null ? null : recipients.string();
        return list == null ? null : Arrays.asList(list.split("[,;]", -1));
    }
}
