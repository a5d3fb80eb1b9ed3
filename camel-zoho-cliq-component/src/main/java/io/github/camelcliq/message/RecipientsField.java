package io.github.camelcliq.message;

import com.fasterxml.jackson.core.SerializableString;
import com.fasterxml.jackson.core.io.SerializedString;

/** The name under which a bot post lists its recipients: the reference and a live organisation disagree. */
public enum RecipientsField implements JsonNamed {
    /** The bots reference: {@code user_ids}. */
    USER_IDS("user_ids"),
    /** Seen to work on a live organisation: {@code userids}. */
    USERIDS("userids");

    private final SerializableString fieldName;

    RecipientsField(String jsonName) {
        this.fieldName = new SerializedString(jsonName);
    }

    /** The spelling in Cliq's JSON. */
    @Override
    public String jsonName() {
        return fieldName.getValue();
    }

    /** The same as {@link FieldName} has others. */
    SerializableString fieldName() {
        return fieldName;
    }
}
