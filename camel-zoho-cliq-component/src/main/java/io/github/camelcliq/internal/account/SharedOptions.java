package io.github.camelcliq.internal.account;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Options by name that must be the same for all that share an account, a budget or a path. */
public final class SharedOptions {

    private final Map<String, Object> values = new LinkedHashMap<>();

    /** A value that is compared, and never shown. */
    private record Hidden(Object value) {}

    public SharedOptions with(String name, Object value) {
        values.put(name, value);
        return this;
    }

    /** Adds an option whose value may hold a secret. */
    public SharedOptions withHidden(String name, Object value) {
        return with(name, new Hidden(value));
    }

    /**
     * Returns the names of the options that differ in others of the same kind, with both values if they may be shown.
     */
    public List<String> differencesTo(SharedOptions others) {
        List<String> differences = new ArrayList<>();
        values.forEach((name, value) -> {
            Object other = others.values.get(name);
            if (!Objects.equals(value, other)) {
                differences.add(value instanceof Hidden ? name : name + " (" + value + " here, " + other + " there)");
            }
        });
        return differences;
    }
}
