package io.github.camelcliq.message;

/**
 * Every figure that limits a message, each once, with the page of the reference it is from.
 *
 * <p>Characters are UTF-16 units, as {@link String#length()} counts them. Our choice: the reference does not say how
 * Cliq counts.
 */
public enum MessageLimit {
    /** Text of a chat's, channel's or user's message; replaced by {@code maximumTextLength}. */
    TEXT(10_000, "characters", ReferencePage.BUTTONS, "messages and threads pages: 5,000"),
    /** Text of a bot's message; replaced by {@code maximumTextLength}. */
    BOT_TEXT(5_000, "characters", ReferencePage.BOTS),
    /** Text of a chat's, channel's or user's message that is beyond doubt, without {@code maximumTextLength}. */
    UNDOUBTED_TEXT(5_000, "characters", Rule.LONG_TEXT),
    /** {@code hint} of the message. */
    HINT(100, "characters", Rule.HINT_LENGTH),
    /** {@code reply_to}. */
    REPLY_TO(100, "characters", ReferencePage.BOTS),
    /** {@code thread_title}. */
    THREAD_TITLE(100, "characters", ReferencePage.BOTS),
    /** {@code message_topic}. */
    MESSAGE_TOPIC(255, "characters", ReferencePage.BOTS),
    /** {@code thread_chat_id}. */
    THREAD_CHAT_ID(100, "characters", ReferencePage.BOTS),
    /** Ids in {@code user_ids}. */
    RECIPIENTS(100, "recipients", ReferencePage.BOTS),

    /** {@code card.title}. */
    CARD_TITLE(200, "characters", ReferencePage.MESSAGE_CARDS),
    /** {@code card.options} of a poll, at most. */
    POLL_OPTIONS(10, "options", ReferencePage.MESSAGE_CARDS),
    /** {@code card.options} of a poll, at least. */
    FEWEST_POLL_OPTIONS(2, "options", ReferencePage.MESSAGE_CARDS),
    /** {@code text} of a poll's option. */
    POLL_OPTION(100, "characters", ReferencePage.MESSAGE_CARDS),
    /** Buttons of a message with a prompt card, at least. */
    FEWEST_PROMPT_BUTTONS(1, "buttons", Rule.PROMPT_BUTTON),

    /** {@code buttons} of a message, and those of each slide. */
    BUTTONS(5, "buttons", ReferencePage.BUTTONS),
    /** {@code label} of a button, card or instant. */
    BUTTON_LABEL(20, "characters", Rule.LABEL_LENGTH),
    /** {@code label} of a button, card or instant, that any page takes. */
    LONGEST_LABEL(30, "characters", ReferencePage.MESSAGE_CARDS, "buttons page: 20"),
    /** {@code hint} of a button. */
    BUTTON_HINT(100, "characters", ReferencePage.BUTTONS),
    /** {@code key} of a button. */
    BUTTON_KEY(100, "characters", ReferencePage.BUTTONS),
    /** Each address of {@code open.url}. */
    OPEN_URL(256, "characters", ReferencePage.BUTTONS),
    /** {@code url} of {@code preview.url}. */
    PREVIEW_URL(500, "characters", ReferencePage.BUTTONS),
    /** {@code text} of {@code copy}. */
    COPY_TEXT(200, "characters", ReferencePage.BUTTONS),

    /** {@code title} of a confirmation. */
    CONFIRMATION_TITLE(100, "characters", ReferencePage.BUTTONS),
    /** {@code description} of a confirmation. */
    CONFIRMATION_DESCRIPTION(100, "characters", ReferencePage.BUTTONS),
    /** {@code input} of a confirmation, if it is a text prompt. */
    CONFIRMATION_INPUT(300, "characters", ReferencePage.BUTTONS),
    /** {@code button_label} and {@code cancel_button_label} of a confirmation. */
    CONFIRMATION_BUTTON(100, "characters", ReferencePage.BUTTONS),

    /** {@code slides} of a message. */
    SLIDES(20, "slides", ReferencePage.BOTS),
    /** All slides together, as compact JSON. */
    SLIDES_LENGTH(10_000, "characters", ReferencePage.BOTS, null, "counted as compact JSON"),
    /** A column's width in percent, at most. */
    TABLE_WIDTH(100, "percent", ReferencePage.MESSAGE_FORMATS),
    /** Rows, and columns, that stay in sight. */
    TABLE_STICKY(2, "rows or columns", ReferencePage.MESSAGE_FORMATS),
    /** Entries of a percentage chart. */
    CHART_ENTRIES(5, "entries", ReferencePage.MESSAGE_FORMATS),
    /** Categories of a graph. */
    GRAPH_CATEGORIES(5, "categories", ReferencePage.MESSAGE_FORMATS),
    /** Values of a graph's category. */
    GRAPH_VALUES(20, "values", ReferencePage.MESSAGE_FORMATS),
    /** {@code label} of a chart's or graph's entry, {@code category}, and the names of a graph's axes. */
    CHART_LABEL(20, "characters", ReferencePage.MESSAGE_FORMATS);

    private final int value;
    private final String unit;
    private final Rule broken;
    private final ReferencePage source;
    private final String elsewhere;
    private final String counting;

    MessageLimit(int value, String unit, ReferencePage source) {
        this(value, unit, source, null);
    }

    MessageLimit(int value, String unit, ReferencePage source, String elsewhere) {
        this(value, unit, source, elsewhere, null);
    }

    MessageLimit(int value, String unit, Rule broken) {
        this(value, unit, broken, broken.page(), broken.elsewhere(), null);
    }

    MessageLimit(int value, String unit, ReferencePage source, String elsewhere, String counting) {
        this(value, unit, Rule.LIMIT, source, elsewhere, counting);
    }

    MessageLimit(int value, String unit, Rule broken, ReferencePage source, String elsewhere, String counting) {
        this.value = value;
        this.unit = unit;
        this.broken = broken;
        this.source = source;
        this.elsewhere = elsewhere;
        this.counting = counting;
    }

    /** Returns the figure. */
    public int value() {
        return value;
    }

    /** Returns what is counted, in the plural. */
    public String unit() {
        return unit;
    }

    /** Returns the rule that a message over the limit breaks. */
    public Rule broken() {
        return broken;
    }

    /** Returns the page that states the figure. */
    public ReferencePage source() {
        return source;
    }

    /**
     * Returns how the figure is counted, if the figure is from the reference and the way of counting is our choice;
     * otherwise null.
     */
    public String counting() {
        return counting;
    }

    /** Returns whether the figure is our choice, since the reference has none. */
    public boolean isOurChoice() {
        return source == ReferencePage.NONE;
    }

    /** Returns whether the figure is a minimum. */
    public boolean isMinimum() {
        return this == FEWEST_POLL_OPTIONS || this == FEWEST_PROMPT_BUTTONS;
    }

    /** Returns the other figure and its page, if pages of the reference disagree; otherwise null. */
    public String elsewhere() {
        return elsewhere;
    }

    /** Returns the rule in words: {@code at most 10,000 characters (messages and threads pages: 5,000)}. */
    public String rule() {
        String aside = broken == Rule.LIMIT ? elsewhere : null;
        if (counting != null) {
            aside = counting + "; " + ReferencePage.NONE.title();
        }
        return (isMinimum() ? "at least " : "at most ")
                + QuotedValue.count(value, unit)
                + (aside == null ? "" : " (" + aside + ")");
    }
}
