package io.github.camelcliq.sandbox;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;

/** The headless Chromium that all tests of the page share. */
final class HeadlessBrowser implements AutoCloseable {

    private final Playwright playwright;
    private final Browser browser;

    private HeadlessBrowser() {
        Path chromium = Chromium.find()
                .orElseThrow(() -> new IllegalStateException("There is no Chromium for the tests of the page. Install"
                        + " one, or name it with -Dchromium=/path/to/it."));
        // a machine that does much else at the same time is slow
        PlaywrightAssertions.setDefaultAssertionTimeout(20_000);
        playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(chromium)
                        // it exchanges nothing but the sandbox, and root has no other
                        .setArgs(List.of("--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage")));
    }

    /** The browser, started by the first who asks and closed after the last test. */
    static Browser of(ExtensionContext extension) {
        return extension
                .getRoot()
                .getStore(Namespace.create(HeadlessBrowser.class))
                .getOrComputeIfAbsent(HeadlessBrowser.class, first -> new HeadlessBrowser(), HeadlessBrowser.class)
                .browser;
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
    }
}
