package io.github.camelcliq.message.rules;

import io.github.camelcliq.message.BotIdentity;
import io.github.camelcliq.message.Button;
import io.github.camelcliq.message.CliqMessage;
import io.github.camelcliq.message.MessageLimit;
import io.github.camelcliq.message.MessageStyles;
import io.github.camelcliq.message.Overflow;
import io.github.camelcliq.message.PollCard;
import io.github.camelcliq.message.PromptCard;
import io.github.camelcliq.message.QuotedValue;
import io.github.camelcliq.message.RecipientsField;
import io.github.camelcliq.message.Rule;
import io.github.camelcliq.message.RuleLevel;
import io.github.camelcliq.message.TargetKind;
import io.github.camelcliq.message.UnicodeText;
import io.github.camelcliq.message.UnknownFields;
import io.github.camelcliq.message.Violation;
import io.github.camelcliq.message.json.ReadMessage;
import java.util.List;
import java.util.Objects;

/**
 * The rules of Cliq's reference for a message. A check returns all violations at once. The limits are those of
 * {@link MessageLimit}. Immutable and safe for use by many threads. The check of a valid message allocates no memory,
 * unless it has slides, references or unknown fields.
 */
public final class MessageRules {

    /** Returns the rules of the reference: unknown fields pass, and a text that is too long is a violation. */
    public static final MessageRules DEFAULT = builder().build();

    private final RuleLevel level;
    private final Integer maximumTextLength;
    private final Overflow overflow;
    private final OtherFieldRules otherFields;
    private final CardRules cards;
    private final ButtonRules buttons;
    private final ReferenceRules references;
    private final SlideRules slides;

    private MessageRules(Builder builder) {
        this.level = builder.level;
        this.maximumTextLength = builder.maximumTextLength;
        this.overflow = builder.overflow;
        this.otherFields = new OtherFieldRules(builder.unknownFields);
        this.cards = new CardRules(otherFields);
        this.buttons = new ButtonRules(otherFields);
        this.references = new ReferenceRules(otherFields);
        this.slides = new SlideRules(otherFields);
    }

    public static Builder builder() {
        return new Builder();
    }

    /**
     * Fits a message to the limits of the level, if {@link Overflow#FIT} is set. It cuts texts between two visible
     * characters, and adds an ellipsis. It removes excess buttons, rows and slides, and buttons whose action is too
     * long. It does not change the target of the message, the action of a click, or data for a function.
     *
     * @return a valid message, with a remark for each change; the unchanged message if it is valid already, or cannot
     *     become valid
     */
    public FittedMessage fit(ReadMessage reading, TargetKind kind) {
        CliqMessage message = reading.message();
        FittedMessage unchanged = new FittedMessage(message, List.of());
        if (overflow == Overflow.FAIL
                || !Judgement.of(reading.violations(), level).violations().isEmpty()) {
            return unchanged;
        }
        List<Violation> broken = check(message, kind);
        if (broken.isEmpty()) {
            return unchanged;
        }
        FittedMessage fitted = new MessageFitter(broken, level, textLength(kind), textRule(kind)).fit(message);
        return check(fitted.message(), kind).isEmpty() ? fitted.in(reading) : unchanged;
    }

    /** Does the same for a message that was not read from a document. */
    public FittedMessage fit(CliqMessage message, TargetKind kind) {
        return fit(new ReadMessage(message, List.of()), kind);
    }

    /**
     * Returns all violations of a message to a kind of target, in the order of the message's JSON.
     *
     * @return empty if the message may be sent
     */
    public List<Violation> check(CliqMessage message, TargetKind kind) {
        return Judgement.of(found(message, Objects.requireNonNull(kind, "kind")).toList(), level)
                .violations();
    }

    /**
     * Returns all violations of a message that was read: of its format and of the rules, each of them once. A part that
     * could not be read does not count as missing, and no rule applies to it.
     *
     * @return empty if the message may be sent
     */
    public List<Violation> check(ReadMessage reading, TargetKind kind) {
        return judge(reading, kind).violations();
    }

