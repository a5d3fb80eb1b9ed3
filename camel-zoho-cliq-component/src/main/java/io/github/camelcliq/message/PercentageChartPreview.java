package io.github.camelcliq.message;

/** How a percentage chart is first drawn (message formats reference). */
public enum PercentageChartPreview implements JsonNamed {
    PIE("pie"),
    DOUGHNUT("doughnut"),
    SEMI_DOUGHNUT("semi_doughnut");

    private final String jsonName;

    PercentageChartPreview(String jsonName) {
        this.jsonName = jsonName;
    }

    /** Returns the value in Cliq's JSON. */
    @Override
    public String jsonName() {
        return jsonName;
    }
}
