package io.github.camelcliq.internal.post.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The functions that templates have besides those of JSLT. */
class TemplateFunctionsTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** @param text a template, in which ' stands for " */
    private static JsonNode apply(String text, Object input) throws TemplateException {
        return JsltTemplate.parse("test", text.replace('\'', '"')).apply(Map.of(), JSON.valueToTree(input));
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "2018-08-03T09:52:26.739266876+02:00,`3 Aug 2018, 07:52 UTC`",
                "2018-08-03T07:52:26Z,`3 Aug 2018, 07:52 UTC`",
                "2018-08-03T07:52:26,`3 Aug 2018, 07:52 UTC`",
                "2018-08-03T09:52:26+02:00[Europe/Berlin],`3 Aug 2018, 07:52 UTC`",
                "not a time,not a time",
                "2018-13-03T07:52:26Z,2018-13-03T07:52:26Z",
                "``,``"
            })
    void aTimeIsWrittenAsPeopleReadItAndAnythingElseStays(String time, String read) throws Exception {
        assertThat(apply("readable-time(.)", time).textValue()).isEqualTo(read);
    }

    @Test
    void aTimeHasAZoneAndAPattern() throws Exception {
        String time = "2018-08-03T07:52:26Z";

        assertThat(apply("readable-time(., 'Europe/Berlin')", time).textValue()).isEqualTo("3 Aug 2018, 09:52 CEST");
        assertThat(apply("readable-time(., 'Asia/Kolkata', 'yyyy-MM-dd HH:mm')", time)
                        .textValue())
                .isEqualTo("2018-08-03 13:22");
        assertThat(apply("readable-time(., null, 'HH:mm:ss')", time).textValue())
                .isEqualTo("07:52:26");
    }

    @Test
    void aNumberIsATimeInSecondsOrMilliseconds() throws Exception {
        assertThat(apply("readable-time(.)", 1_533_282_746).textValue()).isEqualTo("3 Aug 2018, 07:52 UTC");
        assertThat(apply("readable-time(.)", 1_533_282_746.739).textValue()).isEqualTo("3 Aug 2018, 07:52 UTC");
        assertThat(apply("readable-time(.)", 1_533_282_746_739L).textValue()).isEqualTo("3 Aug 2018, 07:52 UTC");
        assertThat(apply("readable-time(.)", Long.MAX_VALUE).longValue()).isEqualTo(Long.MAX_VALUE);
        assertThat(apply("readable-time(.)", Double.NaN).isNumber()).isTrue();
    }

    @Test
    void aTimeThatIsMissingStaysMissing() throws Exception {
        assertThat(apply("readable-time(.a)", Map.of()).isNull()).isTrue();
        assertThat(apply("readable-time(.)", "0001-01-01T00:00:00Z").isNull())
                .as("the time that programs in Go write for none")
                .isTrue();
    }

    @Test
    void aZoneOrPatternThatIsNoneIsAMistakeOfTheTemplate() {
        assertThatThrownBy(() -> apply("readable-time(., 'Berlin')", "2018-08-03T07:52:26Z"))
                .hasMessage("readable-time: the zone is one such as Europe/Berlin, and not \"Berlin\"");
        assertThatThrownBy(() -> apply("readable-time(., null, 'what')", "2018-08-03T07:52:26Z"))
                .hasMessage("readable-time: the pattern is one such as \"d MMM yyyy, HH:mm z\", and not \"what\"");
    }

    @Test
    void aTextIsCutBetweenCharactersAsPeopleSeeThem() throws Exception {
        String family = "\uD83D\uDC68\u200D\uD83D\uDC69\u200D\uD83D\uDC67";

        assertThat(apply("cut-text(., 5)", "12345").textValue()).isEqualTo("12345");
        assertThat(apply("cut-text(., 5)", "123456").textValue()).isEqualTo("1234…");
        assertThat(apply("cut-text(., 6)", "abc" + family).textValue()).isEqualTo("abc…");
        assertThat(apply("cut-text(., 3)", 123_456).textValue()).isEqualTo("12…");
        assertThat(apply("cut-text(.a, 3)", Map.of()).isNull()).isTrue();
        assertThatThrownBy(() -> apply("cut-text(., 0)", "a"))
                .hasMessage("cut-text: the length is a whole number from 1 on, and not 0");
    }

    @Test
    void aTextBecomesPartOfAUrl() throws Exception {
        assertThat(apply("url-encode(.)", "a b/c?d=é&f+g").textValue()).isEqualTo("a%20b%2Fc%3Fd%3D%C3%A9%26f%2Bg");
        assertThat(apply("url-encode(.)", 5).textValue()).isEqualTo("5");
        assertThat(apply("url-encode(.a)", Map.of()).isNull()).isTrue();
    }

    /** The guide's list of what to watch. */
    @Test
    void whatTheGuideSaysOfJsltIsSo() throws Exception {
        Map<String, Object> input =
                Map.of("name", "n", "list", List.of(1, 2), "link", "https://x", "text", "{@all} [x](y)");

        assertThat(apply("fallback(.instance, 'unknown')", input).textValue()).isEqualTo("unknown");
        assertThat(apply("let name = .name {'a': [for (.list) let twice = . * 2 $name + $twice + .name]}", input)
                        .toString())
                .isEqualTo("{\"a\":[\"n2null\",\"n4null\"]}");
        assertThat(apply("{'a': null, 'b': {}, 'c': [], 'd': if (.none) [1], 'e': [null]}", input)
                        .toString())
                .isEqualTo("{\"e\":[null]}");
        assertThat(apply("def is-link(url) test($url, '^https?://') {'a': [is-link(.link), is-link(.none)]}", input)
                        .toString())
                .isEqualTo("{\"a\":[true,false]}");
        assertThat(apply("replace(.text, '[{}\\\\[\\\\]]', ' ')", input).textValue())
                .isEqualTo(" @all   x (y)");
        assertThat(apply("[1] + if (.none) [2] else []", input).toString()).isEqualTo("[1]");
        assertThat(apply("fallback(.a, 'none')", Map.of("a", "")).textValue()).isEmpty();
        assertThat(apply("if (.a) .a else 'none'", Map.of("a", "")).textValue()).isEqualTo("none");
        assertThatThrownBy(() -> apply("'on ' + $header.a", input)).hasMessage("No such variable 'header'");
    }

    @Test
    void aRequiredValueIsThereOrIsNamed() throws Exception {
        assertThat(apply("'on ' + required(.a, 'a')", Map.of("a", "web-1")).textValue())
                .isEqualTo("on web-1");
        assertThat(apply("'on ' + .a", Map.of()).textValue())
                .as("what JSLT makes of an absent value")
                .isEqualTo("on null");
        assertThatThrownBy(() -> apply("'on ' + required(.labels.a, 'labels.a')", Map.of()))
                .hasMessage("required: labels.a is absent");
    }
}
