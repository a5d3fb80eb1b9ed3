package io.github.camelcliq.message;

/** How a graph is first drawn (message formats reference). */
public enum GraphPreview implements JsonNamed {
    VERTICAL_BAR("vertical_bar"),
    VERTICAL_STACKED_BAR("vertical_stacked_bar"),
    TREND("trend");

    private final String jsonName;

    GraphPreview(String jsonName) {
        this.jsonName = jsonName;
    }

    /** Returns the value in Cliq's JSON. */
    @Override
    public String jsonName() {
        return jsonName;
    }
}
