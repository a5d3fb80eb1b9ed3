package io.github.camelcliq.sandbox.function;

import java.security.SecureRandom;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The clicks that can still be answered at their {@code response_url}, each once. Safe from any thread. */
public final class LateResponses {

    /** How many clicks are kept; with one more, the oldest can no longer be answered. */
    static final int MOST = 1_000;

    /** The path of a {@code response_url}, as the router reads it. */
    public static final String PATH = "/api/v2/extensions/:extension/responses/:response";

    // as in Zoho's own sample
    private static final String EXTENSION = "2980";
    private static final int DIGITS = 26;

    private final SecureRandom random = new SecureRandom();
    private final Map<String, PendingClick> open = new LinkedHashMap<>();

    /** Returns the path for the answer to a name. */
    static String path(String name) {
        return "/api/v2/extensions/" + EXTENSION + "/responses/" + name;
    }

    /** Keeps a click for its answer, and returns a name for it that cannot be guessed. */
    synchronized String await(PendingClick click) {
        String name = newName();
        open.put(name, click);
        if (open.size() > MOST) {
            open.remove(open.keySet().iterator().next());
        }
        return name;
    }

    /** Forgets all clicks. */
    public synchronized void reset() {
        open.clear();
    }

    /** Returns the click of a name, and forgets it. */
    synchronized Optional<PendingClick> take(String name) {
        return Optional.ofNullable(open.remove(name));
    }

    private String newName() {
        StringBuilder name = new StringBuilder();
        while (name.length() < DIGITS) {
            name.append(random.nextInt(10));
        }
        return name.toString();
    }
}
