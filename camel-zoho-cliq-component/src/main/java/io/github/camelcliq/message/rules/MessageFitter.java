package io.github.camelcliq.message.rules;

import io.github.camelcliq.message.BotIdentity;
import io.github.camelcliq.message.Button;
import io.github.camelcliq.message.Card;
import io.github.camelcliq.message.CardField;
import io.github.camelcliq.message.CardSection;
import io.github.camelcliq.message.CliqMessage;
import io.github.camelcliq.message.InstantButton;
import io.github.camelcliq.message.MessageLimit;
import io.github.camelcliq.message.Pointers;
import io.github.camelcliq.message.PollCard;
import io.github.camelcliq.message.PollOption;
import io.github.camelcliq.message.PromptCard;
import io.github.camelcliq.message.QuotedValue;
import io.github.camelcliq.message.RuleLevel;
import io.github.camelcliq.message.SectionCard;
import io.github.camelcliq.message.Violation;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Fits a message to Cliq's limits: cuts what is too long, and removes what is too much. It changes only what people
 * see. It never changes the target, the action of a click, or data for a function. A violation of another rule stays.
 */
final class MessageFitter {

    private final int textLength;
    private final String textRule;
    private final Fitting fitting;
    private final ButtonFitter buttons;
    private final SlideFitter slides;

    /**
     * @param violations what the message breaks
     * @param level the level of these violations; a value that passes at it stays as it is
     * @param textLength the maximum length of its text
     * @param textRule the rule of that length, in words
     */
    MessageFitter(List<Violation> violations, RuleLevel level, int textLength, String textRule) {
        this.textLength = textLength;
        this.textRule = textRule;
        this.fitting = new Fitting(violations, level);
        this.buttons = new ButtonFitter(fitting);
        this.slides = new SlideFitter(fitting, buttons);
    }

    FittedMessage fit(CliqMessage message) {
        Map<String, InstantButton> references = buttons.references("/references", message.references());
        String text = text(message, references);
        List<Button> below = buttons.buttons("/buttons", message.buttons());
        CliqMessage fitted = message.toBuilder()
                .text(text)
                .bot(bot(message.bot()))
                .card(card(message, below))
                .slides(slides.slides("/slides", message.slides()))
                .buttons(below)
                .references(stillUsed(references, message, text))
                .hint(fitting.cut("/hint", message.hint(), MessageLimit.HINT))
                .threadTitle(fitting.cut("/thread_title", message.threadTitle(), MessageLimit.THREAD_TITLE))
                .messageTopic(fitting.cut("/message_topic", message.messageTopic(), MessageLimit.MESSAGE_TOPIC))
                .build();
        return new FittedMessage(fitted, fitting.remarks());
    }

    /** Fits the text. The label of a removed instant button stays, in brackets. */
    private String text(CliqMessage message, Map<String, InstantButton> kept) {
        String text = message.text();
        if (text != null && kept != null) {
            Set<String> takenOut = new LinkedHashSet<>(message.references().keySet());
            takenOut.removeAll(kept.keySet());
            text = ReferenceRules.without(takenOut, text);
        }
        return fitting.cut("/text", text, textLength, textRule);
    }

    /** Removes references whose place in the text was cut. A reference that never had a place stays a violation. */
    private Map<String, InstantButton> stillUsed(
            Map<String, InstantButton> references, CliqMessage message, String text) {
        if (references == null || message.references().isEmpty()) {
            return references;
        }
        Map<String, InstantButton> used = new LinkedHashMap<>(references);
        if (text != null) {
            Set<String> cut = new LinkedHashSet<>(ReferenceRules.keysIn(message.text()));
            cut.removeAll(ReferenceRules.keysIn(text));
            cut.retainAll(used.keySet());
            for (String key : cut) {
                used.remove(key);
                String done = "taken out: its place in the text was cut";
                fitting.remark("/references" + Pointers.segment(key), done, "an object");
            }
        }
        return used.isEmpty() ? null : used;
    }

    private BotIdentity bot(BotIdentity bot) {
        return bot == null ? null : new BotIdentity(fitting.whole("/bot/name", bot.name()), bot.image(), bot.other());
    }

    private Card card(CliqMessage message, List<Button> below) {
        Card card = message.card();
        if (card == null) {
            return null;
        }
        String title = fitting.cut("/card/title", card.title(), MessageLimit.CARD_TITLE);
        if (card instanceof SectionCard sections) {
            return new SectionCard(
                    title, card.theme(), thumbnail(card.thumbnail()), sections(sections.sections()), card.other());
        }
        if (card instanceof PollCard poll) {
            return new PollCard(title, thumbnail(poll.thumbnail()), options(poll.options()), poll.other());
        }
        String thumbnail = thumbnail(card.thumbnail());
        // without its buttons a prompt card becomes a plain card
        boolean prompts = below != null || message.buttons() == null;
        if (!prompts) {
            fitting.remark("/card/theme", "taken out: no button is left to prompt for", QuotedValue.text(card.theme()));
        }
        return prompts
                ? new PromptCard(title, thumbnail, card.other())
                : new SectionCard(title, null, thumbnail, null, card.other());
    }

    private String thumbnail(String address) {
        if (address == null || !fitting.isBroken("/card/thumbnail")) {
            return address;
        }
        fitting.remark("/card/thumbnail", "taken out: " + fitting.rule("/card/thumbnail"), QuotedValue.text(address));
        return null;
    }

    private List<PollOption> options(List<PollOption> options) {
        List<PollOption> first = fitting.first("/card/options", options, MessageLimit.POLL_OPTIONS);
        return Fitting.each(
                "/card/options",
                first,
                (at, option) -> new PollOption(
                        fitting.cut(at + "/text", option.text(), MessageLimit.POLL_OPTION), option.other()));
    }

    private List<CardSection> sections(List<CardSection> sections) {
        return Fitting.each(
                "/card/sections",
                sections,
                (at, section) -> new CardSection(
                        fitting.whole(at + "/title", section.title()),
                        Fitting.each(at + "/fields", section.fields(), this::field),
                        section.other()));
    }

    private CardField field(String at, CardField field) {
        return new CardField(
                fitting.whole(at + "/title", field.title()),
                fitting.whole(at + "/value", field.value()),
                field.other());
    }
}
