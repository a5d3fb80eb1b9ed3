package io.github.camelcliq.message;

/**
 * The rules for addresses. A scheme is compared without case, in ASCII; an http or https URL names a host; white space
 * and control characters stand nowhere. More is not judged: an address that a browser takes is Cliq's to refuse.
 */
final class UrlRules {

    private static final String CLEAN = " without white space or control characters";
    private static final String WEB_URL = "an http or https URL" + CLEAN + TextRules.OUR_CHOICE;
    static final String THUMBNAIL =
            "an http or https URL, or a path that starts with one /," + CLEAN + TextRules.OUR_CHOICE;
    private static final String[] WEB = {"https", "http"};
    private static final String[] DEVICE = {"tel", "sms", "sip"};

    private UrlRules() {}

    /** A URL that a device can open: http, https, tel, sms or sip. */
    static Violations openable(String url, MessageLimit limit) {
        if (url == null) {
            return Violations.NONE;
        }
        return TextRules.optional(url, limit)
                .and(verdict(isWeb(url) || isDevice(url), url, "an http, https, tel, sms or sip URL" + CLEAN));
    }

    /** A URL of a page or picture: http or https, which is our choice. */
    static Violations web(String url) {
        return TextRules.wellFormed(url).and(verdict(isWeb(url), url, WEB_URL));
    }

    /**
     * A picture's URL, or a path as in the reference's own example. What starts with two slashes is no path of Cliq's
     * but names a host.
     */
    static Violations thumbnail(String address) {
        if (address == null) {
            return Violations.NONE;
        }
        boolean path = address.startsWith("/") && !address.startsWith("//");
        return TextRules.wellFormed(address).and(verdict(path || isWeb(address), address, THUMBNAIL));
    }

    private static Violations verdict(boolean kind, String address, String rule) {
        return kind && isClean(address) ? Violations.NONE : Violations.of(rule, Shown.text(address));
    }

    private static boolean isWeb(String url) {
        for (String scheme : WEB) {
            if (hasScheme(url, scheme)) {
                return namesHost(url, scheme.length() + 1);
            }
        }
        return false;
    }

    private static boolean isDevice(String url) {
        for (String scheme : DEVICE) {
            if (hasScheme(url, scheme)) {
                return url.length() > scheme.length() + 1;
            }
        }
        return false;
    }

    private static boolean namesHost(String url, int afterColon) {
        int host = afterColon + 2;
        return url.startsWith("//", afterColon) && host < url.length() && "/?#".indexOf(url.charAt(host)) < 0;
    }

    /** Compared by hand: {@code equalsIgnoreCase} takes letters for s and k that are none in ASCII. */
    private static boolean hasScheme(String url, String scheme) {
        int length = scheme.length();
        if (url.length() <= length || url.charAt(length) != ':') {
            return false;
        }
        for (int i = 0; i < length; i++) {
            char letter = url.charAt(i);
            char lower = letter >= 'A' && letter <= 'Z' ? (char) (letter + ('a' - 'A')) : letter;
            if (lower != scheme.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    private static boolean isClean(String address) {
        for (int i = 0; i < address.length(); i++) {
            char c = address.charAt(i);
            boolean plain = c > ' ' && c < '\u007f';
            if (!plain && (Character.isWhitespace(c) || Character.isSpaceChar(c) || Character.isISOControl(c))) {
                return false;
            }
        }
        return true;
    }
}
