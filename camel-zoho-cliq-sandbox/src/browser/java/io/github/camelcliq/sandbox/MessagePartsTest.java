package io.github.camelcliq.sandbox;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import com.microsoft.playwright.Locator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MessagePartsTest {

    @RegisterExtension
    final BrowsedSandbox browsed = new BrowsedSandbox();

    private final PageSamples samples = new PageSamples(browsed);

    @Test
    void marksMentionsAndLinksOfTexts() {
        Locator text = shown(PageSamples.WORDS);

        assertThat(text.locator("strong")).hasText("quarterly review");
        assertThat(text.locator("em")).hasText("Thursday");
        assertThat(text.locator("s")).hasText("Friday");
        assertThat(text.locator(".mention")).hasText(new String[] {"@all", "@Amelia Burrows", "Scott"});
        assertThat(text.locator("a").first()).hasAttribute("href", "https://example.com/agenda");
        assertThat(text.locator("a").last()).hasText("the wiki");
        assertThat(text.locator("blockquote")).hasText("All hands meet at 10:00");
        assertThat(text.locator("code")).hasText("mvn verify");
        assertThat(text.locator("pre")).hasText("BUILD SUCCESS");
    }

    @Test
    void marksAreCharactersWhereTheMessageSaysSo() {
        Locator text = shown("{'text': '*not bold* {@all} ```x```', 'styles': {'markdown': false}}");

        assertThat(text.locator(".text")).hasText("*not bold* @all ```x```");
    }

    @ParameterizedTest
    @CsvSource({
        "2*3*4 = 24",
        "snake_case_name and a_b",
        "* a list",
        "****",
        "[label](javascript:alert(1))",
        "[label]($key)",
        "{@}",
        "```"
    })
    void whatOnlyLooksLikeAMarkStaysText(String text) {
        Locator message = shown("{'text': '" + text + "'}");

        assertThat(message.locator(".text")).hasText(text);
        assertThat(message.locator(".text").locator("strong, em, s, a, button, pre"))
                .hasCount(0);
    }

    @Test
    void aModernCardHasItsTitleThumbnailAndFields() {
        Locator card = shown(samples.withPicture(PageSamples.BUDGET)).locator(".card");

        assertThat(card.locator(".card-title")).hasText("Q4 Budget Proposal");
        assertThat(card.locator("img.thumbnail")).hasAttribute("referrerpolicy", "no-referrer");
        assertThat(card.locator("dt")).hasText(new String[] {"Campaigns", "Events", "Owner"});
        assertThat(card.locator("dd")).hasText(new String[] {"$ 120,000", "$ 45,000", "@Paula Rojas"});
    }

    @Test
    void buttonsHaveTheirColoursAndHints() {
        Locator message = shown(samples.withPicture(PageSamples.BUDGET));

        assertThat(message.locator(".action")).hasCount(5);
        assertThat(message.locator(".action").nth(0)).hasClass("action positive");
        assertThat(message.locator(".action").nth(1)).hasClass("action negative");
        assertThat(message.locator(".tip")).isHidden();
        message.locator(".action").nth(0).hover();
        assertThat(message.locator(".tip")).isVisible();
        assertThat(message.locator(".action").nth(0)).hasAccessibleDescription("Asks for remarks first");
    }

    @Test
    void buttonsInsideTheCardAreShownAsWell() {
        Locator message = shown("{'text': 'x', 'card': {'title': 'Old', 'buttons': [{'label': 'Go', 'action':"
                + " {'type': 'copy', 'data': {'text': 'x'}}}]}}");

        assertThat(message.locator(".card .action")).hasText("Go");
    }

    @Test
    void aTableHasItsWidthsAndKeepsItsHeaderInSight() {
        Locator table = shown(PageSamples.TABLE).locator("table");

        assertThat(table.locator("th")).hasText(new String[] {"Module", "Tests", "Failures", "Time"});
        assertThat(table.locator("tbody tr").nth(1).locator("td"))
                .hasText(new String[] {"sandbox", "388", "1", "36 s"});
        assertThat(table.locator("th").first().boundingBox().width / table.boundingBox().width)
                .isCloseTo(0.4, offset(0.02));
        assertThat(table.locator("thead th").first()).hasCSS("position", "sticky");
        assertThat(table.locator("tbody td").first()).hasCSS("position", "sticky");
        assertThat(table.locator("tbody td").nth(1)).hasCSS("position", "static");
    }

    @ParameterizedTest
    @CsvSource({
        "disc, UL",
        "circle, UL",
        "square, UL",
        "decimal, OL",
        "lower-alpha, OL",
        "upper-alpha, OL",
        "lower-roman, OL",
        "upper-roman, OL"
    })
    void aListHasItsMarks(String type, String tag) {
        Locator list = shown("{'text': 'x', 'slides': [{'type': 'list', 'data': ['one', 'two'], 'styles': {'type': '"
                        + type + "'}}]}")
                .locator(".slide.list > *");

        assertThat(list).hasCSS("list-style-type", type);
        assertThat(list.evaluate("list => list.tagName")).isEqualTo(tag);
        assertThat(list.locator("li")).hasText(new String[] {"one", "two"});
    }

    @Test
    void labelsOfBothFormsAreShown() {
        Locator labels = shown(PageSamples.TABLE).locator(".slide.label");

        assertThat(labels.locator("dt")).hasText(new String[] {"Author", "Branch"});
        assertThat(labels.locator("dd")).hasText(new String[] {"Kenji Mori", "main"});
    }

    @Test
    void chartsOfSharesAreDrawn() {
        Locator doughnut = shown(PageSamples.CHARTS).locator("svg.doughnut");
        Locator others = shown(samples.withPicture(PageSamples.OTHER_CHARTS));

        assertThat(doughnut.locator("path")).hasCount(4);
        assertThat(doughnut).hasAccessibleName("Chart: Compile 21 %, Unit tests 43 %, Integration 30 %, Docs 6 %");
        assertThat(others.locator("svg.pie path")).hasCount(2);
        assertThat(others.locator("svg.semi_doughnut path")).hasCount(2);
        assertThat(others.locator(".legend").first()).containsText("Passed");
    }

    @Test
    void graphsAreDrawn() {
        Locator stacked = shown(PageSamples.CHARTS).locator("svg.graph");
        Locator others = shown(samples.withPicture(PageSamples.OTHER_CHARTS)).locator("svg.graph");

        assertThat(stacked.locator("rect")).hasCount(10);
        assertThat(stacked.locator(".axis")).hasText(new String[] {"Day", "Builds"});
        assertThat(others.nth(0).locator("rect")).hasCount(4);
        assertThat(others.nth(1).locator("polyline")).hasCount(2);
        assertThat(others.nth(1).locator("circle")).hasCount(4);
    }

    @Test
    void aNumberTooLargeToDrawIsNone() {
        Locator bars = shown("{'text': 'x', 'slides': [{'type': 'graph', 'data': [{'category': 'a', 'values':"
                        + " [{'label': 'b', 'value': 1e308}, {'label': 'c', 'value': -1e308}]}]}]}")
                .locator("svg.graph rect");

        assertThat(bars).hasCount(2);
        assertThat(number(bars.nth(0), "height")).isLessThan(1);
    }

    @Test
    void barsOnTopOfEachOtherAreAsHighAsTheirSum() {
        Locator bars = shown(PageSamples.CHARTS).locator("svg.graph rect");

        double passed = number(bars.nth(0), "height");
        double failed = number(bars.nth(1), "height");
        assertThat(passed / failed).isCloseTo(14.0 / 3, offset(0.01));
        assertThat(number(bars.nth(1), "y") + failed)
                .as("the upper one stands on the lower")
                .isCloseTo(number(bars.nth(0), "y"), offset(0.01));
    }

    @Test
    void aPictureThatDoesNotComeIsNamed() {
        Locator message = shown(samples.withPicture(PageSamples.OTHER_CHARTS));
        message.locator(".gallery").scrollIntoViewIfNeeded();

        assertThat(message.locator("img.photo")).hasCount(1);
        assertThat(message.locator(".missing.photo")).hasText("away.png");
        assertThat(browsed.outside()).containsOnly("https://example.com/away.png");
    }

    @Test
    void aMessageOfABotIsTheBots() {
        browsed.postTo(PageSamples.DEPLOYMENTS_AS_BOT, PageSamples.PROMPT);
        browsed.open();

        assertThat(browsed.page().locator(".author")).hasText("Deploy Bot");
        assertThat(browsed.page().locator(".badge")).hasText("bot");
    }

    @Test
    void threadsAndRepliesLeadToWhatTheyBelongTo() {
        samples.postAll();
        browsed.open();

        browsed.message("I am in.").locator(".thread-mark").click();
        assertThat(browsed.page().locator("article")).hasCount(2);
        browsed.button("Show the whole chat").click();
        assertThat(browsed.page().locator("article")).hasCount(11);
        browsed.message("Could you look").locator(".quoted").click();
        assertThat(browsed.message("All hands meet")).isFocused();
        assertThat(browsed.message("All hands meet").locator(".thread-mark")).hasText("1 reply in a thread");
    }

    @Test
    void aColouredMessageIsTinted() {
        assertThat(shown(PageSamples.WARNING).locator(".bubble")).hasClass("bubble tinted yellow");
    }

    private Locator shown(String json) {
        int before = browsed.sandbox().messages().size();
        browsed.post(json);
        if (before == 0) {
            browsed.open();
        }
        Locator message = browsed.page().locator("article").nth(before);
        assertThat(message).isVisible();
        return message;
    }

    private static double number(Locator element, String attribute) {
        return Double.parseDouble(element.getAttribute(attribute));
    }
}
