package io.github.camelcliq.sandbox;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import io.github.camelcliq.sandbox.click.Click;
import io.github.camelcliq.sandbox.limits.Limits;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * Goes where the pictures of the guide were taken, and takes them anew with {@code -Dpictures.write=true}: {@code mvn
 * test -Pbrowser -Dtest=PagePicturesTest -Dpictures.write=true}.
 */
class PagePicturesTest {

    @RegisterExtension
    final BrowsedSandbox browsed = new BrowsedSandbox();

    @BeforeEach
    void post() {
        new PageSamples(browsed).postAll();
        vote(1, "55622663", "55622684");
        vote(0, "55622697");
        browsed.function()
                .answers("{'output': {'type': 'banner', 'status': 'success', 'text': 'The budget is approved.'}}");
        browsed.sandbox()
                .click(new Click(received("Q4 Budget"), "approve_budget_q4", "55622684", "Within the limits.", false));
    }

    @Test
    void messages() {
        browsed.open();
        showBudget();

        take("page-light");
    }

    @Test
    void messagesInTheDark() {
        browsed.page().emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
        browsed.open();
        browsed.button("deployments").click();
        toTop(browsed.message("Where the time goes"));

        take("page-dark");
    }

    @Test
    void aNarrowPage() {
        browsed.page().setViewportSize(380, 760);
        browsed.open();
        showBudget();

        take("page-narrow");
    }

    @Test
    void aConfirmation() {
        browsed.page().setViewportSize(1100, 700);
        browsed.open();
        showBudget();
        browsed.button("Approve Budget").click();
        browsed.dialog().getByLabel("Enter approval remarks").fill("Within the limits of the year.");

        take("page-confirmation");
    }

    @Test
    void theInspector() {
        browsed.open();
        browsed.page()
                .locator(".entry", new Page.LocatorOptions().setHasText("wrong"))
                .click();
        assertThat(browsed.page().locator(".json-complaint").first()).isVisible();

        takeOf(browsed.page().locator(".inspector"), "page-inspector");
    }

    @Test
    void theControls() {
        browsed.open();
        browsed.sandbox().limits(Limits.OF_CLIQ);
        browsed.sandbox().faults().next(1, Fault.hang());
        browsed.page().getByText("Controls").click();
        assertThat(browsed.page().locator(".set-faults")).containsText("hang");

        takeOf(browsed.page().locator(".inspector"), "page-controls");
    }

    private void vote(int option, String... users) {
        for (String user : users) {
            browsed.sandbox().vote(received("lunch"), option, user);
        }
    }

    private String received(String words) {
        return browsed.sandbox().messages().stream()
                .filter(message -> message.json().contains(words))
                .findFirst()
                .orElseThrow()
                .id();
    }

    private void showBudget() {
        toTop(browsed.message("Q4 Budget Proposal"));
    }

    private static void toTop(Locator message) {
        message.evaluate("message => message.scrollIntoView({ block: 'start' })");
    }

    private void take(String name) {
        if (Boolean.getBoolean("pictures.write")) {
            browsed.page().screenshot(new Page.ScreenshotOptions().setPath(path(name)));
        }
    }

    private void takeOf(Locator part, String name) {
        if (Boolean.getBoolean("pictures.write")) {
            part.screenshot(new Locator.ScreenshotOptions().setPath(path(name)));
        }
    }

    private static Path path(String name) {
        return Path.of(System.getProperty("pictures.folder"), name + ".png");
    }
}
