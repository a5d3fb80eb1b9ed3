package io.github.camelcliq.sandbox.function;

import java.security.SecureRandom;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The clicks that may still be answered by their {@code response_url}, each once. Safe from any thread. */
public final class LateResponses {

    /** How many clicks may still be answered before the oldest no longer can. */
    static final int MOST = 1_000;

    /** The path of a {@code response_url}, as the router reads it. */
    public static final String PATH = "/api/v2/extensions/:extension/responses/:response";

    // as in Zoho's own sample
    private static final String EXTENSION = "2980";
    private static final int DIGITS = 26;

    private final SecureRandom random = new SecureRandom();
    private final Map<String, PendingClick> open = new LinkedHashMap<>();

    /** The path to answer a name at. */
    static String path(String name) {
        return "/api/v2/extensions/" + EXTENSION + "/responses/" + name;
    }

    /** Lets a click be answered; by what name, which nobody can guess. */
    synchronized String await(PendingClick click) {
        String name = newName();
        open.put(name, click);
        if (open.size() > MOST) {
            open.remove(open.keySet().iterator().next());
        }
        return name;
    }

    /** Lets no click be answered any more. */
    public synchronized void reset() {
        open.clear();
    }

    /** The click of that name, once. */
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
