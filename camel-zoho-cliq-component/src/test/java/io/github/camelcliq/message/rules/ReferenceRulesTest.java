package io.github.camelcliq.message.rules;

import static io.github.camelcliq.PatientWaits.LONGEST;
import static io.github.camelcliq.message.Documents.pointers;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelcliq.message.Action;
import io.github.camelcliq.message.CliqMessage;
import io.github.camelcliq.message.Confirmation;
import io.github.camelcliq.message.Copy;
import io.github.camelcliq.message.InstantButton;
import io.github.camelcliq.message.InvokeFunction;
import io.github.camelcliq.message.OpenUrl;
import io.github.camelcliq.message.PreviewUrl;
import io.github.camelcliq.message.RuleLevel;
import io.github.camelcliq.message.SystemApi;
import io.github.camelcliq.message.TargetKind;
import io.github.camelcliq.message.UnknownFields;
import io.github.camelcliq.message.Violation;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.Chars;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;

/** Instant buttons: what the text refers to, and what the references explain. */
class ReferenceRulesTest {

    private static final Pattern REFERENCE = Pattern.compile("\\[[^\\]]+\\]\\(\\$([^)\\s]+)\\)");
    private static final InstantButton BUTTON =
            InstantButton.labelled("a").copy("x").build();

    @Test
    void aKeyAndItsReferenceBelongTogether() {
        assertThat(check("Please [ask]($1) or [call]($2)", Map.of("1", BUTTON, "2", BUTTON)))
                .isEmpty();
    }

    @Test
    void aKeyWithoutItsReferenceIsTextAndRefusedByStrictRules() {
        CliqMessage message =
                CliqMessage.text("[x]($1) [y]($1) [z]($2)").references(Map.of()).build();

        assertThat(MessageRules.DEFAULT.check(message, TargetKind.CHAT)).isEmpty();
        assertThat(MessageRules.builder().level(RuleLevel.STRICT).build().check(message, TargetKind.CHAT))
                .extracting(Violation::toString)
                .containsExactly(
                        "/text: a reference for each [Label]($key) (our choice: the reference does not say), was \"($1)\"",
                        "/text: a reference for each [Label]($key) (our choice: the reference does not say), was \"($2)\"");
    }

    @Test
    void aReferenceThatTheTextDoesNotUseIsRefused() {
        assertThat(check("[x]($1)", Map.of("1", BUTTON, "a/b~c", BUTTON))).containsExactly("/references/a~1b~0c");
    }

    @Test
    void withoutReferencesSuchTextIsOnlyText() {
        assertThat(check("[x]($1)", null)).isEmpty();
    }

    @Test
    void anInstantButtonTakesThreeActionsAndNoConfirmation() {
        assertThat(instant(new Action(new InvokeFunction("f", null)))).isEmpty();
        assertThat(instant(new Action(new SystemApi("invite/1")))).isEmpty();
        assertThat(instant(new Action(new Copy("x")))).isEmpty();
        assertThat(instant(new Action(new OpenUrl("https://x")))).containsExactly("/references/k/object/action/type");
        assertThat(instant(new Action(new PreviewUrl("https://x"))))
                .containsExactly("/references/k/object/action/type");
        assertThat(instant(new Action(
                        new Copy("x"),
                        Confirmation.titled("t").input("i").buttonLabel("b").build())))
                .containsExactly("/references/k/object/action/confirm");
        assertThat(instant(null)).containsExactly("/references/k/object/action");
    }

    @Test
    void argumentsAreDataWhateverTheirKeys() {
        MessageRules strict =
                MessageRules.builder().unknownFields(UnknownFields.REJECT).build();
        CliqMessage message = CliqMessage.text("[a]($k)")
                .reference(
                        "k", InstantButton.labelled("a").invoke("f").arguments(Collections.singletonMap("hint", null)))
                .build();

        assertThat(strict.check(message, TargetKind.CHAT)).isEmpty();
    }

    @Property(tries = 5_000)
    void keysAreFoundAsTheReferencesPatternFindsThem(
            @ForAll
                    @StringLength(max = 24)
                    @Chars({'[', ']', '(', '$', ')', ' ', '\u000B'})
                    @CharRange(from = 'a', to = 'b')
                    String text) {
        assertThat(ReferenceRules.keysIn(text)).containsExactlyElementsOf(keysByPattern(text));
    }

    @Property(tries = 5_000)
    void keysAreFoundAmongPiecesOfReferences(@ForAll("pieces") List<String> pieces) {
        String text = String.join("", pieces);

        assertThat(ReferenceRules.keysIn(text)).containsExactlyElementsOf(keysByPattern(text));
    }

    @Provide
    Arbitrary<List<String>> pieces() {
        return Arbitraries.of("[", "]", "]($", ")", "[a]($b)", "[a]($", "($", "x", " ", "y)", "[]($c)")
                .list()
                .ofMaxSize(12);
    }

    @Test
    void aHostileTextTakesNoLonger() {
        for (String piece : List.of("[", "[x]($", "](", "]($", "[x]($a ")) {
            String text = piece.repeat(1_000_000 / piece.length());

            Assertions.assertTimeoutPreemptively(LONGEST, () -> {
                assertThat(ReferenceRules.keysIn(text)).isEmpty();
                assertThat(ReferenceRules.keysIn(text + " [x]($k)")).contains("k");
            });
        }
    }

    private static Set<String> keysByPattern(String text) {
        Set<String> keys = new LinkedHashSet<>();
        Matcher matcher = REFERENCE.matcher(text);
        while (matcher.find()) {
            keys.add(matcher.group(1));
        }
        return keys;
    }

    private static List<String> check(String text, Map<String, InstantButton> references) {
        return pointers(CliqMessage.text(text).references(references).build());
    }

    private static List<String> instant(Action action) {
        return check("[a]($k)", Map.of("k", new InstantButton("a", null, action, null, null, null)));
    }
}
