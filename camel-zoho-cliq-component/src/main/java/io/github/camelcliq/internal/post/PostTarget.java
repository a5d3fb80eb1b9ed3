package io.github.camelcliq.internal.post;

import io.github.camelcliq.message.TargetKind;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/**
 * The target of a message: a chat or thread by its id, a channel by its unique name or id, a user by email or ZUID, a
 * bot by its unique name.
 *
 * @param kind what the id names
 * @param id the id, unencoded, such as {@code CT_1203304812000146098_55622663-B2} or {@code announcements}
 */
public record PostTarget(TargetKind kind, String id) {

    /**
     * Marks the chat id of a thread. Taken from the ids in the threads reference, which does not state it: our choice.
     */
    private static final String THREAD_MARK = "-T-";

    public PostTarget {
        String complaint = complaintAbout(id);
        if (complaint != null) {
            throw new IllegalArgumentException(complaint);
        }
    }

    /**
     * Returns why a text cannot be an id; {@code null} if it can. An id becomes one segment of a path. So {@code .} and
     * {@code ..} are not allowed, since servers resolve them to other paths. Control characters are not allowed either.
     */
    public static String complaintAbout(String id) {
        String plain = id == null ? "" : decodedOnce(id);
        if (plain.isBlank()) {
            return "the id is missing or blank";
        }
        if (plain.equals(".") || plain.equals("..")) {
            return "the id is a relative path";
        }
        if (plain.chars().anyMatch(Character::isISOControl)) {
            return "the id has control characters";
        }
        if (!StandardCharsets.UTF_8.newEncoder().canEncode(plain)) {
            return "the id has half a surrogate pair";
        }
        return null;
    }

    /** Returns the kind and the id as in an endpoint URI, such as {@code channel/announcements}. */
    public String place() {
        return kind.uriName() + "/" + id;
    }

    /** Returns the kind and the percent-encoded id. An id that is encoded already gives the same key. */
    public String key() {
        return kind.uriName() + "/" + encodedId();
    }

    /** Returns whether messages to this target go into a thread, which has a smaller limit. */
    public boolean isThread() {
        return kind == TargetKind.CHAT && id.contains(THREAD_MARK);
    }

    /**
     * Returns the percent-encoded id. An id copied from a URL or an answer may be encoded already, and is not encoded
     * twice.
     */
    String encodedId() {
        return encoded(decodedOnce(id));
    }

    static String encoded(String plain) {
        return URLEncoder.encode(plain, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private static String decodedOnce(String id) {
        try {
            String decoded = URLDecoder.decode(id.replace("+", "%2B"), StandardCharsets.UTF_8);
            // a replacement character stands for bytes that are not UTF-8, so the id was not encoded
            return decoded.indexOf('\uFFFD') < 0 ? decoded : id;
        } catch (IllegalArgumentException notEncoded) {
            return id;
        }
    }
}
