package io.github.camelcliq.message;

/** The colour behind a bot's message (bots reference). */
public enum Background implements JsonNamed {
    RED("red"),
    YELLOW("yellow"),
    GREEN("green"),
    BLUE("blue"),
    GREY("grey");

    private final String jsonName;

    Background(String jsonName) {
        this.jsonName = jsonName;
    }

    /** Returns the value in Cliq's JSON. */
    @Override
    public String jsonName() {
        return jsonName;
    }
}
