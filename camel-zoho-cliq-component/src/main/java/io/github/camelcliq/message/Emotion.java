package io.github.camelcliq.message;

/** The mood of a confirmation popup. Cliq takes positive by default (buttons reference). */
public enum Emotion implements JsonNamed {
    POSITIVE("positive"),
    NEUTRAL("neutral"),
    NEGATIVE("negative");

    private final String jsonName;

    Emotion(String jsonName) {
        this.jsonName = jsonName;
    }

    /** Returns the value in Cliq's JSON. */
    @Override
    public String jsonName() {
        return jsonName;
    }
}
