package io.github.camelcliq.sandbox;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.github.camelcliq.sandbox.limits.Limits;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class PageControlsTest {

    private static final String HELLO = Caller.json("{'text': 'Hello'}");

    @RegisterExtension
    final BrowsedSandbox browsed = new BrowsedSandbox();

    @Test
    void theFaultDialSetsAFaultAndTakesItBack() {
        openControls();
        group("Fault dial").getByLabel("What").selectOption("html-page");
        group("Fault dial").getByLabel("Status").fill("503");
        group("Fault dial").getByLabel("How many").fill("2");
        browsed.button("Set the fault").click();
        assertThat(group("Fault dial").locator(".set-faults li")).hasCount(2);

        assertThat(browsed.caller().post(Caller.CHAT, HELLO).statusCode()).isEqualTo(503);
        assertThat(group("Fault dial").locator(".set-faults li")).hasCount(1);
        browsed.button("Clear all faults").click();
        assertThat(group("Fault dial").locator(".set-faults")).hasText("No fault is set.");

        assertThat(browsed.caller().post(Caller.CHAT, HELLO).statusCode()).isEqualTo(204);
    }

    @Test
    void everyFaultOfTheDialIsTaken() {
        openControls();
        Locator kinds = group("Fault dial").getByLabel("What");

        for (Object kind : (Iterable<?>) kinds.evaluate("select => [...select.options].map(option => option.value)")) {
            kinds.selectOption((String) kind);
            browsed.button("Set the fault").click();
            await().until(() -> browsed.sandbox().faults().queued().size() == 1);
            browsed.sandbox().faults().clear();
        }

        assertThat(browsed.page().locator(".notice.bad")).hasCount(0);
    }

    @Test
    void whatHangsIsReleased() {
        browsed.sandbox().faults().next(1, Fault.hang());
        var answer = browsed.caller().postLater(Caller.CHAT, HELLO);
        openControls();

        await().until(() -> browsed.sandbox().openRequests() == 1);
        browsed.button("Release what hangs").click();

        assertThat(answer.join().statusCode()).isEqualTo(204);
    }

    @Test
    void limitsAreSetAndTheBudgetIsShown() {
        openControls();
        group("Limits").getByLabel("Posts").fill("3");
        group("Limits").getByLabel("With card or slides").fill("1");
        browsed.button("Set the limits").click();
        assertThat(group("Budget and lock")).containsText("3 of 3");

        browsed.post("{'text': 'one'}");

        assertThat(group("Budget and lock")).containsText("2 of 3");
        assertThat(browsed.sandbox().limits().posts()).isEqualTo(3);
        assertThat(browsed.sandbox().limits().restricted()).isEqualTo(1);
        browsed.button("Off").click();
        assertThat(group("Budget and lock")).containsText("no limit");
        assertThat(browsed.sandbox().limits()).isEqualTo(Limits.OFF);
    }

    @Test
    void aLockIsPutInForceAndOverOnceTimeIsSkipped() {
        openControls();
        browsed.button("Lock out").click();
        assertThat(group("Budget and lock")).containsText("Locked out until");
        assertThat(browsed.caller().post(Caller.CHAT, HELLO).statusCode()).isEqualTo(429);

        browsed.button("Skip 10 min").click();

        assertThat(group("Budget and lock")).containsText("Not locked");
        assertThat(browsed.caller().post(Caller.CHAT, HELLO).statusCode()).isEqualTo(204);
        assertThat(browsed.sandbox().clock().instant()).isAfter(Instant.now().plus(Duration.ofMinutes(9)));
    }

    @Test
    void whatTheSandboxDoesNotTakeIsSaid() {
        openControls();
        group("Clock").getByLabel("Or a duration").fill("ten minutes");
        browsed.button("Skip time").click();

        assertThat(browsed.page().locator(".notice.bad")).containsText("skip must be a duration such as PT10M.");
    }

    @Test
    void aResetAsksFirst() {
        browsed.post("{'text': 'Kept'}");
        openControls();
        browsed.button("Reset the sandbox").click();
        browsed.button("Keep them").click();
        assertThat(browsed.message("Kept")).isVisible();

        browsed.button("Reset the sandbox").click();
        browsed.button("Reset").click();

        assertThat(browsed.page().locator("article")).hasCount(0);
        assertThat(browsed.sandbox().messages()).isEmpty();
    }

    @Test
    void aRefusedRequestSaysWhatWasWrongWhereItWasWrong() {
        browsed.open();
        browsed.caller()
                .post(Caller.CHAT, Caller.json("{'text': 'x', 'card': {'theme': 'poll', 'options': [{'text': 'a'}]}}"));

        browsed.page().locator(".entry").click();

        Locator details = browsed.page().locator(".details");
        assertThat(details.locator(".status")).hasText("400");
        assertThat(details.locator(".json-line.wrong")).hasText("\"options\": [");
        assertThat(details.locator(".complaints.remarks li").first()).containsText("/card/title");
        assertThat(details.locator(".json").last()).containsText("input_pattern_mismatch");
        details.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Raw"))
                .first()
                .click();
        assertThat(details.locator(".json").first())
                .hasText(Caller.json("{'text': 'x', 'card': {'theme': 'poll', 'options': [{'text': 'a'}]}}"));
        browsed.button("Back to the list").click();
        assertThat(browsed.page().locator(".entry")).isVisible();
    }

    @Test
    void tokenRequestsAreListed() {
        browsed.open();
        browsed.caller().refresh();
        browsed.page()
                .getByRole(AriaRole.TAB, new Page.GetByRoleOptions().setName("Tokens"))
                .click();

        assertThat(browsed.page().locator(".entry")).containsText("refresh_token");
    }

    private void openControls() {
        browsed.open();
        browsed.page()
                .getByRole(AriaRole.TAB, new Page.GetByRoleOptions().setName("Controls"))
                .click();
        assertThat(group("Limits").getByLabel("In a window of")).hasValue("PT1M");
    }

    private Locator group(String name) {
        return browsed.page()
                .locator(".control-group")
                .filter(new Locator.FilterOptions()
                        .setHas(browsed.page()
                                .getByRole(
                                        AriaRole.HEADING,
                                        new Page.GetByRoleOptions()
                                                .setName(name)
                                                .setExact(true))));
    }
}
