package io.github.camelcliq.message.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JsonProcessingException;
import io.github.camelcliq.message.Button;
import io.github.camelcliq.message.CliqMessage;
import io.github.camelcliq.message.Documents;
import io.github.camelcliq.message.InstantButton;
import io.github.camelcliq.message.RecipientsField;
import io.github.camelcliq.message.TextPrompt;
import io.github.camelcliq.message.Violation;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Documents are parsed without losing a digit or a key, and broken ones never quoted. */
class MessageJsonTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"text\": secret}",
                "{\"text\": \"secret}",
                "{\"text\" \"secret\"}",
                "{\"text\": \"secret\"} secret",
                "{\"text\": \"secret\"} {\"text\": 1}",
                "{\"secret\": 01}",
                "{\"secret\": \"\u0001\"}",
                "{secret: 1}",
                "[\"secret\"",
                "secret",
                "{\"text\": \"\\secret\"}"
            })
    void brokenJsonIsRefusedWithoutAWordOfIt(String document) {
        for (boolean asBytes : List.of(true, false)) {
            assertThatThrownBy(() -> parse(document, asBytes))
                    .isInstanceOf(JsonProcessingException.class)
                    .hasNoCause()
                    .message()
                    .startsWith("broken JSON")
                    .contains("at line 1, column ")
                    .doesNotContain("secret")
                    .doesNotContain("\n");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "`` | broken JSON: nothing there at line 1, column 1",
                "`  ` | broken JSON: nothing there at line 1, column 3",
                "{\"a\": | broken JSON: ends too early at line 1, column 6",
                "{} {} | broken JSON: goes on after its end at line 1, column 4",
            })
    void whatIsBrokenIsSaidWithItsPlace(String document, String message) {
        assertThatThrownBy(() -> MessageJson.parse(document)).hasMessage(message);
    }

    /** Whether a column is that of the character or of the one after it differs between Jackson 2.19 and 2.22. */
    @Test
    void anUnknownWordIsSaidWithItsPlace() {
        assertThatThrownBy(() -> MessageJson.parse("{\"a\":x}"))
                .message()
                .matches("broken JSON at line 1, column [67]");
    }

    @Test
    void bytesThatAreNoUtf8AreBrokenJson() {
        byte[] document = "{\"text\":\"\u00e4\"}".getBytes(StandardCharsets.ISO_8859_1);

        assertThatThrownBy(() -> MessageJson.parse(document))
                .isInstanceOf(JsonProcessingException.class)
                .message()
                .startsWith("broken JSON");
    }

    @Test
    void keysThatStandTwiceAreNotedWithTheirPlace() {
        assertThat(Documents.parsed(
                                "{'a':1,'a':2,'b':{'c':{},'c':[{'d/e':1,'d/e':{'x':1}}],'f':[1,{'g':1,'g':1,'g':1}]}}")
                        .duplicateKeys())
                .extracting(Violation::pointer)
                .containsExactly("/a", "/b/c", "/b/c/0/d~1e", "/b/f/1/g", "/b/f/1/g");
    }

    @Test
    void exactNumbersArePlainInATree() {
        assertThat(Documents.json("{'a':1.10,'b':[1E400,123456789012345678901234567890]}"))
                .hasToString("{\"a\":1.10,\"b\":[1E+400,123456789012345678901234567890]}");
    }

    @Test
    void theTreeOfAnObjectIsWhatItsAnnotationsSay() {
        record Alert(@JsonProperty("text") String summary, List<Button> buttons) {}

        assertThat(MessageJson.toTree(new Alert("a", List.of(new Button("b", null, null, null, null, null)))))
                .isEqualTo(Documents.json("{'text':'a','buttons':[{'label':'b'}]}"));
        assertThat(MessageJson.toTree(Map.of("a", new TextPrompt("b")))).isEqualTo(Documents.json("{'a':'b'}"));
        assertThatThrownBy(() -> MessageJson.toTree(new Object())).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\ud83d alone", "\ude00", "x\ud83d", "😀\ud83d", "😀x\ude00"})
    void halfASurrogatePairIsNotWritten(String half) {
        for (CliqMessage message : List.of(
                CliqMessage.text(half).build(),
                CliqMessage.builder().other("a", List.of(half)).build(),
                CliqMessage.builder().other(half, 1).build(),
                CliqMessage.builder().other("a", Map.of(half, 1)).build(),
                CliqMessage.builder().reference(half, (InstantButton) null).build())) {
            assertThatThrownBy(() -> MessageJson.write(message, RecipientsField.USER_IDS))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("half a surrogate pair");
        }
    }

    @Test
    void messagesAreWrittenInUtf8WithoutNeedlessEscapes() {
        assertThat(new String(
                        MessageJson.write(CliqMessage.text("😀 שלום / \u0001").build(), RecipientsField.USER_IDS),
                        StandardCharsets.UTF_8))
                .isEqualTo("{\"text\":\"😀 שלום / \\u0001\"}");
    }

    private static ParsedJson parse(String document, boolean asBytes) throws JsonProcessingException {
        return asBytes ? MessageJson.parse(document.getBytes(StandardCharsets.UTF_8)) : MessageJson.parse(document);
    }
}
