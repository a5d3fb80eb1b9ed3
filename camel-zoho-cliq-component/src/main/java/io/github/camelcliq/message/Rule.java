package io.github.camelcliq.message;

/**
 * The rules of a message: from which level each refuses, which page sets it, and what another page says. Their figures
 * stand in {@link MessageLimit}. The guide's table is rendered from here.
 */
public enum Rule {
    /** JSON of the right types, without null entries or half surrogate pairs; one of the values that a field has. */
    SHAPE(RuleLevel.TOLERANT),
    /** A key stands once in its object. */
    DUPLICATE_KEY(RuleLevel.TOLERANT),
    /** The fields that Cliq requires, as listed in the chapters below, if no page leaves them out. */
    REQUIRED(RuleLevel.TOLERANT),
    /** The figures in the table of limits. */
    LIMIT(RuleLevel.TOLERANT),
    /** A bot's message has a text, a card or slides. */
    BOT_CONTENT(RuleLevel.TOLERANT, ReferencePage.BOTS),
    /** Recipients are ids or emails with commas or semicolons between them, none blank. */
    RECIPIENTS(RuleLevel.TOLERANT, ReferencePage.BOTS),
    /** {@code web} of {@code open.url} is an http, https, tel, sms or sip URL. */
    WEB_LINK(RuleLevel.TOLERANT, ReferencePage.BUTTONS),
    /** The rows, widths and fixed parts of a table fit its headers. */
    TABLE_SHAPE(RuleLevel.TOLERANT, ReferencePage.MESSAGE_FORMATS),
    /** A text, a label or another required string is not blank. */
    BLANK(RuleLevel.TOLERANT, ReferencePage.NONE),
    /** {@code open.url} has at least one address. */
    NO_LINK(RuleLevel.TOLERANT, ReferencePage.NONE),
    /** No URL is javascript, data, vbscript or file, or has white space or control characters. */
    LINK(RuleLevel.TOLERANT, ReferencePage.NONE),
    /** {@code url} of {@code preview.url} is an http or https URL. */
    PREVIEW(RuleLevel.TOLERANT, ReferencePage.NONE),

    /** A card button's {@code invoke.function} names the owner. */
    OWNER(RuleLevel.REFERENCE, ReferencePage.BUTTONS, "the message cards and bots pages leave it out"),
    /** A button's {@code label} is as long as the table of limits says. */
    LABEL_LENGTH(RuleLevel.REFERENCE, ReferencePage.BUTTONS, "the message cards page takes 30"),
    /** A confirmation has {@code input} and {@code button_label}. */
    CONFIRMATION_PART(
            RuleLevel.REFERENCE,
            ReferencePage.BUTTONS,
            "its own prose calls the input optional, and people leave both out"),
    /** A message with a card has a text too. */
    TEXT_BESIDE_CARD(RuleLevel.REFERENCE, ReferencePage.BUTTONS, "the message cards page requires the card alone"),
    /** An action is one of the list below. */
    UNKNOWN_ACTION(RuleLevel.REFERENCE, ReferencePage.BUTTONS, "the message cards page lists invoke.bot too"),
    /** An instant button's action is one of its own list. */
    INSTANT_ACTION(RuleLevel.REFERENCE, ReferencePage.BUTTONS, "the message cards page lists more for other buttons"),
    /** A theme is {@code modern-inline}, {@code poll} or {@code prompt}. */
    UNKNOWN_THEME(RuleLevel.REFERENCE, ReferencePage.BUTTONS, "older clients use basic and standard"),
    /** A poll has no buttons. */
    POLL_BUTTONS(RuleLevel.REFERENCE, ReferencePage.MESSAGE_CARDS, "the buttons page has buttons for every theme"),
    /** A table's cell is a string. A number or a boolean is posted as its text. */
    TABLE_CELL(RuleLevel.REFERENCE, ReferencePage.MESSAGE_FORMATS, "people post numbers"),
    /** {@code broadcast} is a boolean. {@code "true"} and {@code "false"} are posted as booleans. */
    BROADCAST(RuleLevel.REFERENCE, ReferencePage.BOTS, "people post \"true\" as text"),