    /** Does the same, and returns the remarks too: what is doubtful and passes at this level. */
    public Judgement judge(ReadMessage reading, TargetKind kind) {
        List<Violation> broken =
                found(reading.message(), Objects.requireNonNull(kind, "kind")).toList();
        return Judgement.of(
                reading.violations().isEmpty() && reading.moved().isEmpty()
                        ? broken
                        : new MergedFindings(reading).with(broken),
                level);
    }

    private Findings found(CliqMessage message, TargetKind kind) {
        return text(message, kind)
                .at("text")
                .and(bot(message.bot()).at("bot"))
                .and(cards.check(message.card()).at("card"))
                .and(slides.check(message.slides(), kind).at("slides"))
                .and(styles(message.styles()).at("styles"))
                .and(buttonsOfCard(message)
                        .and(buttons.check(message.buttons()))
                        .at("buttons"))
                .and(buttons.uniqueKeys(message))
                .and(references.check(message.references(), message.text()).at("references"))
                .and(addressing(message))
                .and(recipients(message.recipients()).at(RecipientsField.USER_IDS.jsonName()))
                .and(otherFields.check(message.other()));
    }

    private Findings text(CliqMessage message, TargetKind kind) {
        String text = message.text();
        if (text == null) {
            return missingText(message, kind);
        }
        return TextRules.notBlank(text)
                .and(textLength(text, kind))
                .and(TextRules.wellFormed(text))
                .and(references.unexplained(text, message.references()));
    }

    private Findings missingText(CliqMessage message, TargetKind kind) {
        if (kind != TargetKind.BOT) {
            return message.card() == null
                    ? Findings.missing(TextRules.REQUIRED + ", " + textRule(kind))
                    : Findings.of(Rule.TEXT_BESIDE_CARD, TextRules.REQUIRED, null);
        }
        boolean otherContent = message.card() != null
                || message.slides() != null && !message.slides().isEmpty();
        return otherContent
                ? Findings.NONE
                : Findings.of(Rule.BOT_CONTENT, TextRules.REQUIRED + ", or a card, or slides", null);
    }

    private Findings textLength(String text, TargetKind kind) {
        if (text.length() > textLength(kind)) {
            return Findings.of(Rule.LIMIT, textRule(kind), QuotedValue.length(text));
        }
        return maximumTextLength == null && kind != TargetKind.BOT
                ? TextRules.atMost(text, MessageLimit.UNDOUBTED_TEXT)
                : Findings.NONE;
    }

    private int textLength(TargetKind kind) {
        return maximumTextLength != null ? maximumTextLength : limit(kind).value();
    }

    private String textRule(TargetKind kind) {
        return maximumTextLength == null
                ? limit(kind).rule()
                : "at most " + QuotedValue.count(maximumTextLength, "characters") + " (maximumTextLength)";
    }

    private static MessageLimit limit(TargetKind kind) {
        return kind == TargetKind.BOT ? MessageLimit.BOT_TEXT : MessageLimit.TEXT;
    }

    private Findings bot(BotIdentity bot) {
        if (bot == null) {
            return Findings.NONE;
        }
        return TextRules.optional(bot.name())
                .at("name")
                .and(TextRules.optional(bot.image())
                        .and(UrlRules.harmless(bot.image()))
                        .at("image"))
                .and(otherFields.check(bot.other()));
    }

    private Findings styles(MessageStyles styles) {
        return styles == null ? Findings.NONE : otherFields.check(styles.other());
    }

