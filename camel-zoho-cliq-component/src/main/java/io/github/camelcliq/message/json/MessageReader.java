package io.github.camelcliq.message.json;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelcliq.message.Background;
import io.github.camelcliq.message.BotIdentity;
import io.github.camelcliq.message.Button;
import io.github.camelcliq.message.CliqMessage;
import io.github.camelcliq.message.InstantButton;
import io.github.camelcliq.message.MessageStyles;
import io.github.camelcliq.message.Pointers;
import io.github.camelcliq.message.RecipientsField;
import io.github.camelcliq.message.Rule;
import io.github.camelcliq.message.Shown;
import io.github.camelcliq.message.Violation;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * Reads a message from a JSON tree, and notes each part that cannot be read, with its place. It converts no types: a
 * number in place of a string is a violation. Safe for use by many threads.
 *
 * <p>Read besides what the buttons reference shows: buttons inside {@code card} (message cards page), {@code web} in a
 * {@code preview.url} (the same page), a table's styles beside {@code data} (platform help), the slide type
 * {@code image}, and {@code userids} (seen on a live organisation).
 */
public final class MessageReader {

    private MessageReader() {}

    /**
     * Reads a document, including its duplicate keys.
     *
     * @return never null; see {@link Reading}
     */
    public static Reading read(ParsedJson document) {
        Reading reading = read(document.root());
        List<Violation> violations = new ArrayList<>(document.duplicateKeys());
        violations.addAll(reading.violations());
        return new Reading(reading.message(), violations, reading.moved());
    }

    /**
     * Reads any tree, parsed or made by an application; never throws.
     *
     * @param root the tree; null counts as missing
     * @return never null; see {@link Reading}
     */
    public static Reading read(JsonNode root) {
        Place.Misfits misfits = new Place.Misfits();
        Place place = root == null ? null : Place.root(root, misfits);
        CliqMessage message = place == null ? null : place.object(MessageReader::message);
        if (place == null && misfits.violations().isEmpty()) {
            misfits.violations().add(new Violation("", "an object", root == null ? null : Shown.node(root)));
        }
        return new Reading(
                message == null ? CliqMessage.builder().build() : message,
                List.copyOf(misfits.violations()),
                misfits.moved());
    }

    /** Returns whether a message has a field of this name in JSON. Both names of the recipients are known. */
    public static boolean isKnownField(String topLevelName) {
        return CliqMessage.FIELDS.contains(topLevelName);
    }

    private static CliqMessage message(Place place) {
        return CliqMessage.builder()
                .text(place.string("text"))
                .bot(place.object("bot", MessageReader::bot))
                .card(place.object("card", CardReader::card))
                .slides(place.objects("slides", SlideReader::slide))
                .styles(place.object("styles", MessageReader::styles))
                .buttons(buttons(place))
                .references(place.object("references", MessageReader::references))
                .hint(place.string("hint"))
                .replyTo(place.string("reply_to"))
                .syncMessage(place.flag("sync_message"))
                .markAsRead(place.flag("mark_as_read"))
                .threadMessageId(place.string("thread_message_id"))
                .threadTitle(place.string("thread_title"))
                .postInParent(place.flag("post_in_parent"))
                .notifyEdit(place.flag("notify_edit"))
                .messageTopic(place.string("message_topic"))
                .threadChatId(place.string("thread_chat_id"))
                .broadcast(place.flagOrText("broadcast", Rule.BROADCAST))
                .recipients(recipients(place))
                .other(place.others(CliqMessage.FIELDS))
                .build();
    }

    private static BotIdentity bot(Place place) {
        return new BotIdentity(place.string("name"), place.string("image"), place.others(BotIdentity.FIELDS));
    }

    private static MessageStyles styles(Place place) {
        return new MessageStyles(
                place.choice("background", Background.class),
                place.flag("markdown"),
                place.others(MessageStyles.FIELDS));
    }

    /** Reads the buttons of the message, or those of the card. If both are there, those of the message count. */
    private static List<Button> buttons(Place place) {
        Place card = place.field("card");
        Place inCard = card == null ? null : card.field("buttons");
        if (inCard == null) {
            return place.objects("buttons", ButtonReader::button);
        }
        if (place.field("buttons") != null) {
            inCard.misfit("buttons stand at the top level or inside the card, not both");
            return place.objects("buttons", ButtonReader::button);
        }
        inCard.movedTo("/buttons");
        return card.objects("buttons", ButtonReader::button);
    }

    private static Map<String, InstantButton> references(Place place) {
        return place.entries(entry -> entry.object(ButtonReader::reference));
    }

    private static List<String> recipients(Place place) {
        Place reference = place.field(RecipientsField.USER_IDS.jsonName());
        Place live = place.field(RecipientsField.USERIDS.jsonName());
        if (reference != null && live != null) {
            live.misfit("recipients stand in user_ids or in userids, not in both");
        } else if (live != null) {
            live.movedTo(Pointers.segment(RecipientsField.USER_IDS.jsonName()));
        }
        Place recipients = reference != null ? reference : live;
        String list = recipients == null ? null : recipients.string();
        return list == null ? null : Arrays.asList(list.split("[,;]", -1));
    }
}
