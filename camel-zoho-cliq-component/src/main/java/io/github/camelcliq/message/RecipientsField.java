package io.github.camelcliq.message;

import com.fasterxml.jackson.databind.util.StdConverter;
import java.util.List;

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

    /** Returns the value in Cliq's JSON. */
    @Override
    public String jsonName() {
        return jsonName;
    }

    /** Joins all recipients to one string, as the field has them. */
    static final class Joined extends StdConverter<List<String>, String> {

        @Override
        public String convert(List<String> recipients) {
            return String.join(",", recipients);
        }
    }
}
