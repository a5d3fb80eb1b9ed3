package io.github.camelcliq.message.rules;

import io.github.camelcliq.message.MessageLimit;
import io.github.camelcliq.message.QuotedValue;
import io.github.camelcliq.message.Rule;

/**
 * The rules for addresses. A scheme is compared without case, in ASCII. An http or https URL names a host. White space,
 * control characters and dangerous schemes are refused. Cliq checks the rest.
 */
final class UrlRules {

    private static final String CLEAN = " without white space or control characters";
    private static final String WEB_URL = "an http or https URL";
    private static final String THUMBNAIL = "an http or https URL, or a path that starts with one /";
    private static final String SAFE = CLEAN + ", and not javascript, data, vbscript or file";
    private static final String[] WEB = {"https", "http"};
    private static final String[] DEVICE = {"tel", "sms", "sip"};
    private static final String[] UNSAFE = {"javascript", "data", "vbscript", "file"};

    private UrlRules() {}

    /** Checks a URL that a browser opens: http, https, tel, sms or sip. */
    static Findings openable(String url) {
        boolean opens = url == null || isWeb(url) || isDevice(url);
        return optional(url).and(verdict(Rule.WEB_LINK, opens, url, "an http, https, tel, sms or sip URL" + CLEAN));
    }

    /** Checks a URL that a device opens, such as {@code myapp://open}. The reference names no schemes for these. */
    static Findings ofDevice(String url) {
        return optional(url).and(url == null ? Findings.NONE : link(isUrl(url), url));
    }

    /** Checks the URL of a page that is previewed: http or https. */
    static Findings preview(String url) {
        return TextRules.wellFormed(url).and(verdict(Rule.PREVIEW, isWeb(url), url, WEB_URL + CLEAN));
    }

    /** Checks the URL of a picture. That it is http or https is our choice. */
    static Findings picture(String url) {
        return TextRules.wellFormed(url).and(picture(isUrl(url), isWeb(url), url, WEB_URL));
    }

    /**
     * Checks the URL of a picture, or a path as in the reference's own example. An address that starts with two slashes
     * names a host, so it is not a path.
     */
    static Findings thumbnail(String address) {
        if (address == null) {
            return Findings.NONE;
        }
        boolean path = address.startsWith("/");
        boolean some = path || isUrl(address) || address.isEmpty();
        boolean good = path && !address.startsWith("//") || isWeb(address);
        return TextRules.wellFormed(address).and(picture(some, good, address, THUMBNAIL));
    }

    /** Checks an address of unknown use: it must not be dangerous. */
    static Findings harmless(String address) {
        return address == null ? Findings.NONE : link(true, address);
    }

    static boolean isUnsafe(String text) {
        return hasScheme(text, UNSAFE);
    }

    private static Findings optional(String url) {
        return TextRules.optional(url, MessageLimit.OPEN_URL);
    }

    private static Findings picture(boolean some, boolean good, String address, String rule) {
        Findings link = link(some, address);
        return link == Findings.NONE ? verdict(Rule.PICTURE, good, address, rule) : link;
    }

    private static Findings link(boolean some, String address) {
        return verdict(Rule.LINK, some && !isUnsafe(address), address, "a URL" + SAFE);
    }

    private static Findings verdict(Rule rule, boolean good, String address, String asked) {
        return good && (address == null || isClean(address))
                ? Findings.NONE
                : Findings.of(rule, asked, QuotedValue.text(address));
    }

    /** Returns whether something follows a scheme (RFC 3986). After http and https it is a host. */
    private static boolean isUrl(String url) {
        int colon = url.indexOf(':');
        for (int i = 0; i < colon; i++) {
            char c = url.charAt(i);
            boolean letter = c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z';
            if (!letter && (i == 0 || "0123456789+-.".indexOf(c) < 0)) {
                return false;
            }
        }
        return colon > 0 && colon + 1 < url.length() && (isWeb(url) || !hasScheme(url, WEB));
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

    private static boolean hasScheme(String url, String[] schemes) {
        for (String scheme : schemes) {
            if (hasScheme(url, scheme)) {
                return true;
            }
        }
        return false;
    }

    /** Compares in ASCII, since {@code equalsIgnoreCase} also matches non-ASCII letters with s and k. */
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
