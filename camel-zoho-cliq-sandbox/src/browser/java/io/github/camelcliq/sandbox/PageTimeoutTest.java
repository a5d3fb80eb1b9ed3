package io.github.camelcliq.sandbox;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A function that takes longer than Cliq waits. */
class PageTimeoutTest {

    @RegisterExtension
    final BrowsedSandbox browsed = new BrowsedSandbox(Duration.ofMillis(200));

    @Test
    void isShownAsOneAndItsLateAnswerAsSuch() {
        browsed.function().answers(exchange -> {});
        browsed.post(PageSamples.BUDGET.replace("PICTURE", "/budget.png"));
        browsed.open();
        browsed.button("Reject").click();
        assertThat(browsed.message("Q4").locator(".outcome.bad")).containsText("Timed out");

        // on a busy machine the time is over before the function has read its request
        await().until(() -> !browsed.function().arrived().isEmpty());
        String responseUrl =
                browsed.function().only().json().path("response_url").textValue();
        int status = browsed.caller()
                .post(URI.create(responseUrl).getPath(), Caller.json("{'output': {'text': 'Rejected after all.'}}"))
                .statusCode();

        assertThat(status).isBetween(200, 204);
        assertThat(browsed.message("Rejected after all.")).isVisible();
        assertThat(browsed.message("Q4 Budget").locator(".outcome.good")).containsText("Late: Answered with a message");
    }
}
