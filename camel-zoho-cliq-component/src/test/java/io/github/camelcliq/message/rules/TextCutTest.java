package io.github.camelcliq.message.rules;

import static io.github.camelcliq.PatientWaits.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A text is cut where nothing is halved. */
class TextCutTest {

    private static final String FAMILY = "👨‍👩‍👧‍👦";

    @ParameterizedTest
    @CsvSource({
        "12345678, 8, 12345678",
        "123456789, 8, 1234567…",
        "123456😀, 8, 123456😀",
        "123456😀9, 8, 123456…",
        "12345😀89, 8, 12345😀…",
        "12345e\u0301789, 7, 12345…",
        "12345e\u0301789, 8, 12345e\u0301…",
        "1👍🏽345678, 5, 1…",
        "1👍🏽345678, 6, 1👍🏽…",
        "🇩🇪🇫🇷🇪🇸, 8, 🇩🇪…",
        "🇩🇪🇫🇷🇪🇸, 9, 🇩🇪🇫🇷…",
        "1👨‍👩‍👧‍👦x, 12, 1…",
        "12👨‍👩‍👧‍👦xx, 14, 12👨‍👩‍👧‍👦…",
    })
    void aCharacterStaysWholeWithAllItsParts(String text, int limit, String expected) {
        assertThat(TextCut.cut(text, limit)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "see [Go]($k) now, 12, see …",
        "see [Go]($k) now, 13, see [Go]($k)…",
        "ask [Jo B](zohoid:1) now, 12, ask …",
        "ask [Jo B](mail:a@b.c) now, 22, ask …",
        "ask {@a@b.c} now, 10, ask …",
        "ask {#ops room} now, 10, ask …",
        "at [Runbook](https://a/b) now, 20, at …",
        "an array[1] of (x), 12, an array[1]…",
        "a {brace} is text, 6, a {br…",
    })
    void aMentionAnInstantButtonAndALinkStayWhole(String text, int limit, String expected) {
        assertThat(TextCut.cut(text, limit)).isEqualTo(expected);
    }

    @Test
    void whereNothingWouldBeLeftABeginningIs() {
        assertThat(TextCut.cut("[A long name](mail:a@b.c)", 8)).isEqualTo("[A long…");
        assertThat(TextCut.cut("{@a@b.c}", 4)).isEqualTo("{@a…");
        assertThat(TextCut.cut(FAMILY, 8)).isEqualTo(FAMILY.substring(0, 6) + "…");
        assertThat(TextCut.cut("😀😀", 2)).isEqualTo("…");
        assertThat(TextCut.cut("ab", 1)).isEqualTo("…");
    }

    @Property(tries = 2_000)
    void theEndIsNeverInsideAPiece(
            @ForAll @Size(min = 1, max = 40) List<@From("pieces") String> pieces,
            @ForAll @IntRange(min = 26, max = 120) int limit) {
        String text = String.join("", pieces);
        List<String> beginnings = new ArrayList<>(List.of(text));
        StringBuilder beginning = new StringBuilder();
        for (String piece : pieces) {
            beginnings.add(beginning.append(piece) + "…");
        }

        String cut = TextCut.cut(text, limit);

        assertThat(cut.length()).isLessThanOrEqualTo(limit);
        assertThat(cut).isIn(beginnings);
    }

    @Provide
    Arbitrary<String> pieces() {
        return Arbitraries.of(
                "a",
                " ",
                "é",
                "e\u0301\u0302",
                "😀",
                "👍🏽",
                "🇩🇪",
                FAMILY,
                "한",
                "각",
                "{@all}",
                "{#c 1}",
                "[Go]($k)",
                "[Jo B](zohoid:1)",
                "[Jo](mail:a@b.c)",
                "[Wiki](https://a/b)");
    }

    /** Minutes, where the time grew with the square of the length. */
    @Test
    @Timeout(SECONDS)
    void aHostileTextTakesNoLonger() {
        for (String piece : List.of("[", "[a](", "[a]($", "{@", "{@a", "\u0301", "👨\u200D", "🇩🇪", "](")) {
            String hostile = piece.repeat(2_000_000 / piece.length());
            assertThat(TextCut.cut(hostile, 10_000)).hasSizeLessThanOrEqualTo(10_000);
            assertThat(TextCut.cut(hostile, 100_000)).hasSizeLessThanOrEqualTo(100_000);
        }
    }
}
