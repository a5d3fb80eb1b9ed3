package io.github.camelcliq.sandbox;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class ManyMessagesTest {

    private static final int MANY = 5_000;
    private static final int AT_ONCE = 50;

    @RegisterExtension
    final BrowsedSandbox browsed = new BrowsedSandbox();

    @Test
    void fiveThousandMessagesAreScrolledThroughWhileFewAreDrawn() {
        postMany(1, MANY);

        long start = System.nanoTime();
        browsed.open();
        assertThat(browsed.message("number 5000.")).isVisible();
        System.out.printf("5,000 messages: shown after %d ms%n", (System.nanoTime() - start) / 1_000_000);
        assertThat(browsed.page().locator(".feed-count")).hasText("5000 messages");
        assertThat(drawn()).isLessThan(200);

        start = System.nanoTime();
        int most = 0;
        while (browsed.message("number 1.").count() == 0) {
            browsed.page().evaluate("document.getElementById('feed').scrollBy(0, -20000)");
            most = Math.max(most, drawn());
        }
        goToOldest();
        assertThat(browsed.message("number 1.")).isVisible();
        System.out.printf("5,000 messages: scrolled to the first in %d ms%n", (System.nanoTime() - start) / 1_000_000);
        assertThat(most).as("messages drawn at a time").isLessThan(400);

        browsed.page().locator(".jump").click();
        assertThat(browsed.message("number 5000.")).isInViewport();
    }

    @Test
    void whoReadsOlderMessagesIsNotTornAway() {
        openMany();
        goToOldest();
        assertThat(browsed.message("number 1.")).isInViewport();

        postMany(301, 303);

        assertThat(browsed.page().locator(".jump")).hasText("3 new");
        assertThat(browsed.message("number 1.")).isInViewport();
        browsed.page().locator(".jump").click();
        assertThat(browsed.message("number 303.")).isInViewport();
    }

    @Test
    void whoScrollsUpALittleIsNotTornBack() {
        openMany();
        browsed.message("number 300.").hover();
        browsed.page().mouse().wheel(0, -20);
        assertThat(browsed.page().locator(".jump")).isVisible();

        browsed.post("{'text': 'This is number 301.'}");

        assertThat(browsed.page().locator(".jump")).hasText("1 new");
    }

    @Test
    void whoHasJustScrolledIsNotTornBackByAMessageThatChanges() {
        browsed.page().addInitScript("""
                window.EventSource = class extends EventSource {
                  constructor(address) {
                    super(address);
                    window.events = this;
                  }
                };""");
        openMany();

        // at once: the browser has had no time to tell that anything was scrolled
        browsed.page().evaluate("""
                async () => {
                  const message = (await (await fetch('/sandbox/messages?limit=1')).json()).at(-1);
                  const edited = { ...message, edited: { text: 'edited meanwhile' } };
                  document.getElementById('feed').scrollTop = 0;
                  events.dispatchEvent(new MessageEvent('edited', { data: JSON.stringify(edited) }));
                }""");

        assertThat(browsed.message("number 1.")).isInViewport();
        assertThat(browsed.page().locator(".jump")).isVisible();
    }

    @Test
    void theNewestAreGoneToFromAMessageThatHasTheFocus() {
        openMany();
        goToOldest();
        browsed.message("number 1.").click();
        assertThat(browsed.message("number 1.")).isFocused();

        browsed.page().locator(".jump").click();

        assertThat(browsed.message("number 300.")).isFocused();
        assertThat(browsed.message("number 300.")).isInViewport();
        assertThat(browsed.page().locator(".jump")).isHidden();
    }

    @Test
    void whoReadsOlderMessagesGoesOnWhenEverythingIsReadAnew() {
        openMany();
        goToOldest();
        assertThat(browsed.message("number 1.")).isInViewport();

        browsed.sandbox().goOffline();
        assertThat(browsed.page().locator(".connection.waiting")).isVisible();
        browsed.sandbox().goOnline();
        assertThat(browsed.page().locator(".connection.live")).isVisible();

        assertThat(browsed.message("number 1.")).isInViewport();
    }

    @Test
    void whoReadsOlderMessagesGoesOnAfterALookAtTheInspector() {
        browsed.page().setViewportSize(380, 760);
        openMany();
        browsed.page().evaluate("document.getElementById('feed').scrollTop /= 2");
        assertThat(browsed.page().locator(".jump")).isVisible();
        Locator read = browsed.page().locator("article[data-id='" + uppermost() + "']");

        browsed.button("Inspector").click();
        browsed.post("{'text': 'This is number 301.'}");
        assertThat(browsed.page().locator(".jump")).hasText("1 new");
        browsed.button("Messages").click();

        assertThat(read).isInViewport();
        assertThat(browsed.page().locator(".jump")).hasText("1 new");
    }

    @Test
    void aBurstIsShownInItsOrder() {
        browsed.open();

        postMany(1, 2_000);

        assertThat(browsed.page().locator(".feed-count")).hasText("2000 messages");
        assertThat(browsed.page().locator("article").last()).containsText("number 2000.");
        List<String> shown = browsed.page().locator("article").allInnerTexts();
        List<String> last = browsed.sandbox().messages().stream()
                .skip(2_000 - shown.size())
                .map(message -> message.json().replaceAll(".*(number \\d+\\.).*", "$1"))
                .toList();
        for (int at = 0; at < shown.size(); at++) {
            assertThat(shown.get(at)).contains(last.get(at));
        }
    }

    private int drawn() {
        return browsed.page().locator("article").count();
    }

    /** Opens the page with 300 messages, and waits until the newest is in sight. */
    private void openMany() {
        postMany(1, 300);
        browsed.open();
        assertThat(browsed.message("number 300.")).isInViewport();
    }

    /** The id of the uppermost message in sight, once it is drawn. */
    private Object uppermost() {
        return browsed.page().waitForFunction("""
                () => {
                  const { left, top } = document.getElementById('feed').getBoundingClientRect();
                  return document.elementFromPoint(left + 1, top + 1).closest('article')?.dataset.id;
                }""").jsonValue();
    }

    private void goToOldest() {
        browsed.page().evaluate("document.getElementById('feed').scrollTop = 0");
    }

    /** The first comes first and the last one last; those between are posted together and come in any order. */
    private void postMany(int first, int last) {
        post(first);
        for (int from = first + 1; from < last; from += AT_ONCE) {
            CompletableFuture.allOf(IntStream.range(from, Math.min(from + AT_ONCE, last))
                            .mapToObj(this::postLater)
                            .toArray(CompletableFuture[]::new))
                    .join();
        }
        post(last);
    }

    private void post(int number) {
        postLater(number).join();
    }

    private CompletableFuture<?> postLater(int number) {
        return browsed.caller().postLater(Caller.CHAT, Caller.json("{'text': 'This is number " + number + ".'}"));
    }
}
