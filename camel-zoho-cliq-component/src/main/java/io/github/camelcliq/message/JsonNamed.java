package io.github.camelcliq.message;

import com.fasterxml.jackson.annotation.JsonValue;

/** An enum value that has its own name in Cliq's JSON. */
public interface JsonNamed {

    /** Returns the name in Cliq's JSON. */
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

    /** Returns all names, for the text of a rule: {@code pie, doughnut, semi_doughnut}. */
    static <E extends Enum<E> & JsonNamed> String spellings(Class<E> choices) {
        StringBuilder names = new StringBuilder();
        for (E choice : choices.getEnumConstants()) {
            names.append(names.isEmpty() ? "" : ", ").append(choice.jsonName());
        }
        return names.toString();
    }
}
