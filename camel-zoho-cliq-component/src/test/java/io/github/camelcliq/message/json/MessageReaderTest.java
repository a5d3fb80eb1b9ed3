package io.github.camelcliq.message.json;

import static io.github.camelcliq.message.Documents.json;
import static io.github.camelcliq.message.Documents.pointers;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelcliq.message.Button;
import io.github.camelcliq.message.Documents;
import io.github.camelcliq.message.TargetKind;
import io.github.camelcliq.message.Violation;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The reader goes on after a value of the wrong shape, and says where it was. */
class MessageReaderTest {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    @Test
    void everythingThatDoesNotFitIsSaidAtOnce() {
        assertThat(
                        Documents.violations(
                                "{'text':{},'card':[],'buttons':[{'label':5,'action':{'type':'call.me','data':{}}}],'broadcast':'yes'}"))
                .extracting(Violation::toString)
                .containsExactly(
                        "/text: a string, was an object",
                        "/card: an object, was an array",
                        "/buttons/0/label: a string, was 5",
                        "/buttons/0/action/type: one of invoke.function, open.url, preview.url, system.api, copy (buttons page), the message"
                                + " cards page lists invoke.bot too: rules=tolerant, was \"call.me\"",
                        "/broadcast: true or false, was \"yes\"");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'text':'a','bot':'x'} | /bot",
                "{'text':'a','bot':{'name':1}} | /bot/name",
                "{'text':'a','card':{'theme':'dark'}} | /card/theme",
                "{'text':'a','card':{'theme':7,'title':true}} | /card/title,/card/theme",
                "{'text':'a','card':{'theme':'modern-inline','options':[]}} | /card/options",
                "{'text':'a','card':{'options':[]}} | /card/options",
                "{'text':'a','card':{'theme':'poll','title':'t','options':[{'text':'a'},{'text':'b'}],'thumbnail':'/a','sections':[]}} | /card/thumbnail,/card/sections",
                "{'text':'a','card':{'theme':'poll','title':'t','options':[{'text':'a'},'b']}} | /card/options/1",
                "{'text':'a','card':{'theme':'poll','title':'t','options':'a, b'}} | /card/options",
                "{'text':'a','card':{'sections':[{'fields':[{'title':'x','value':1}]}]}} | /card/sections/0/fields/0/value",
                "{'text':'a','card':{'sections':{}}} | /card/sections",
                "{'text':'a','card':{'buttons':[]},'buttons':[]} | /card/buttons",
                "{'text':'a','card':{'buttons':{}}} | /card/buttons",
                "{'text':'a','buttons':{}} | /buttons",
                "{'text':'a','buttons':['Approve']} | /buttons/0",
                "{'text':'a','buttons':[{'label':'a','type':'*','action':{'type':'copy','data':{'text':'x'}}}]} | /buttons/0/type",
                "{'text':'a','buttons':[{'label':'a','action':[]}]} | /buttons/0/action",
                "{'text':'a','buttons':[{'label':'a','action':{'data':{}}}]} | /buttons/0/action/type",
                "{'text':'a','buttons':[{'label':'a','action':{'type':'copy'}}]} | /buttons/0/action/data",
                "{'text':'a','buttons':[{'label':'a','action':{'type':'copy','data':'x'}}]} | /buttons/0/action/data",
                "{'text':'a','buttons':[{'label':'a','action':{'type':'copy','data':{'text':1}}}]} | /buttons/0/action/data/text",
                "{'text':'a','buttons':[{'label':'a','action':{'type':'open.url','data':{'web':1}}}]} | /buttons/0/action/data/web",
                "{'text':'a','buttons':[{'label':'a','action':{'type':'preview.url','data':{'url':'https://a','web':'https://a'}}}]} | /buttons/0/action/data/web",
                "{'text':'a','buttons':[{'label':'a','action':{'type':'preview.url','data':{'web':5}}}]} | /buttons/0/action/data/web",
                "{'text':'a','references':[]} | /references",
                "{'text':'[a]($k)','references':{'k':'x'}} | /references/k",
                "{'text':'[a]($k)','references':{'k':{'object':{'label':'a','action':{'type':'copy','data':{'text':'x'}}}}}} | /references/k/type",
                "{'text':'[a]($k)','references':{'k':{'type':'link','object':{'label':'a','action':{'type':'copy','data':{'text':'x'}}}}}} | /references/k/type",
                "{'text':'[a]($k)','references':{'k':{'type':'button'}}} | /references/k/object",
                "{'text':'[a]($k)','references':{'k':{'type':'button','object':[]}}} | /references/k/object",
                "{'text':'[a]($k)','references':{'k':{'type':'button','object':{'label':'a','hint':'h','key':'k','action':{'type':'copy','data':{'text':'x'}}}}}} | /references/k/object/hint,/references/k/object/key",
                "{'text':'[a]($k)','references':{'k':{'type':'button','object':{'label':'a','arguments':[],'action':{'type':'copy','data':{'text':'x'}}}}}} | /references/k/object/arguments",
                "{'text':'a','styles':{'background':'pink','markdown':'true'}} | /styles/background,/styles/markdown",
                "{'text':'a','user_ids':'1','userids':'1'} | /userids",
                "{'text':'a','user_ids':['1']} | /user_ids",
                "{'text':'a','slides':[{'data':[]}]} | /slides/0/type",
                "{'text':'a','slides':[{'type':'video','data':[]}]} | /slides/0/type",
                "{'text':'a','slides':[{'type':'text','data':[]}]} | /slides/0/data",
                "{'text':'a','slides':[{'type':'list','data':['a',1]}]} | /slides/0/data/1",
                "{'text':'a','slides':[{'type':'list','data':['a'],'styles':{'type':'dot'}}]} | /slides/0/styles/type",
                "{'text':'a','slides':[{'type':'label','data':[{'a':1},'b']}]} | /slides/0/data/0/a,/slides/0/data/1",
                "{'text':'a','slides':[{'type':'table','data':{'headers':'a','rows':[{'x':'y'}]}}]} | /slides/0/data/headers",
                "{'text':'a','slides':[{'type':'table','data':{'headers':['a',2],'rows':[{'x':'y'}]}}]} | /slides/0/data/headers/1",
                "{'text':'a','slides':[{'type':'table','data':{'headers':['a'],'rows':[{'a':1},[]]}}]} | /slides/0/data/rows/0/a,/slides/0/data/rows/1",
                "{'text':'a','slides':[{'type':'table','data':{'headers':['a'],'styles':{'width':[100]}},'styles':{'width':[100]}}]} | /slides/0/styles",
                "{'text':'a','slides':[{'type':'table','data':{'headers':['a'],'styles':{'width':[100.0],'sticky':{'rows':'1'}}}}]} | /slides/0/data/styles/width/0,/slides/0/data/styles/sticky/rows",
                "{'text':'a','slides':[{'type':'table','data':{'headers':['a'],'styles':{'width':[99999999999]}}}]} | /slides/0/data/styles/width/0",
                "{'text':'a','slides':[{'type':'table','data':{'headers':['a']},'styles':{'width':'wide'}}]} | /slides/0/styles/width",
                "{'text':'a','slides':[{'type':'percentage_chart','data':[{'label':'a','value':true}]}]} | /slides/0/data/0/value",
                "{'text':'a','slides':[{'type':'percentage_chart','data':[{'label':'a','value':1}],'styles':{'preview':'cake'}}]} | /slides/0/styles/preview",
                "{'text':'a','slides':[{'type':'graph','data':[{'category':'c','values':{}}],'styles':{'preview':'pie','x_axis':1}}]} | /slides/0/data/0/values,/slides/0/styles/preview,/slides/0/styles/x_axis",
            })
    void whatDoesNotFitIsSaidOnceAtItsPlace(String document, String expected) {
        assertThat(pointers(document)).containsExactlyInAnyOrder(expected.split(","));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "'input':5 | /input",
                "'input':{} | /input/type",
                "'input':{'type':'password'} | /input/type",
                "'input':'x','mandatory':'yes' | /mandatory",
                "'input':'x','mandatory':1 | /mandatory",
                "'input':'x','emotion':'happy' | /emotion",
                "'input':'x','description':[] | /description",
            })
    void whatDoesNotFitInAConfirmationIsSaidAtItsPlace(String field, String pointer) {
        assertThat(pointers("{'text':'a','buttons':[{'label':'a','action':{'type':'copy','data':{'text':'x'},"
                        + "'confirm':{'title':'t','button_label':'b'," + field + "}}}]}"))
                .containsExactly("/buttons/0/action/confirm" + pointer);
    }

    @Test
    void aListEntryThatCannotBeReadKeepsItsPlace() {
        ReadMessage reading = MessageReader.read(json("{'buttons':['first',{'label':'second'}]}"));

        assertThat(reading.message().buttons()).hasSize(2).first().isNull();
        assertThat(reading.message().buttons().get(1).label()).isEqualTo("second");
        assertThat(pointers(
                        "{'text':'a','buttons':['first',{'label':' ','action':{'type':'copy','data':{'text':'x'}}}]}"))
                .containsExactly("/buttons/0", "/buttons/1/label");
    }

    @Test
    void aTextThatCannotBeReadLeavesNoReferenceUnused() {
        assertThat(
                        pointers(
                                "{'text':7,'references':{'k':{'type':'button','object':{'label':'a','action':{'type':'copy','data':{'text':'x'}}}}}}"))
                .containsExactly("/text");
    }

    @Test
    void aCardThatCannotBeReadIsACardForABotAllTheSame() {
        assertThat(pointers(Documents.violations("{'card':[]}", TargetKind.BOT)))
                .containsExactly("/card");
        assertThat(pointers(Documents.violations("{'slides':{}}", TargetKind.BOT)))
                .containsExactly("/slides");
        assertThat(pointers(Documents.violations("{'slides':[1]}", TargetKind.BOT)))
                .containsExactly("/slides/0");
    }

    @Test
    void violationsPointIntoTheDocumentWhereverTheMessageHasTheField() {
        assertThat(pointers("{'text':'a','userids':'1,,2',"
                        + "'card':{'buttons':[{'label':' ','action':{'type':'preview.url','data':{'web':'ftp://a'}}}]},"
                        + "'slides':[{'type':'table','data':{'headers':['a']},'styles':{'width':[0]}}]}"))
                .containsExactly(
                        "/card/buttons/0/label",
                        "/card/buttons/0/action/data/web",
                        "/slides/0/styles/width",
                        "/slides/0/styles/width/0",
                        "/userids");
    }

    @Test
    void aKeyThatStandsTwiceIsAViolationBesideThoseOfItsLastValue() {
        assertThat(Documents.violations("{'text':'a','text':' ','hint':'b'}"))
                .extracting(Violation::toString)
                .containsExactly(
                        "/text: stands once in its object, was there again",
                        "/text: not blank (our choice: the reference does not say), was \" \"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", "'text'", "5", "true", "null"})
    void aDocumentThatIsNoObjectIsOneViolationAtItsRoot(String document) {
        assertThat(Documents.violations(document)).hasSize(1);
        assertThat(pointers(document)).containsExactly("");
    }

    @Test
    void nothingAtAllIsAViolationToo() {
        assertThat(MessageReader.read((JsonNode) null).violations())
                .containsExactly(new Violation("", "an object", null));
        assertThat(MessageReader.read(MissingNode.getInstance()).violations()).hasSize(1);
    }

    @Test
    void treesThatAnApplicationMadeAreReadAsTheirJson() {
        ObjectNode tree = NODES.objectNode();
        tree.putPOJO("text", "from an object");
        tree.putPOJO("card", Map.of("title", "t"));
        tree.putPOJO("buttons", List.of(Button.labelled("a").copy("x").build()));
        tree.putPOJO("hint", null);
        tree.put("small", (short) 3).put("half", 0.5f).put("double", 1.1).put("bytes", new byte[] {1, 2});
        tree.set("missing", MissingNode.getInstance());

        ReadMessage reading = MessageReader.read(tree);

        assertThat(reading.violations()).isEmpty();
        assertThat(Documents.written(reading.message()))
                .isEqualTo(json("{'text':'from an object','card':{'title':'t'},"
                        + "'buttons':[{'label':'a','type':'+','action':{'type':'copy','data':{'text':'x'}}}],"
                        + "'small':3,'half':0.5,'double':1.1,'bytes':'AQI=','missing':null}"));
    }

    @Test
    void whatJsonCannotSayIsAViolationAtItsPlace() {
        Map<String, Object> endless = new HashMap<>();
        endless.put("self", endless);
        ObjectNode tree = NODES.objectNode().put("text", "a").put("not_a_number", Double.NaN);
        tree.putPOJO("endless", endless);
        tree.putPOJO("card", new Object());
        tree.set("deep", nested(5_000));

        ReadMessage reading = MessageReader.read(tree);

        assertThat(pointers(reading.violations()))
                .containsExactlyInAnyOrder("/not_a_number", "/endless", "/card", "/deep");
        assertThat(reading.message().text()).isEqualTo("a");
    }

    @Test
    void theNamesOfAllFieldsAreKnown() {
        Documents.file("everything.json")
                .fieldNames()
                .forEachRemaining(
                        name -> assertThat(MessageReader.isKnownField(name)).isEqualTo(!name.startsWith("new_")));
        assertThat(MessageReader.isKnownField("userids")).isTrue();
    }

    private static JsonNode nested(int depth) {
        JsonNode inner = NODES.objectNode();
        for (int i = 0; i < depth; i++) {
            inner = NODES.arrayNode().add(inner);
        }
        return inner;
    }
}
