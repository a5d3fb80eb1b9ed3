package io.github.camelcliq.sandbox;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PageClickTest {

    @RegisterExtension
    final BrowsedSandbox browsed = new BrowsedSandbox();

    @Test
    void aConfirmationIsFilledInAndSent() {
        browsed.function().answers("{'output': {'type': 'banner', 'status': 'success', 'text': 'Budget approved'}}");
        openBudget();
        browsed.button("Approve Budget").click();
        assertThat(browsed.dialog()).containsText("Finalize Budget Approval");
        assertThat(browsed.dialog()).containsText("Please provide approval remarks before proceeding.");

        remarks().fill("Within the limits.");
        browsed.button("Confirm Approval").click();

        assertThat(browsed.page().locator(".notice.good")).containsText("Budget approved");
        assertThat(browsed.dialog()).hasCount(0);
        JsonNode click = browsed.function().only().json();
        assertThat(click.at("/params/target/input").textValue()).isEqualTo("Within the limits.");
        assertThat(click.at("/params/arguments/key").textValue()).isEqualTo("approve_budget_q4");
        assertThat(browsed.message("Q4 Budget").locator(".outcome.good")).containsText("Budget approved");
    }

    @Test
    void aMandatoryInputLeftEmptySendsNothing() {
        openBudget();
        browsed.button("Approve Budget").click();

        remarks().fill("  ");
        browsed.button("Confirm Approval").click();

        assertThat(browsed.dialog().locator(".complaint")).hasText("Enter a text.");
        assertThat(remarks()).isFocused();
        assertThat(remarks()).hasAttribute("aria-invalid", "true");
        assertThat(browsed.function().arrived()).isEmpty();
    }

    @Test
    void aCancelledConfirmationSendsNothing() {
        openBudget();
        browsed.button("Approve Budget").click();
        remarks().fill("Never mind");

        browsed.button("Review Again").click();

        assertThat(browsed.dialog()).hasCount(0);
        browsed.button("Reject").click();
        await().until(() -> !browsed.function().arrived().isEmpty());
        assertThat(browsed.function().only().json().at("/params/arguments/key").textValue())
                .isEqualTo("reject");
    }

    @ParameterizedTest
    @CsvSource({"positive, positive", "negative, negative", "neutral, neutral"})
    void aConfirmationHasTheColourOfItsEmotion(String emotion, String colour) {
        browsed.post("{'text': 'x', 'buttons': [{'label': 'Go', 'action': {'type': 'invoke.function', 'data': {'name':"
                + " 'approve_q4_budget', 'owner': 'a@x.com'}, 'confirm': {'title': 'Sure?', 'input': 'Why?',"
                + " 'button_label': 'Yes', 'emotion': '" + emotion + "'}}}]}");
        browsed.open();

        browsed.button("Go").click();

        assertThat(browsed.button("Yes")).hasClass("solid " + colour);
        browsed.button("Yes").click();
        await().until(() -> !browsed.function().arrived().isEmpty());
    }

    @Test
    void aTokenPromptAsksForAToken() {
        browsed.post("{'text': 'x', 'buttons': [{'label': 'Go', 'action': {'type': 'invoke.function', 'data': {'name':"
                + " 'approve_q4_budget', 'owner': 'a@x.com'}, 'confirm': {'title': 'Token', 'input': {'type':"
                + " 'user_webhook_token'}, 'button_label': 'Send'}}}]}");
        browsed.open();
        browsed.button("Go").click();

        browsed.dialog().getByLabel("Webhook token").fill("1001.abc");
        browsed.button("Send").click();

        await().until(() -> !browsed.function().arrived().isEmpty());
        assertThat(browsed.function()
                        .only()
                        .json()
                        .at("/params/arguments/input/token")
                        .textValue())
                .isEqualTo("1001.abc");
    }

    @Test
    void anInstantButtonCallsItsFunction() {
        browsed.function().answers("{'output': {'text': 'Run 4712 has begun.'}}");
        browsed.post(PageSamples.INSTANT);
        browsed.open();

        browsed.button("Retry").click();

        assertThat(browsed.message("Run 4712 has begun.")).isVisible();
        assertThat(browsed.message("Run 4712 has begun.").locator(".badge")).hasText("function");
        assertThat(browsed.function()
                        .only()
                        .json()
                        .at("/params/arguments/build")
                        .intValue())
                .isEqualTo(4711);
    }

    @Test
    void aButtonOfASlideIsTheOnePressed() {
        String button = "{'label': 'LABEL', 'action': {'type': 'invoke.function', 'data': {'name': 'approve_q4_budget',"
                + " 'owner': 'a@x.com'}}}";
        browsed.post("{'text': 'x', 'buttons': [" + button.replace("LABEL", "First") + "], 'slides': [{'type': 'text',"
                + " 'data': 'a', 'buttons': [" + button.replace("LABEL", "Second") + "]}, {'type': 'text', 'data': 'b',"
                + " 'buttons': [" + button.replace("LABEL", "Third") + "]}]}");
        browsed.open();

        browsed.button("Third").click();

        await().until(() -> !browsed.function().arrived().isEmpty());
        assertThat(browsed.function().only().json().at("/params/target/name").textValue())
                .isEqualTo("Third");
    }

    @Test
    void anEditChangesTheMessage() {
        browsed.function().answers("{'output': {'type': 'message_edit', 'text': 'Rejected by Scott.'}}");
        openBudget();

        browsed.button("Reject").click();

        assertThat(browsed.message("Rejected by Scott.")).isVisible();
        assertThat(browsed.message("Rejected by Scott.").locator(".edited")).hasText("edited");
        assertThat(browsed.page().locator("article")).hasCount(1);
        assertThat(browsed.page().locator(".card")).hasCount(0);
    }

    @Test
    void aFormIsShownAsOne() {
        browsed.function()
                .answers("{'output': {'type': 'form', 'title': 'Why not?', 'name': 'why', 'button_label': 'Send it',"
                        + " 'inputs': [{'type': 'text', 'name': 'reason', 'label': 'Reason'}, {'type': 'select', 'name':"
                        + " 'who', 'label': 'Who', 'options': [{'label': 'Scott', 'value': '1'}]}],"
                        + " 'action': {'type': 'invoke.function', 'name': 'store_reason'}}}");
        openBudget();

        browsed.button("Reject").click();

        assertThat(browsed.dialog()).containsText("Why not?");
        assertThat(browsed.dialog().getByLabel("Reason")).isVisible();
        assertThat(browsed.dialog().getByLabel("Who").locator("option")).hasText("Scott");
        assertThat(browsed.dialog()).containsText("store_reason");
    }

    @Test
    void anAnswerThatBreaksTheRulesIsSaid() {
        browsed.function().answers("{'output': {'text': 'x', 'card': {'theme': 'fancy'}}}");
        openBudget();

        browsed.button("Reject").click();

        assertThat(browsed.page().locator(".notice.bad")).containsText("/card/theme");
        browsed.button("Inspect").last().click();
        assertThat(browsed.page().locator(".details")).containsText("X-Cliq-Signature");
        assertThat(browsed.page().locator(".details")).containsText("fancy");
    }

    @Test
    void whatWouldOpenIsShown() {
        openBudget();

        browsed.button("Open report").click();

        assertThat(browsed.dialog()).containsText("Cliq would open");
        assertThat(browsed.dialog().getByRole(AriaRole.LINK).first())
                .hasAttribute("href", "https://example.com/report");
        assertThat(browsed.dialog()).containsText("On Android");
        assertThat(browsed.outside()).isEmpty();
    }

    @Test
    void anAddressOfAnAppIsShownAndNoLink() {
        browsed.post("{'text': 'x', 'buttons': [{'label': 'Go', 'action': {'type': 'open.url', 'data': {'windows':"
                + " 'myapp://open', 'android': 'sms:+4930', 'iOS': 'sip:a@x.com'}}}]}");
        browsed.open();

        browsed.button("Go").click();

        assertThat(browsed.dialog()).containsText("myapp://open");
        assertThat(browsed.dialog().getByRole(AriaRole.LINK)).hasText(new String[] {"sms:+4930", "sip:a@x.com"});
    }

    @Test
    void aTextIsCopied() {
        openBudget();

        browsed.button("Copy number").click();

        assertThat(browsed.page().locator(".notice")).containsText("Copied: Q4-2026-17");
        assertThat(browsed.page().evaluate("navigator.clipboard.readText()")).isEqualTo("Q4-2026-17");
    }

    @Test
    void aCallOfCliqIsShown() {
        openBudget();

        browsed.button("Call Paula").click();

        assertThat(browsed.dialog()).containsText("starts an audio call with 55622684");
        assertThat(browsed.dialog()).containsText("audiocall/55622684");
    }

    @Test
    void clicksAreTheChosenPersons() {
        openBudget();
        browsed.page().getByLabel("Clicks by").selectOption("Kenji Mori");

        browsed.button("Reject").click();

        await().until(() -> !browsed.function().arrived().isEmpty());
        assertThat(browsed.function().only().json().at("/params/user/email").textValue())
                .isEqualTo("kenji.mori@zylker.com");
    }

    @Test
    void aPageOpenedLaterShowsWhatCameOfClicks() {
        browsed.function().answers("{'output': {'type': 'banner', 'status': 'failure', 'text': 'Too late'}}");
        openBudget();
        browsed.button("Reject").click();
        assertThat(browsed.message("Q4").locator(".outcome.bad")).isVisible();

        browsed.page().reload();

        assertThat(browsed.message("Q4").locator(".outcome.bad")).containsText("Too late");
        browsed.message("Q4").locator(".outcome").click();
        assertThat(browsed.page().locator(".details")).containsText("/approve_q4_budget");
    }

    @Test
    void votesAreCounted() {
        browsed.post(PageSamples.POLL);
        browsed.open();
        Locator options = browsed.page().locator(".poll-option");

        options.nth(1).click();
        assertThat(options.nth(1)).containsText("1 vote");
        assertThat(options.nth(1)).hasAttribute("aria-pressed", "true");
        browsed.page().getByLabel("Clicks by").selectOption("Paula Rojas");
        assertThat(options.nth(1)).hasAttribute("aria-pressed", "false");
        options.nth(1).click();
        assertThat(options.nth(1)).containsText("2 votes");
        options.nth(0).click();

        assertThat(options.nth(0)).containsText("1 vote");
        assertThat(options.nth(1)).containsText("1 vote");
        assertThat(browsed.page().locator(".poll-sum")).hasText("2 votes");
    }

    private Locator remarks() {
        return browsed.dialog().getByLabel("Enter approval remarks");
    }

    private void openBudget() {
        browsed.post(PageSamples.BUDGET.replace("PICTURE", "/budget.png"));
        browsed.open();
    }
}
