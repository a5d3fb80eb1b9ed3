package io.github.camelcliq.docs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.github.camelcliq.CliqAccount;
import io.github.camelcliq.message.TargetKind;
import io.github.camelcliq.message.json.MessageJson;
import io.github.camelcliq.message.json.MessageReader;
import io.github.camelcliq.message.rules.MessageRules;
import java.lang.reflect.Field;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The guide says what the code says. */
class GuideTest {

    private static final Pattern LINK = Pattern.compile("]\\((?!https?:|#|\\$|zohoid:|mail:)([^)#\\s]+)(#[^)]*)?\\)");

    static List<Page> pages() {
        return Page.all();
    }

    /** With {@code -Ddocs.write=true} it makes the page current instead. */
    @ParameterizedTest
    @MethodSource("pages")
    void whatIsRenderedIsCurrent(Page page) {
        String rendered = page.rendered(Rendering::of);
        if (Boolean.getBoolean("docs.write")) {
            page.write(rendered);
        } else if (!page.text().equals(rendered)) {
            fail(page + " is not current: the code now says \"" + firstNewLine(page.text(), rendered)
                    + "\". Render it with"
                    + " mvn test -pl camel-zoho-cliq-sandbox,camel-zoho-cliq-component -Dtest=GuideTest -Ddocs.write=true"
                    + " -Dsurefire.failIfNoSpecifiedTests=false");
        }
    }

    private static String firstNewLine(String old, String rendered) {
        List<String> before = old.lines().toList();
        List<String> now = rendered.lines().toList();
        int at = 0;
        while (at < before.size() && at < now.size() && before.get(at).equals(now.get(at))) {
            at++;
        }
        return at < now.size() ? now.get(at) : "";
    }

    static Stream<Arguments> messages() {
        return pages().stream().flatMap(page -> page.code("json").stream().map(message -> Arguments.of(page, message)));
    }

    @ParameterizedTest(name = "{0}, message {index}")
    @MethodSource("messages")
    void everyMessageOfTheGuideMayBePosted(Page page, String message) throws JsonProcessingException {
        assertThat(MessageRules.DEFAULT.check(MessageReader.read(MessageJson.parse(message)), TargetKind.CHAT))
                .as("%s, %s", page, message)
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("pages")
    void everyLinkLeadsToAFile(Page page) {
        List<Path> dead = LINK.matcher(page.text().replaceAll("(?s)```.*?```|`[^`\n]*`", ""))
                .results()
                .map(link -> page.path().resolveSibling(link.group(1)))
                .filter(target -> !Files.exists(target))
                .toList();

        assertThat(dead).as("dead links of %s", page).isEmpty();
    }

    @Test
    void everyOptionStandsOnceInTheReferenceAndSaysWhatItBelongsTo() {
        String reference = Page.of("reference.md").rendered(Rendering::of);

        assertThat(CatalogTables.allOptions().keySet())
                .allSatisfy(option -> assertThat(Pattern.compile(
                                        "\\| `" + option + "`[^|]*\\| (producer|consumer|both|account|component) \\|")
                                .matcher(reference)
                                .results()
                                .count())
                        .as("rows of %s", option)
                        .isOne());
    }

    @Test
    void theOptionsOfAnAccountAreItsFields() {
        List<String> ofAccount = CatalogTables.allOptions().keySet().stream()
                .filter(option -> CatalogTables.markOf(option).equals("account"))
                .toList();

        assertThat(CliqAccount.class.getDeclaredFields())
                .filteredOn(field -> !field.isSynthetic())
                .extracting(Field::getName)
                .containsExactlyInAnyOrderElementsOf(ofAccount);
    }

    @Test
    void everyExampleMessageIsShown() {
        String all = pages().stream().map(Page::text).collect(Collectors.joining());

        List<String> hidden = MessageExamples.ALL.keySet().stream()
                .filter(example -> !all.contains("rendered: java MessageExamples#" + example + " "))
                .toList();

        assertThat(hidden).as("examples that no page shows").isEmpty();
    }
}
