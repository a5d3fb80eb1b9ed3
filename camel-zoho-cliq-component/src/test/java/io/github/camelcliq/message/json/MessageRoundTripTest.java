package io.github.camelcliq.message.json;

import static io.github.camelcliq.message.Documents.json;
import static io.github.camelcliq.message.Documents.written;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelcliq.message.CliqMessage;
import io.github.camelcliq.message.Documents;
import io.github.camelcliq.message.RecipientsField;
import io.github.camelcliq.message.Slide;
import io.github.camelcliq.message.TargetKind;
import io.github.camelcliq.message.rules.MessageRules;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is read is written again: nothing is lost, nothing added. */
class MessageRoundTripTest {

    private final JsonNode everything = Documents.file("everything.json");

    @Test
    void everyPartOfAMessageSurvives() {
        ReadMessage reading = MessageReader.read(everything);

        assertThat(reading.violations()).isEmpty();
        assertThat(written(reading.message())).isEqualTo(everything);
        assertThat(MessageRules.DEFAULT.check(reading, TargetKind.BOT)).isEmpty();
    }

    @Test
    void theFieldsAreWrittenInOneOrder() {
        CliqMessage message = MessageReader.read(everything).message();

        assertThat(new String(MessageJson.write(message, RecipientsField.USER_IDS), StandardCharsets.UTF_8))
                .isEqualTo(everything.toString());
    }

    @Test
    void whatWasWrittenIsReadAsTheSameMessage() {
        CliqMessage message = MessageReader.read(everything).message();

        assertThat(MessageReader.read(written(message)).message()).isEqualTo(message);
        assertThat(message.toBuilder().build()).isEqualTo(message);
    }

    @Test
    void everyPartIsReadIntoItsField() {
        CliqMessage message = MessageReader.read(everything).message();

        assertThat(message.slides())
                .extracting(Slide::type)
                .containsExactly("table", "list", "label", "images", "text", "percentage_chart", "graph");
        assertThat(message.buttons())
                .extracting(button -> button.action().data().type())
                .containsExactly("open.url", "preview.url", "system.api", "copy", "invoke.function");
        assertThat(message.references()).containsOnlyKeys("ask", "call", "copy");
        assertThat(message.recipients()).containsExactly("12345", "ada@example.com");
        assertThat(message.other()).containsOnlyKeys("new_field", "new_nothing");
    }

    @Test
    void numbersKeepEveryDigit() {
        CliqMessage message = MessageReader.read(json(
                        "{'a':1.10,'b':123456789012345678901234567890,'c':1E400,'d':12345678901,'e':1.0,'f':-0.00}"))
                .message();

        assertThat(message.other())
                .containsEntry("a", new BigDecimal("1.10"))
                .containsEntry("b", new BigInteger("123456789012345678901234567890"))
                .containsEntry("c", new BigDecimal("1E+400"))
                .containsEntry("d", 12345678901L)
                .containsEntry("e", new BigDecimal("1.0"));
        assertThat(new String(MessageJson.write(message, RecipientsField.USER_IDS), StandardCharsets.UTF_8))
                .isEqualTo(
                        "{\"a\":1.10,\"b\":123456789012345678901234567890,\"c\":1E+400,\"d\":12345678901,\"e\":1.0,\"f\":0.00}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'card':{}}",
                "{'card':{'title':'t','thumbnail':'https://x','sections':[]}}",
                "{'card':{'title':'t','theme':'modern-inline','thumbnail':'/x'}}",
                "{'card':{'title':'t','theme':'poll','options':[{'text':'a','id':null},{'text':'b'}],'multiple':true}}",
                "{'card':{'title':'t','theme':'prompt','mood':null}}",
                "{'slides':[]}",
                "{'slides':[{'type':'table','data':{'headers':[]}}]}",
                "{'buttons':[]}",
                "{'references':{}}",
                "{'user_ids':'a, b,'}",
                "{'styles':{}}",
                "{}"
            })
    void everyThemeAndEmptyPartSurvives(String document) {
        ReadMessage reading = MessageReader.read(json(document));

        assertThat(reading.violations()).isEmpty();
        assertThat(written(reading.message())).isEqualTo(json(document));
    }

    @Test
    void anExplicitNullOfAKnownFieldCountsAsAbsent() {
        CliqMessage message = MessageReader.read(
                        json("{'text':'a','card':null,'buttons':null,'hint':null,'user_ids':null}"))
                .message();

        assertThat(message).isEqualTo(CliqMessage.text("a").build());
        assertThat(written(message)).isEqualTo(json("{'text':'a'}"));
    }

    @Test
    void absentFieldsAreNotWritten() {
        assertThat(written(CliqMessage.builder().build())).isEqualTo(json("{}"));
    }

    @Test
    void mandatoryIsReadAsABooleanTooAndWrittenAsTheString() {
        String document =
                "{'buttons':[{'label':'a','action':{'type':'copy','data':{'text':'x'},'confirm':{'mandatory':%s}}}]}";

        CliqMessage message =
                MessageReader.read(json(document.formatted("true"))).message();

        assertThat(message.buttons().get(0).action().confirm().mandatory()).isTrue();
        assertThat(written(message)).isEqualTo(json(document.formatted("'true'")));
    }

    @Test
    void buttonsInsideTheCardMoveToTheTopLevel() {
        ReadMessage reading = MessageReader.read(json("{'card':{'title':'t','buttons':[{'label':'a'}]}}"));

        assertThat(reading.violations()).isEmpty();
        assertThat(written(reading.message())).isEqualTo(json("{'card':{'title':'t'},'buttons':[{'label':'a'}]}"));
    }

    @Test
    void aPreviewsWebIsWrittenAsUrl() {
        String document = "{'buttons':[{'action':{'type':'preview.url','data':{'%s':'https://example.com'}}}]}";

        ReadMessage reading = MessageReader.read(json(document.formatted("web")));

        assertThat(reading.violations()).isEmpty();
        assertThat(written(reading.message())).isEqualTo(json(document.formatted("url")));
    }

    @Test
    void aTablesStylesBesideItsDataAreWrittenInside() {
        ReadMessage reading = MessageReader.read(json(
                "{'slides':[{'type':'table','data':{'headers':['a']},'styles':{'width':[100],'sticky':{'rows':1}}}]}"));

        assertThat(reading.violations()).isEmpty();
        assertThat(written(reading.message()))
                .isEqualTo(
                        json(
                                "{'slides':[{'type':'table','data':{'headers':['a'],'styles':{'width':[100],'sticky':{'rows':1}}}}]}"));
    }

    @Test
    void theSlideTypeImageIsWrittenAsImages() {
        ReadMessage reading =
                MessageReader.read(json("{'slides':[{'type':'image','data':['https://example.com/a']}]}"));

        assertThat(written(reading.message()))
                .isEqualTo(json("{'slides':[{'type':'images','data':['https://example.com/a']}]}"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"user_ids", "userids"})
    void recipientsAreReadByBothNamesAndWrittenByTheOneAskedFor(String name) throws Exception {
        CliqMessage message = MessageReader.read(json("{'" + name + "':'1,2'}")).message();

        assertThat(message.recipients()).isEqualTo(List.of("1", "2"));
        assertThat(MessageJson.parse(MessageJson.write(message, RecipientsField.USER_IDS))
                        .root())
                .isEqualTo(json("{'user_ids':'1,2'}"));
        assertThat(MessageJson.parse(MessageJson.write(message, RecipientsField.USERIDS))
                        .root())
                .isEqualTo(json("{'userids':'1,2'}"));
    }
}
