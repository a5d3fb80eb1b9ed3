package io.github.camelcliq.sandbox.state;

import com.fasterxml.jackson.databind.JsonNode;

/** Reads the poll of a message for votes. */
public final class Poll {

    private Poll() {}

    /** Returns how many options a message's poll has; 0 if it has no poll. */
    public static int options(String json) {
        JsonNode card = StoredJson.tree(json).path("card");
        return card.path("theme").asText().equals("poll") ? card.path("options").size() : 0;
    }
}