    /** A card button has a {@code type}. */
    BUTTON_TYPE(RuleLevel.STRICT, ReferencePage.BUTTONS, "the message cards page leaves it out"),
    /** A poll or a prompt card has a title. */
    THEME_TITLE(RuleLevel.STRICT, ReferencePage.MESSAGE_CARDS, "the buttons page leaves it out"),
    /** A prompt card has a button. */
    PROMPT_BUTTON(RuleLevel.STRICT, ReferencePage.MESSAGE_CARDS, "the buttons page leaves it out"),
    /** A poll or a prompt card has no thumbnail. */
    THEME_THUMBNAIL(RuleLevel.STRICT, ReferencePage.MESSAGE_CARDS, "the buttons page has one for every theme"),
    /** A list's style is not {@code bulleted}. */
    BULLETED(RuleLevel.STRICT, ReferencePage.MESSAGE_FORMATS, "its own example says bulleted"),
    /** The message's {@code hint} is as long as the table of limits says. */
    HINT_LENGTH(RuleLevel.STRICT, ReferencePage.NONE),
    /** The text uses each reference. */
    UNUSED_REFERENCE(RuleLevel.STRICT, ReferencePage.NONE),
    /** Each {@code [Label]($key)} of the text has a reference, in a message with references. */
    UNEXPLAINED_KEY(RuleLevel.STRICT, ReferencePage.NONE),
    /** An instant button has no {@code hint}, {@code key} or {@code confirm}. */
    INSTANT_FIELD(RuleLevel.STRICT, ReferencePage.NONE),
    /** No two buttons of a message have the same key. */
    UNIQUE_KEY(RuleLevel.STRICT, ReferencePage.NONE),
    /** Lists of slides, and objects of label slides, are not empty. */
    EMPTY(RuleLevel.STRICT, ReferencePage.NONE),
    /** A picture is an http or https URL; a thumbnail may be a path from {@code /}, and is not empty. */
    PICTURE(RuleLevel.STRICT, ReferencePage.NONE),
    /** A ZUID is digits. */
    ZUID(RuleLevel.STRICT, ReferencePage.NONE),
    /** A label slide's values are strings. A number or a boolean is posted as its text. */
    LABEL_VALUE(RuleLevel.STRICT, ReferencePage.NONE),
    /** A table's headers are distinct. */
    UNIQUE_HEADER(RuleLevel.STRICT, ReferencePage.NONE),

    /** A text to a chat, channel or user is beyond doubt in its length, as the table of limits says. */
    LONG_TEXT(null, ReferencePage.MESSAGES, "the buttons and message formats pages take 10,000"),
    /** A card names its theme. */
    CARD_THEME(null, ReferencePage.MESSAGE_CARDS, "the buttons page leaves it out"),
    /** A card has a title. */
    CARD_TITLE(null, ReferencePage.MESSAGE_CARDS, "the buttons page leaves it out"),
    /** A bot's message has no charts or graphs. */
    BOT_CHART(null, ReferencePage.BOTS, "the message formats page has charts and graphs too");

    private final RuleLevel from;
    private final ReferencePage page;
    private final String elsewhere;

    Rule(RuleLevel from) {
        this(from, null);
    }

    Rule(RuleLevel from, ReferencePage page) {
        this(from, page, null);
    }

    Rule(RuleLevel from, ReferencePage page, String elsewhere) {
        this.from = from;
        this.page = page;
        this.elsewhere = elsewhere;
    }

    /** Returns the page that sets the rule; null if all pages that mention it do. */
    ReferencePage page() {
        return page;
    }

    /** Returns what another page says, or what people post; null if nothing contradicts. */
    String elsewhere() {
        return elsewhere;
    }

    /** Returns whether a message that breaks this rule is refused. Otherwise a remark is made. */
    public boolean isRefusedAt(RuleLevel level) {
        return from != null && level.compareTo(from) >= 0;
    }

    /** Returns what the rule asks for, its page, what another page says, and the option that lets the value pass. */
    String text(String asked, boolean refused) {
        if (elsewhere == null) {
            return page == ReferencePage.NONE ? asked + " (" + page.title() + ")" : asked;
        }
        String option = refused ? ": rules=" + (from == RuleLevel.STRICT ? "reference" : "tolerant") : "";
        return asked + " (" + page.title() + " page), " + elsewhere + option;
    }
}
