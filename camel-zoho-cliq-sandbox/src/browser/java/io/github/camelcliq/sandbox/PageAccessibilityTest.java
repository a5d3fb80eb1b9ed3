package io.github.camelcliq.sandbox;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class PageAccessibilityTest {

    private static final Set<String> SERIOUS = Set.of("serious", "critical");

    @RegisterExtension
    final BrowsedSandbox browsed = new BrowsedSandbox();

    @ParameterizedTest
    @EnumSource(
            value = ColorScheme.class,
            names = {"LIGHT", "DARK"})
    void thePageKeepsNobodyAway(ColorScheme colours) {
        browsed.page().emulateMedia(new Page.EmulateMediaOptions().setColorScheme(colours));
        new PageSamples(browsed).postAll();
        browsed.open();
        // all of them are drawn, and so looked at
        browsed.page().setViewportSize(1600, 6000);
        assertThat(browsed.page().locator("article")).hasCount(11);

        nothingSeriousIsFound();
    }

    @ParameterizedTest
    @EnumSource(
            value = ColorScheme.class,
            names = {"LIGHT", "DARK"})
    void noPartOfTheInspectorDoes(ColorScheme colours) {
        browsed.page().emulateMedia(new Page.EmulateMediaOptions().setColorScheme(colours));
        new PageSamples(browsed).postAll();
        browsed.caller().refresh();
        browsed.open();
        for (String tab : List.of("Clicks", "Tokens", "Controls")) {
            browsed.page()
                    .getByRole(AriaRole.TAB, new Page.GetByRoleOptions().setName(tab))
                    .click();
            nothingSeriousIsFound();
        }
        browsed.page()
                .getByRole(AriaRole.TAB, new Page.GetByRoleOptions().setName("Requests"))
                .click();
        browsed.page().locator(".entry").first().click();
        nothingSeriousIsFound();
    }

    @ParameterizedTest
    @EnumSource(
            value = ColorScheme.class,
            names = {"LIGHT", "DARK"})
    void noDialogDoes(ColorScheme colours) {
        browsed.page().emulateMedia(new Page.EmulateMediaOptions().setColorScheme(colours));
        browsed.post(PageSamples.BUDGET.replace("PICTURE", "/none.png"));
        browsed.open();
        browsed.button("Approve Budget").click();
        browsed.button("Confirm Approval").click();
        assertThat(browsed.dialog().locator("[aria-invalid]")).isVisible();

        nothingSeriousIsFound();
    }

    @Test
    void theEmptyPageDoesNot() {
        browsed.open();

        nothingSeriousIsFound();
    }

    @ParameterizedTest
    @ValueSource(ints = {380, 720, 1180, 1600})
    void nothingIsCutOffSideways(int width) {
        browsed.page().setViewportSize(width, 900);
        new PageSamples(browsed).postAll();
        browsed.postTo(
                PageSamples.ANNOUNCEMENTS,
                "{'text': '" + "x".repeat(500) + "', 'card': {'title': '" + "y".repeat(200)
                        + "', 'sections': [{'fields': [{'title': '" + "z".repeat(300) + "', 'value': '"
                        + "z".repeat(300)
                        + "'}]}]}, 'slides': [{'type': 'text', 'data': '" + "w".repeat(900) + "'}]}");
        browsed.open();
        assertThat(browsed.page().locator("article")).hasCount(12);

        for (String part : List.of("Messages", "Chats", "Inspector")) {
            if (browsed.button(part).isVisible()) {
                browsed.button(part).click();
            }
            assertThat(tooWide()).as(part).isEmpty();
        }
    }

    @Test
    void theColoursMayBeChosen() {
        browsed.open();
        browsed.page().locator("#theme").click();
        assertThat(browsed.page().locator("html")).hasAttribute("data-theme", "light");
        browsed.page().locator("#theme").click();
        assertThat(browsed.page().locator("html")).hasCSS("color-scheme", "dark");

        browsed.page().reload();

        assertThat(browsed.page().locator("html")).hasAttribute("data-theme", "dark");
    }

    /** What is wider than what it stands in, and not meant to be scrolled sideways. */
    private List<?> tooWide() {
        return (List<?>) browsed.page().evaluate("""
                        () => [...document.querySelectorAll('html, body, .bar, .pane, .feed, .inspector-body, article, .bubble, .card')]
                            .filter(element => element.checkVisibility() && element.scrollWidth > element.clientWidth + 1)
                            .map(element => `${element.tagName}.${element.className} ${element.scrollWidth}`)""");
    }

    private void nothingSeriousIsFound() {
        List<Rule> broken = new AxeBuilder(browsed.page())
                .analyze().getViolations().stream()
                        .filter(rule -> SERIOUS.contains(rule.getImpact()))
                        .toList();
        assertThat(broken)
                .as(() -> broken.stream()
                        .map(rule -> rule.getId() + ": " + rule.getHelp() + " "
                                + rule.getNodes().stream()
                                        .map(node -> node.getHtml() + " " + node.getFailureSummary())
                                        .toList())
                        .toList()
                        .toString())
                .isEmpty();
    }
}
