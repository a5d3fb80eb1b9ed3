package io.github.camelcliq.message.rules;

import static io.github.camelcliq.message.Documents.pointers;
import static io.github.camelcliq.message.Documents.violations;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelcliq.message.CliqMessage;
import io.github.camelcliq.message.Documents;
import io.github.camelcliq.message.TargetKind;
import io.github.camelcliq.message.Violation;
import io.github.camelcliq.message.json.MessageReader;
import io.github.camelcliq.message.json.ParsedJson;
import io.github.camelcliq.message.json.ReadMessage;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is wrong with a document's shape and what its message breaks are told together, each once. */
class MergedFindingsTest {

    @Test
    void aKeyThatStandsTwiceHidesNothingOfWhatItsLastValueBreaks() {
        assertThat(pointers("{'text':'a','buttons':[],'buttons':[{'label':'" + "x".repeat(30) + "'}]}"))
                .containsExactly("/buttons", "/buttons/0/label", "/buttons/0/action");
        assertThat(pointers("{'text':'a','text':' '}")).containsExactly("/text", "/text");
        assertThat(pointers("{'text':'a','card':{'title':'t','theme':'poll','theme':'prompt'}}"))
                .containsExactly("/card/theme", "/buttons");
    }

    @Test
    void aKeyThatStandsTwiceDoesNotMakeAReferenceUsed() {
        assertThat(pointers("{'text':'[a]($k)','text':'b','references':{'k':{'type':'button',"
                        + "'object':{'label':'a','action':{'type':'copy','data':{'text':'x'}}}}}}"))
                .containsExactly("/text", "/references/k");
    }

    @Test
    void whatIsMisreadUnderAKeyThatStandsTwiceIsNotJudged() {
        assertThat(violations("{'text':'a','text':5}"))
                .extracting(Violation::toString)
                .containsExactly("/text: stands once in its object, was there again", "/text: a string, was 5");
    }

    @Test
    void aDuplicateKeyOfAPartKeepsItsNatureInsideTheWhole() {
        ParsedJson part = Documents.parsed("[{'label':'" + "x".repeat(30) + "','label':'" + "y".repeat(30) + "'}]");
        List<Violation> inWhole = part.duplicateKeys().stream()
                .map(duplicate -> duplicate.inside("/buttons"))
                .toList();
        CliqMessage message = MessageReader.read(
                        Documents.json("{'text':'a','buttons':[{'label':'" + "y".repeat(30) + "'}]}"))
                .message();

        assertThat(pointers(MessageRules.DEFAULT.check(new ReadMessage(message, inWhole), TargetKind.CHAT)))
                .containsExactly("/buttons/0/label", "/buttons/0/label", "/buttons/0/action");
    }

    @Test
    void aMissingPartIsNoGapOfWhatIsMisreadBesideIt() {
        assertThat(pointers("{'text':'a','buttons':[{'label':5}]}"))
                .containsExactly("/buttons/0/label", "/buttons/0/action");
        assertThat(pointers("{'card':5}")).containsExactly("/text", "/card");
        assertThat(pointers(violations("{'card':5}", TargetKind.BOT))).containsExactly("/card");
    }
}
