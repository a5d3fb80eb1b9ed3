package io.github.camelcliq.sandbox.judging;

import java.util.Locale;
import java.util.Set;

/**
 * Which URLs a place of a message takes. Only the form is judged: a scheme from a list, and something after it; white
 * space and control characters nowhere, nor a scheme that runs code or reads files.
 *
 * @param schemes the schemes, in lower case; {@code *} stands for all that are harmless, {@code /} lets paths from the
 *     root pass, {@code //} the names of hosts, and an empty one nothing at all
 */
record Link(Set<String> schemes) {

    private static final Set<String> WITH_HOST = Set.of("http", "https");
    private static final Set<String> HARMFUL = Set.of("javascript", "data", "vbscript", "file");

    boolean matches(String text) {
        if (text.isEmpty()) {
            return schemes.contains("");
        }
        if (!isHarmless(text)) {
            return false;
        }
        if (text.startsWith("/")) {
            return schemes.contains(text.startsWith("//") ? "//" : "/");
        }
        String scheme = scheme(text);
        if (scheme.isEmpty()) {
            return false;
        }
        String rest = text.substring(scheme.length() + 1);
        boolean known = schemes.contains(scheme) || schemes.contains("*") && scheme.matches("[a-z][a-z0-9+.-]*");
        return known && (WITH_HOST.contains(scheme) ? namesHost(rest) : !rest.isEmpty());
    }

    /** Whether nothing bad comes of a person who follows it. */
    static boolean isHarmless(String text) {
        return text.chars().noneMatch(Link::isForbidden) && !HARMFUL.contains(scheme(text));
    }

    /** Whether it is an address that nobody should follow. */
    static boolean isHarmful(String text) {
        return HARMFUL.contains(scheme(text));
    }

    /** In lower case; empty where there is none. */
    private static String scheme(String text) {
        String scheme = text.substring(0, Math.max(text.indexOf(':'), 0));
        // Locale.ROOT alone would take the Kelvin sign for a k
        return scheme.chars().allMatch(c -> c < 128) ? scheme.toLowerCase(Locale.ROOT) : "";
    }

    private static boolean namesHost(String rest) {
        return rest.startsWith("//") && rest.length() > 2 && "/?#".indexOf(rest.charAt(2)) < 0;
    }

    private static boolean isForbidden(int unit) {
        return Character.isWhitespace(unit) || Character.isSpaceChar(unit) || Character.isISOControl(unit);
    }
}
