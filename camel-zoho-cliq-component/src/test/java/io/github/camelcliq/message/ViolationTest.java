package io.github.camelcliq.message;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.camelcliq.message.rules.MessageRules;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

/** A violation is one line for a log, and short, whatever the message says. */
class ViolationTest {

    @Test
    void namesPlaceRuleAndValue() {
        assertThat(only(CliqMessage.text("a")
                        .button(Button.labelled("Approve the whole budget of the quarter at once")
                                .copy("x"))
                        .build()))
                .hasToString("/buttons/0/label: at most 30 characters (buttons page: 20), "
                        + "was \"Approve the whole budget of the quarter…\" (47 characters)");
        assertThat(only(CliqMessage.builder().build()))
                .hasToString(
                        "/text: required, at most 10,000 characters (messages and threads pages: 5,000), was missing");
        assertThat(new Violation("", "an object", "an array")).hasToString("the message: an object, was an array");
    }

    @Test
    void showsLineBreaksAndMarksAsEscapes() {
        assertThat(only(CliqMessage.text("a")
                        .card(Card.modernInline("t").thumbnail("a\r\n\t\u2028\u202e\u0007\u0085"))
                        .build()))
                .extracting(Violation::actual)
                .isEqualTo("\"a\\r\\n\\t\\u2028\\u202E\\u0007\\u0085\"");
    }

    @Test
    void showsHalfASurrogatePairAsAnEscape() {
        assertThat(only(CliqMessage.text("a\ud83d").build()).actual()).isEqualTo("\"a\\uD83D\"");
    }

    @Test
    void hasATrueJsonPointerAndShowsItOnOneLine() {
        MessageRules strict =
                MessageRules.builder().unknownFields(UnknownFields.REJECT).build();
        Violation violation = strict.check(
                        CliqMessage.text("a").other("a/b~c\n", 1).build(), TargetKind.CHAT)
                .get(0);

        assertThat(violation.pointer()).isEqualTo("/a~1b~0c\n");
        assertThat(violation).hasToString("/a~1b~0c\\n: a known field (unknownFields=reject), was 1");
    }

    @Test
    void isSerializable() throws Exception {
        Violation violation = only(CliqMessage.builder().build());
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(violation);
        }
        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
            assertThat(in.readObject())
                    .isEqualTo(violation)
                    .hasSameHashCodeAs(violation)
                    .hasToString(violation.toString());
        }
    }

    @Test
    void isAnObjectOfItsPartsAsJson() throws Exception {
        assertThat(new ObjectMapper().writeValueAsString(new Violation("/text", "a string", "5")))
                .isEqualTo("{\"pointer\":\"/text\",\"rule\":\"a string\",\"actual\":\"5\"}");
    }

    @Property(tries = 500)
    void isShortAndOnOneLineWhateverTheText(@ForAll @StringLength(min = 1, max = 400) String any) {
        CliqMessage message = CliqMessage.text(" ")
                .card(Card.modernInline(any.repeat(201)).thumbnail(any))
                .button(Button.labelled("a").open(any))
                .button(Button.labelled("a").system(any + "!"))
                .build();
        List<Violation> violations = MessageRules.DEFAULT.check(message, TargetKind.CHAT);

        assertThat(violations).hasSizeGreaterThanOrEqualTo(4).allSatisfy(violation -> {
            assertThat(violation.toString().lines()).hasSize(1);
            assertThat(violation.toString().codePoints()).noneMatch(Character::isISOControl);
            assertThat(violation.actual()).hasSizeLessThanOrEqualTo(64);
        });
    }

    @Property(tries = 500)
    void isShortWhereTheTextIsPlain(@ForAll @StringLength(min = 21, max = 4_000) @AlphaChars String any) {
        assertThat(only(CliqMessage.text("a")
                                .button(Button.labelled(any).copy("x"))
                                .build())
                        .actual())
                .hasSizeLessThanOrEqualTo(62);
    }

    private static Violation only(CliqMessage message) {
        List<Violation> violations = MessageRules.DEFAULT.check(message, TargetKind.CHAT);
        assertThat(violations).hasSize(1);
        return violations.get(0);
    }
}
