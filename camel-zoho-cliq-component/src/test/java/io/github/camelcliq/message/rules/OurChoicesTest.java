package io.github.camelcliq.message.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelcliq.message.CliqMessage;
import io.github.camelcliq.message.Documents;
import io.github.camelcliq.message.MessageLimit;
import io.github.camelcliq.message.Slide;
import io.github.camelcliq.message.TargetKind;
import io.github.camelcliq.message.Violation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where the reference does not say, a violation says that the rule is ours. */
class OurChoicesTest {

    private static final String HUNDRED_AND_ONE =
            "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "'text':' '",
                "'text':'a','hint':'" + HUNDRED_AND_ONE + "'",
                "'text':'a','card':{'thumbnail':'x.png'}",
                "'text':'a','card':{'thumbnail':'//zylker.com/x.png'}",
                "'text':'a','buttons':[{'label':'','action':{'type':'copy','data':{'text':'x'}}}]",
                "'text':'a','buttons':[{'label':' ','action':{'type':'copy','data':{'text':'x'}}}]",
                "'text':'a','buttons':[{'label':'a','action':{'type':'copy','data':{'text':''}}}]",
                "'text':'a','buttons':[{'label':'a','action':{'type':'open.url','data':{}}}]",
                "'text':'a','buttons':[{'label':'a','action':{'type':'preview.url','data':{'url':'tel:1'}}}]",
                "'text':'a','buttons':[{'label':'a','action':{'type':'system.api','data':{'api':'invite/scott'}}}]",
                "'text':'a','references':{'k':{'type':'button','object':{'label':'a','action':{'type':'copy','data':{'text':'x'}}}}}",
                "'text':'[a]($k)','references':{}",
                "'text':'a','slides':[{'type':'list','data':[]}]",
                "'text':'a','slides':[{'type':'list','data':[' ']}]",
                "'text':'a','slides':[{'type':'label','data':[]}]",
                "'text':'a','slides':[{'type':'label','data':[{}]}]",
                "'text':'a','slides':[{'type':'images','data':[]}]",
                "'text':'a','slides':[{'type':'images','data':['ftp://zylker.com/x.png']}]",
                "'text':'a','slides':[{'type':'text','data':''}]",
                "'text':'a','slides':[{'type':'percentage_chart','data':[]}]",
                "'text':'a','slides':[{'type':'graph','data':[]}]",
                "'text':'a','slides':[{'type':'graph','data':[{'category':'c','values':[]}]}]",
                "'text':'a','slides':[{'type':'table','data':{'headers':[]}}]",
                "'text':'a','slides':[{'type':'table','data':{'headers':['a','a']}}]",
            })
    void sayThatTheyAreOurs(String fields) {
        assertThat(Documents.violations("{" + fields + "}"))
                .singleElement()
                .satisfies(
                        violation -> assertThat(violation.rule()).contains("our choice: the reference does not say"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "'text':5",
                "'text':'a','user_ids':'1,,2'",
                "'text':'a','buttons':[{'label':'a','action':{'type':'open.url','data':{'web':'ftp://x'}}}]",
                "'text':'a','slides':[{'type':'text'}]",
            })
    void areNotClaimedWhereTheReferenceSpeaks(String fields) {
        assertThat(Documents.violations("{" + fields + "}"))
                .singleElement()
                .satisfies(violation -> assertThat(violation.rule()).doesNotContain("our choice"));
    }

    @Test
    void aCommaIsBetweenRecipients() {
        assertThat(MessageRules.DEFAULT.check(
                        CliqMessage.text("a").recipients("1,2").build(), TargetKind.BOT))
                .singleElement()
                .hasToString("/user_ids: no comma or semicolon inside a recipient, was \"1,2\"");
    }

    @Test
    void countingSlidesAsJsonIsOurWayOfCounting() {
        assertThat(MessageRules.DEFAULT.check(
                        CliqMessage.text("a")
                                .slide(Slide.text("x".repeat(10_000)))
                                .build(),
                        TargetKind.CHAT))
                .singleElement()
                .extracting(Violation::rule)
                .isEqualTo("all slides together at most 10,000 characters"
                        + " (counted as compact JSON; our choice: the reference does not say)");
        assertThat(MessageLimit.SLIDES_LENGTH.isOurChoice()).as("the figure").isFalse();
    }
}
