package io.github.camelcliq.examples;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What becomes of what people write before it stands in a text of the application's. */
class PlainLineTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "Within the plan.        | Within the plan.",
                "He said \"yes\" {5 %}   | He said \"yes\" {5 %}",
                "all of you {@all}       | all of you { @all}",
                "see {#O1220}            | see { #O1220}",
                "[Scott](zohoid:1)       | [Scott] (zohoid:1)",
                "[Approve]($approve)     | [Approve] ($approve)",
            })
    void nobodyIsMentionedAndNothingLinked(String written, String line) {
        assertThat(PlainLine.of(written, 100)).isEqualTo(line);
    }

    @Test
    void whatWasWrittenOnSeveralLinesIsOnOne() {
        assertThat(PlainLine.of(" yes,\r\n\n\tbut\u2028not\u0000all\u001b[2J ", 100))
                .isEqualTo("yes, but not all [2J");
    }

    @Test
    void whatIsTooLongIsCutBetweenCharacters() {
        assertThat(PlainLine.of("12345", 5)).isEqualTo("12345");
        assertThat(PlainLine.of("123456", 5)).isEqualTo("1234…");
        assertThat(PlainLine.of("123\uD83D\uDE00\uD83D\uDE00", 5)).isEqualTo("123…");
        assertThat(PlainLine.of("12\uD83D\uDE00\uD83D\uDE00", 5)).isEqualTo("12\uD83D\uDE00…");
    }

    @Test
    void nothingIsAnEmptyLine() {
        assertThat(PlainLine.of(null, 5)).isEmpty();
        assertThat(PlainLine.of(" \n ", 5)).isEmpty();
    }
}