    /** Checks the buttons that the card requires (message cards reference). */
    private static Findings buttonsOfCard(CliqMessage message) {
        List<Button> buttons = message.buttons();
        if (message.card() instanceof PollCard && buttons != null && !buttons.isEmpty()) {
            return Findings.of(
                    Rule.POLL_BUTTONS, "no buttons on a poll card", QuotedValue.count(buttons.size(), "buttons"));
        }
        if (!(message.card() instanceof PromptCard)) {
            return Findings.NONE;
        }
        return buttons == null
                ? Findings.of(
                        Rule.PROMPT_BUTTON,
                        TextRules.REQUIRED + " with a prompt card, " + MessageLimit.FEWEST_PROMPT_BUTTONS.rule(),
                        null)
                : TextRules.atLeast(buttons, MessageLimit.FEWEST_PROMPT_BUTTONS);
    }

    private static Findings addressing(CliqMessage message) {
        return TextRules.optional(message.hint(), MessageLimit.HINT)
                .at("hint")
                .and(TextRules.optional(message.replyTo(), MessageLimit.REPLY_TO)
                        .at("reply_to"))
                .and(TextRules.optional(message.threadMessageId()).at("thread_message_id"))
                .and(TextRules.optional(message.threadTitle(), MessageLimit.THREAD_TITLE)
                        .at("thread_title"))
                .and(TextRules.optional(message.messageTopic(), MessageLimit.MESSAGE_TOPIC)
                        .at("message_topic"))
                .and(TextRules.optional(message.threadChatId(), MessageLimit.THREAD_CHAT_ID)
                        .at("thread_chat_id"));
    }

    /** Checks the recipients. They have one pointer, since JSON has them in one string. */
    private static Findings recipients(List<String> recipients) {
        if (recipients == null) {
            return Findings.NONE;
        }
        boolean blank = recipients.isEmpty();
        boolean several = false;
        Findings malformed = Findings.NONE;
        for (int i = 0; i < recipients.size(); i++) {
            String recipient = recipients.get(i);
            blank |= recipient == null || UnicodeText.isBlank(recipient);
            several |= recipient != null && (recipient.indexOf(',') >= 0 || recipient.indexOf(';') >= 0);
            malformed = malformed == Findings.NONE ? TextRules.optional(recipient) : malformed;
        }
        String all = blank || several ? QuotedValue.text(String.join(",", recipients)) : null;
        return TextRules.atMost(recipients, MessageLimit.RECIPIENTS)
                .and(malformed)
                .and(blank ? Findings.of(Rule.RECIPIENTS, "no blank recipient", all) : Findings.NONE)
                .and(
                        several
                                ? Findings.of(Rule.RECIPIENTS, "no comma or semicolon inside a recipient", all)
                                : Findings.NONE);
    }

    /** Builds rules. Not safe for several threads. */
    public static final class Builder {

        private RuleLevel level = RuleLevel.REFERENCE;
        private Integer maximumTextLength;
        private UnknownFields unknownFields = UnknownFields.PASS;
        private Overflow overflow = Overflow.FAIL;

        private Builder() {}

        /** Sets what is refused if pages disagree or say nothing; {@link RuleLevel#REFERENCE} by default. */
        public Builder level(RuleLevel level) {
            this.level = Objects.requireNonNull(level, "level");
            return this;
        }

        /**
         * Sets the maximum length of a text, in UTF-16 units, for every kind of target. Null, the default, means the
         * limits of the reference.
         *
         * @throws IllegalArgumentException if it is less than 1
         */
        public Builder maximumTextLength(Integer units) {
            if (units != null && units < 1) {
                throw new IllegalArgumentException("maximumTextLength is at least 1, was " + units);
            }
            this.maximumTextLength = units;
            return this;
        }

        /** Sets what happens to unknown fields. They pass by default. */
        public Builder unknownFields(UnknownFields unknownFields) {
            this.unknownFields = Objects.requireNonNull(unknownFields, "unknownFields");
            return this;
        }

        /** Sets what happens to a message that has more than Cliq takes. By default each excess is a violation. */
        public Builder overflow(Overflow overflow) {
            this.overflow = Objects.requireNonNull(overflow, "overflow");
            return this;
        }

        public MessageRules build() {
            return new MessageRules(this);
        }
    }
}
