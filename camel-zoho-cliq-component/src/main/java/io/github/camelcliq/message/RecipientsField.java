package io.github.camelcliq.message;

/** The name under which a bot post lists its recipients: the reference and a live organisation disagree. */
public enum RecipientsField implements JsonNamed {
    /** The bots reference: {@code user_ids}. */
    USER_IDS("user_ids"),
    /** Seen to work on a live organisation: {@code userids}. */
    USERIDS("userids");

    private final String jsonName;

    RecipientsField(String jsonName) {
        this.jsonName = jsonName;
    }

    /** The spelling in Cliq's JSON. */
    @Override
    public String jsonName() {
        return jsonName;
    }
}
