package io.github.camelcliq.sandbox.judging;

import java.util.Locale;
import java.util.Set;

/**
 * The URLs that a place of a message takes. Only the form is judged: a scheme from a list, followed by at least one
 * character. White space, control characters, and schemes that run code or read files are refused.
 *
 * @param schemes the schemes, in lower case. {@code *} passes all harmless schemes, {@code /} passes paths from the
 *     root, {@code //} passes host names, and an empty scheme passes the empty text
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

    /** Returns whether a person may follow the address without harm. */
    static boolean isHarmless(String text) {
        return text.chars().noneMatch(Link::isForbidden) && !HARMFUL.contains(scheme(text));
    }

    /** Returns whether the address runs code or reads files. */
    static boolean isHarmful(String text) {
        return HARMFUL.contains(scheme(text));
    }

    /** Returns the scheme in lower case; empty if there is none. */
    private static String scheme(String text) {
        String scheme = text.substring(0, Math.max(text.indexOf(':'), 0));
        // lower case with Locale.ROOT would turn the Kelvin sign into a k
        return scheme.chars().allMatch(c -> c < 128) ? scheme.toLowerCase(Locale.ROOT) : "";
    }

    private static boolean namesHost(String rest) {
        return rest.startsWith("//") && rest.length() > 2 && "/?#".indexOf(rest.charAt(2)) < 0;
    }

    private static boolean isForbidden(int unit) {
        return Character.isWhitespace(unit) || Character.isSpaceChar(unit) || Character.isISOControl(unit);
    }
}
