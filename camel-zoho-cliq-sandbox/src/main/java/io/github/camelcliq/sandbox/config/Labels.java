package io.github.camelcliq.sandbox.config;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** The names of an enumeration's constants in a file. */
final class Labels {

    private Labels() {}

    /** Returns the constants by their names in lower case, in their order. */
    static <E extends Enum<E>> Map<String, E> of(E[] constants) {
        Map<String, E> labels = new LinkedHashMap<>();
        for (E constant : constants) {
            labels.put(constant.name().toLowerCase(Locale.ROOT), constant);
        }
        return labels;
    }
}
