package io.github.camelcliq.message;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A text that is too long is cut between two characters and ends with an ellipsis, where that is asked for. */
class MessageFitTest {

    @ParameterizedTest
    @CsvSource({
        "12345678, 8, 12345678",
        "123456789, 8, 1234567…",
        "123456😀, 8, 123456😀",
        "123456😀9, 8, 123456…",
        "12345😀89, 8, 12345😀…",
        "😀😀, 2, …",
        "ab, 1, …"
    })
    void isCutAtACharacterAndEndsWithAnEllipsis(String text, int limit, String expected) {
        assertThat(fit(text, limit).text()).isEqualTo(expected);
    }

    @Property(tries = 500)
    void isNeverLongerThanTheLimitAndNeverHalfACharacter(
            @ForAll @IntRange(min = 1, max = 40) int limit, @ForAll String any) {
        String text = "😀a".repeat(10)
                + new String(any.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8)
                + "x".repeat(20);

        String fitted = fit(text, limit).text();

        assertThat(fitted.length()).isBetween(Math.max(1, limit - 1), limit);
        assertThat(StandardCharsets.UTF_8.newEncoder().canEncode(fitted)).isTrue();
    }

    @Test
    void leavesWhatFitsAsItIs() {
        MessageRules rules = rules(5);
        CliqMessage fits = CliqMessage.text("12345").build();
        CliqMessage none = CliqMessage.builder().build();

        assertThat(rules.fit(fits, TargetKind.CHAT)).isSameAs(fits);
        assertThat(rules.fit(none, TargetKind.CHAT)).isSameAs(none);
    }

    @Test
    void cutsNothingUnlessAsked() {
        CliqMessage message = CliqMessage.text("x".repeat(20_000)).build();

        assertThat(MessageRules.DEFAULT.fit(message, TargetKind.CHAT)).isSameAs(message);
    }

    @Test
    void cutsToWhatTheKindOfTargetTakes() {
        MessageRules rules =
                MessageRules.builder().textOverflow(TextOverflow.TRUNCATE).build();
        CliqMessage message = CliqMessage.text("x".repeat(20_000)).hint("kept").build();

        assertThat(rules.fit(message, TargetKind.CHAT).text()).hasSize(MessageLimit.TEXT.value());
        assertThat(rules.fit(message, TargetKind.BOT).text()).hasSize(MessageLimit.BOT_TEXT.value());
        assertThat(rules.fit(message, TargetKind.BOT).hint()).isEqualTo("kept");
        assertThat(rules.check(rules.fit(message, TargetKind.BOT), TargetKind.BOT))
                .isEmpty();
    }

    @Test
    void anInstantButtonThatIsCutAwayIsNotLostInSilence() {
        CliqMessage message = CliqMessage.text("long enough [a]($k)")
                .reference("k", InstantButton.labelled("a").copy("x"))
                .build();

        assertThat(Documents.pointers(rules(12).check(rules(12).fit(message, TargetKind.CHAT), TargetKind.CHAT)))
                .containsExactly("/references/k");
    }

    private static CliqMessage fit(String text, int limit) {
        return rules(limit).fit(CliqMessage.text(text).build(), TargetKind.CHAT);
    }

    private static MessageRules rules(int limit) {
        return MessageRules.builder()
                .maximumTextLength(limit)
                .textOverflow(TextOverflow.TRUNCATE)
                .build();
    }
}
