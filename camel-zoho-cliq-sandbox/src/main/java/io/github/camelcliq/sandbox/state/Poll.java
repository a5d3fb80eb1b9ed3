package io.github.camelcliq.sandbox.state;

import com.fasterxml.jackson.databind.JsonNode;

/** The poll of a message, as far as votes concern it. */
public final class Poll {

    private Poll() {}

    /** How many options a message's poll has; 0 where it has no poll. */
    public static int options(String json) {
        JsonNode card = StoredJson.tree(json).path("card");
        return card.path("theme").asText().equals("poll") ? card.path("options").size() : 0;
    }
}
