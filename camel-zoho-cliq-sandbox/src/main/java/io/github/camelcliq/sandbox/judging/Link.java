package io.github.camelcliq.sandbox.judging;

import java.util.Locale;
import java.util.Set;

/**
 * Which URLs a place of a message takes. Only the form is judged: a scheme from a list, and something after it; white
 * space and control characters nowhere. Our choice: the reference names schemes and lengths alone.
 *
 * @param schemes the schemes, in lower case; {@code /} lets paths from the root pass
 */
record Link(Set<String> schemes) {

    private static final String PATH = "/";
    private static final Set<String> WITH_HOST = Set.of("http", "https");

    boolean matches(String text) {
        if (text.chars().anyMatch(Link::isForbidden)) {
            return false;
        }
        if (text.startsWith(PATH)) {
            return schemes.contains(PATH) && !text.startsWith("//");
        }
        int colon = text.indexOf(':');
        if (colon < 0) {
            return false;
        }
        // Locale.ROOT alone would take the Kelvin sign for a k
        String scheme = text.substring(0, colon);
        boolean known = scheme.chars().allMatch(c -> c < 128) && schemes.contains(scheme.toLowerCase(Locale.ROOT));
        String rest = text.substring(colon + 1);
        return known && (WITH_HOST.contains(scheme.toLowerCase(Locale.ROOT)) ? namesHost(rest) : !rest.isEmpty());
    }

    private static boolean namesHost(String rest) {
        return rest.startsWith("//") && rest.length() > 2 && "/?#".indexOf(rest.charAt(2)) < 0;
    }

    private static boolean isForbidden(int unit) {
        return Character.isWhitespace(unit) || Character.isSpaceChar(unit) || Character.isISOControl(unit);
    }
}
