package io.github.camelcliq.message;

/** The mark before each entry of a list slide (message formats reference). */
public enum ListMarker implements JsonNamed {
    DISC("disc"),
    CIRCLE("circle"),
    SQUARE("square"),
    DECIMAL("decimal"),
    LOWER_ALPHA("lower-alpha"),
    UPPER_ALPHA("upper-alpha"),
    LOWER_ROMAN("lower-roman"),
    UPPER_ROMAN("upper-roman"),
    /** Stands in an example of the message formats page, but not in its list. Refused at {@link RuleLevel#STRICT}. */
    BULLETED("bulleted");

    private final String jsonName;

    ListMarker(String jsonName) {
        this.jsonName = jsonName;
    }

    /** Returns the value in Cliq's JSON. */
    @Override
    public String jsonName() {
        return jsonName;
    }
}
