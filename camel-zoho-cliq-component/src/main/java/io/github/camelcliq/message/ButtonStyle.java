package io.github.camelcliq.message;

/** The look of a button (buttons reference). */
public enum ButtonStyle implements JsonNamed {
    /** Green outline, {@code +}. */
    POSITIVE("+"),
    /** Red outline, {@code -}. */
    NEGATIVE("-");

    private final String jsonName;

    ButtonStyle(String jsonName) {
        this.jsonName = jsonName;
    }

    /** Returns the value in Cliq's JSON. */
    @Override
    public String jsonName() {
        return jsonName;
    }
}
