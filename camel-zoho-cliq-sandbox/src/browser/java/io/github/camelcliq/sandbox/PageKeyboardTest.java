package io.github.camelcliq.sandbox;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A person without a mouse. */
class PageKeyboardTest {

    @RegisterExtension
    final BrowsedSandbox browsed = new BrowsedSandbox();

    @Test
    void goesToTheMessagesAtOnce() {
        browsed.post("{'text': 'one'}");
        browsed.post("{'text': 'two'}");
        browsed.open();

        press("Tab");
        assertThat(browsed.page().getByText("Skip to the messages")).isFocused();
        press("Enter");
        assertThat(browsed.message("two")).isFocused();
        press("ArrowUp");
        assertThat(browsed.message("one")).isFocused();
        press("End");
        assertThat(browsed.message("two")).isFocused();
    }

    @Test
    void choosesAChat() {
        browsed.postTo(PageSamples.DEPLOYMENTS, "{'text': 'Deployed'}");
        browsed.open();

        press("1");
        press("ArrowDown");
        assertThat(chat("announcements")).isFocused();
        press("ArrowDown");
        press("Enter");

        assertThat(chat("deployments")).isFocused();
        assertThat(chat("deployments")).hasAttribute("aria-current", "true");
        press("2");
        assertThat(browsed.message("Deployed")).isFocused();
    }

    @Test
    void reachesTheButtonsOfTheMessageInHandAlone() {
        browsed.post(PageSamples.PROMPT);
        browsed.post(
                "{'text': 'last', 'buttons': [{'label': 'Copy', 'action': {'type': 'copy', 'data': {'text': 'x'}}}]}");
        browsed.open();

        press("2");
        press("Tab", "Tab");
        assertThat(browsed.button("Copy")).isFocused();
        press("Shift+Tab", "Shift+Tab", "ArrowUp", "Tab", "Tab");
        assertThat(browsed.button("Deploy")).isFocused();
    }

    @Test
    void seesWhereItIs() {
        browsed.post("{'text': 'one'}");
        browsed.open();

        press("2");

        assertThat(browsed.message("one")).hasCSS("outline-style", "solid");
    }

    @Test
    void answersAConfirmationWithoutLeavingIt() {
        browsed.post(PageSamples.BUDGET.replace("PICTURE", "/none.png"));
        browsed.open();

        press("2");
        press("Tab", "Tab");
        assertThat(browsed.button("Approve Budget")).isFocused();
        press("Enter");
        Locator input = browsed.dialog().getByRole(AriaRole.TEXTBOX);
        assertThat(input).isFocused();
        for (int stops = 0; stops < 6; stops++) {
            press("Tab");
            assertThat(browsed.page().locator("article :focus")).hasCount(0);
        }
        press("Escape");
        assertThat(browsed.dialog()).hasCount(0);
        assertThat(browsed.button("Approve Budget")).isFocused();
    }

    @Test
    void readsTheInspector() {
        browsed.caller().post(Caller.CHAT, Caller.json("{'text': 5}"));
        browsed.caller().post(Caller.CHAT, Caller.json("{'text': 'x'}"));
        browsed.open();

        press("3");
        press("Tab", "ArrowDown", "Enter");
        assertThat(browsed.page().locator(".details .status")).hasText("400");
        press("Escape");
        press("ArrowRight", "ArrowRight", "ArrowRight", "Enter");

        assertThat(browsed.page().getByText("Fault dial")).isVisible();
    }

    @Test
    void findsAndAsksWhichKeysThereAre() {
        browsed.open();

        press("/");
        assertThat(browsed.page().getByLabel("Find in messages")).isFocused();
        browsed.page().keyboard().type("1?");
        assertThat(browsed.page().getByLabel("Find in messages")).hasValue("1?");
        press("Tab");
        press("?");
        assertThat(browsed.dialog()).containsText("find in messages");
    }

    private void press(String... keys) {
        for (String key : keys) {
            browsed.page().keyboard().press(key);
        }
    }

    private Locator chat(String title) {
        return browsed.page().locator("button.chat").filter(new Locator.FilterOptions().setHasText(title));
    }
}
