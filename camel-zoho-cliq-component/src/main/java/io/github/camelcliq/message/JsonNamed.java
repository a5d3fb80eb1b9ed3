package io.github.camelcliq.message;

import com.fasterxml.jackson.annotation.JsonValue;

/** A choice that Cliq's JSON spells as one of a few strings. */
public interface JsonNamed {

    /** The string as Cliq's JSON has it. */
    @JsonValue
    String jsonName();

    /** Returns the choice with exactly this name in JSON; null for an unknown name. */
    static <E extends Enum<E> & JsonNamed> E find(Class<E> choices, String name) {
        for (E choice : choices.getEnumConstants()) {
            if (choice.jsonName().equals(name)) {
                return choice;
            }
        }
        return null;
    }

    /** All spellings, for the text of a rule: {@code pie, doughnut, semi_doughnut}. */
    static <E extends Enum<E> & JsonNamed> String spellings(Class<E> choices) {
        StringBuilder names = new StringBuilder();
        for (E choice : choices.getEnumConstants()) {
            names.append(names.isEmpty() ? "" : ", ").append(choice.jsonName());
        }
        return names.toString();
    }
}
