package io.github.camelcliq.sandbox.judging;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.Random;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The keys of instant buttons, found in one pass. */
class InstantButtonUseTest {

    @Test
    void keysAreFoundAsTheRegularExpressionFindsThem() {
        Random random = new Random(20_261_122);
        String alphabet = "[]()$ak \n";
        for (int round = 0; round < 200_000; round++) {
            StringBuilder text = new StringBuilder();
            for (int length = random.nextInt(24); length > 0; length--) {
                text.append(random.nextInt(4) == 0 ? "[a]($k)" : alphabet.charAt(random.nextInt(alphabet.length())));
            }
            assertThat(InstantButtonUse.keysIn(text.toString()))
                    .as(text.toString())
                    .isEqualTo(byPattern(text));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"[", "]", "[a]($", "[a]($k", "[]($", "[[a](", "]($"})
    void aMillionBracketsTakeNoTime(String piece) {
        Assertions.assertTimeout(
                Duration.ofSeconds(60), () -> InstantButtonUse.keysIn(piece.repeat(1_000_000 / piece.length())));
    }

    private static Set<String> byPattern(CharSequence text) {
        Set<String> keys = new LinkedHashSet<>();
        Matcher matcher = Pattern.compile("\\[[^\\]]+\\]\\(\\$([^)\\s]+)\\)").matcher(text);
        while (matcher.find()) {
            keys.add(matcher.group(1));
        }
        return keys;
    }
}
