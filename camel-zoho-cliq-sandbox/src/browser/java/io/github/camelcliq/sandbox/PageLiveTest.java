package io.github.camelcliq.sandbox;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.assertions.LocatorAssertions.IsInViewportOptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class PageLiveTest {

    @RegisterExtension
    final BrowsedSandbox browsed = new BrowsedSandbox();

    @Test
    void saysHowToPostTheFirstMessage() {
        browsed.open();

        assertThat(browsed.page().getByText("No messages yet")).isVisible();
        assertThat(browsed.page().locator(".empty pre"))
                .containsText("curl " + browsed.sandbox().baseUrl() + "/api/v2/chats/CT_1/messages");
        assertThat(browsed.page().locator(".empty pre")).isInViewport(new IsInViewportOptions().setRatio(1));
    }

    @Test
    void showsAMessageTheMomentItIsPosted() {
        browsed.open();

        browsed.post("{'text': 'Here I am'}");

        assertThat(browsed.message("Here I am")).isVisible();
        assertThat(browsed.page().getByText("No messages yet")).isHidden();
    }

    @Test
    void countsWhatNobodyHasSeen() {
        browsed.open();
        browsed.button("announcements").click();

        browsed.postTo("/api/v2/channelsbyname/deployments/message", "{'text': 'one'}");
        browsed.postTo("/api/v2/channelsbyname/deployments/message", "{'text': 'two'}");
        assertThat(browsed.page().locator("[data-chat='channel/deployments'] .count"))
                .hasText("2 unseen");
        assertThat(browsed.page().locator("article")).hasCount(0);

        browsed.page().locator("[data-chat='channel/deployments']").click();
        assertThat(browsed.page().locator("article")).hasCount(2);
        assertThat(browsed.page().locator(".count")).hasCount(0);
    }

    @Test
    void showsOneChatWhicheverNameItWasPostedTo() {
        String chatId = browsed.sandbox().organisation().channels().get(0).chatId();
        browsed.postTo("/api/v2/channelsbyname/announcements/message", "{'text': 'by its name'}");
        browsed.postTo("/api/v2/chats/" + chatId + "/messages", "{'text': 'by its chat id'}");
        browsed.open();

        browsed.button("announcements").click();

        assertThat(browsed.page().locator("article")).hasCount(2);
    }

    @Test
    void comesBackWhenTheSandboxDoes() {
        browsed.open();
        browsed.sandbox().goOffline();
        assertThat(browsed.page().locator(".connection.waiting")).isVisible();

        browsed.sandbox().goOnline();
        browsed.post("{'text': 'Back again'}");

        assertThat(browsed.page().locator(".connection.live")).isVisible();
        assertThat(browsed.message("Back again")).hasCount(1);
    }

    @Test
    void forgetsWithTheSandbox() {
        browsed.post("{'text': 'Soon forgotten'}");
        browsed.open();
        assertThat(browsed.message("Soon forgotten")).isVisible();

        browsed.sandbox().reset();

        assertThat(browsed.page().getByText("No messages yet")).isVisible();
        assertThat(browsed.page().locator(".entry")).hasCount(0);
    }

    @Test
    void findsMessagesByTheirWords() {
        browsed.post("{'text': 'The budget'}");
        browsed.post("{'text': 'x', 'card': {'title': 'A budget card'}}");
        browsed.post("{'text': 'Lunch'}");
        browsed.open();

        browsed.page().getByLabel("Find in messages").fill("BUDGET");

        assertThat(browsed.page().locator("article")).hasCount(2);
    }
}
