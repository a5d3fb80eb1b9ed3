package io.github.camelcliq.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.ConsoleMessage;
import com.microsoft.playwright.Dialog;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import io.github.camelcliq.sandbox.organisation.CliqFunction;
import io.github.camelcliq.sandbox.organisation.Organisation;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Pattern;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * A sandbox and a person before its page, both new for each test. The person's browser reaches nothing but the sandbox;
 * what the page's scripts did wrong, if anything, fails the test in the end.
 */
final class BrowsedSandbox implements BeforeEachCallback, AfterEachCallback {

    private static final String PICTURE_MISSING = "Failed to load resource";

    private final List<String> errors = new CopyOnWriteArrayList<>();
    private final List<String> outside = new CopyOnWriteArrayList<>();
    private final Duration clickTimeout;
    private FunctionServer function;
    private Sandbox sandbox;
    private Caller caller;
    private BrowserContext context;
    private Page page;

    /** A sandbox whose functions may take their time. */
    BrowsedSandbox() {
        this(Duration.ofSeconds(20));
    }

    /** @param clickTimeout how long a function may take */
    BrowsedSandbox(Duration clickTimeout) {
        this.clickTimeout = clickTimeout;
    }

    @Override
    public void beforeEach(ExtensionContext extension) {
        errors.clear();
        outside.clear();
        function = new FunctionServer();
        sandbox = Sandbox.builder()
                .organisation(withFunction(Organisation.example()))
                .clickTimeout(clickTimeout)
                .start();
        caller = new Caller(sandbox);
        context = HeadlessBrowser.of(extension)
                .newContext(new Browser.NewContextOptions()
                        .setViewportSize(1600, 1000)
                        .setColorScheme(ColorScheme.LIGHT)
                        .setReducedMotion(ReducedMotion.REDUCE)
                        .setLocale("en-GB")
                        .setTimezoneId("Europe/London"));
        context.grantPermissions(List.of("clipboard-read", "clipboard-write"));
        // a pattern, not a predicate: for that each request would wait until the test next talks to the browser
        context.route(Pattern.compile("^(?!http://127\\.0\\.0\\.1:" + sandbox.port() + "/)"), this::refuse);
        page = context.newPage();
        page.onPageError(errors::add);
        page.onConsoleMessage(this::note);
        page.onDialog(this::noteDialog);
    }

    @Override
    public void afterEach(ExtensionContext extension) {
        context.close();
        sandbox.close();
        function.close();
        assertThat(errors).as("what the page's scripts did wrong").isEmpty();
    }

    /** The server behind the function {@code approve_q4_budget}. */
    FunctionServer function() {
        return function;
    }

    Sandbox sandbox() {
        return sandbox;
    }

    Caller caller() {
        return caller;
    }

    Page page() {
        return page;
    }

    /** What the page asked of other servers, all of it in vain. */
    List<String> outside() {
        return outside;
    }

    /** Opens the page, and waits until it shows what there is. */
    Page open() {
        page.navigate(sandbox.baseUrl() + "/");
        page.locator(".connection.live").waitFor();
        // chats, requests and messages are drawn with the next frame, or the one after
        page.evaluate("() => new Promise(drawn => requestAnimationFrame(() => requestAnimationFrame(drawn)))");
        return page;
    }

    /** Posts a message to the chat of most tests, and fails unless it is taken. */
    void post(String json) {
        postTo(Caller.CHAT, json);
    }

    void postTo(String path, String json) {
        HttpResponse<String> answer = caller.post(path, Caller.json(json));
        assertThat(answer.statusCode()).as(answer.body()).isIn(200, 204);
    }

    /** The message in the middle of the page that has these words. */
    Locator message(String words) {
        return page.locator("article").filter(new Locator.FilterOptions().setHasText(words));
    }

    Locator button(String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    /** The dialog that is open. */
    Locator dialog() {
        return page.getByRole(AriaRole.DIALOG);
    }

    private Organisation withFunction(Organisation example) {
        return new Organisation(
                example.id(),
                example.name(),
                example.strictTargets(),
                example.users(),
                example.chats(),
                example.channels(),
                example.bots(),
                List.of(CliqFunction.of("approve_q4_budget", function.url("/approve_q4_budget"))));
    }

    private void refuse(Route route) {
        outside.add(route.request().url());
        route.abort();
    }

    private void note(ConsoleMessage message) {
        if (message.type().equals("error") && !message.text().startsWith(PICTURE_MISSING)) {
            errors.add(message.text());
        }
    }

    private void noteDialog(Dialog dialog) {
        errors.add("a script said " + dialog.message());
        dialog.dismiss();
    }
}
