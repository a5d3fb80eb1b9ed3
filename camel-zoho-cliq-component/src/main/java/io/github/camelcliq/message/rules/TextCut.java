package io.github.camelcliq.message.rules;

import io.github.camelcliq.message.UnicodeText;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Cuts texts between two characters as people see them, and never inside a mention, an instant button or a link. */
public final class TextCut {

    private static final char ELLIPSIS = '…';

    /** A grapheme cluster, such as a letter with its accents, an emoji with all its parts, or a flag. */
    private static final Pattern CLUSTER = Pattern.compile("\\X");

    /**
     * {@code [Label](target)}, which is an instant button, a silent mention or a link; {@code {@user}} and <code>
     * {#channel}</code>. The bound on the target keeps the time short in a hostile text.
     */
    private static final Pattern MARK = Pattern.compile("\\[[^\\[\\]]++]\\([^)\\s]{1,500}+\\)|\\{[@#][^{}\\r\\n]++}");

    /** The longest distance behind the end in which a mark may end. A longer mark is cut like other text. */
    private static final int MAX_MARK_LENGTH = 1_000;

    private TextCut() {}

    /**
     * Returns the text if it is not too long, otherwise its beginning and an ellipsis.
     *
     * <p>If only the ellipsis would be left, a mark is cut, and then even a cluster, between two code points. The
     * beginning of an alert says more than an ellipsis.
     *
     * <p>An invisible beginning is left out. A blank text stays blank, so that it still breaks its rule.
     *
     * @param limit in UTF-16 units, the ellipsis included; at least 1
     */
    public static String cut(String text, int limit) {
        if (text.length() <= limit) {
            return text;
        }
        String beginning = text.substring(0, end(text, limit - 1));
        if (!UnicodeText.isBlank(beginning)) {
            return beginning + ELLIPSIS;
        }
        int visible = UnicodeText.firstVisible(text);
        if (visible == text.length()) {
            return text.substring(0, UnicodeText.wholeCharacters(text, limit));
        }
        return visible == 0 ? beginning + ELLIPSIS : cut(text.substring(visible), limit);
    }

    private static int end(String text, int room) {
        Matcher mark = MARK.matcher(text).region(0, Math.min(text.length(), room + MAX_MARK_LENGTH));
        boolean marked = mark.find();
        int outsideMarks = 0;
        int afterCluster = 0;
        for (Matcher cluster = CLUSTER.matcher(text); cluster.find() && cluster.end() <= room; ) {
            afterCluster = cluster.end();
            while (marked && mark.end() <= afterCluster) {
                marked = mark.find();
            }
            if (!marked || afterCluster <= mark.start()) {
                outsideMarks = afterCluster;
            }
        }
        if (outsideMarks > 0) {
            return outsideMarks;
        }
        return afterCluster > 0 ? afterCluster : UnicodeText.wholeCharacters(text, room);
    }
}
