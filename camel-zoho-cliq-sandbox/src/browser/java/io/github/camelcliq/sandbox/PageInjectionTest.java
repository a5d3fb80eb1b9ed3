package io.github.camelcliq.sandbox;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever a message says in whichever field, it is text. */
class PageInjectionTest {

    /** Sets a mark on the page if it is ever taken for HTML or a script. */
    private static final String EVIL = "<script>window.evil=1</script><img src=x onerror=window.evil=2><b>bold</b>";

    /** The same in the few characters of a label. */
    private static final String SHORT = "<b>x</b><script>";

    @RegisterExtension
    final BrowsedSandbox browsed = new BrowsedSandbox();

    static String[] messages() {
        String go = "{'type': 'copy', 'data': {'text': 'EVIL'}}";
        return new String[] {
            "{'text': 'EVIL'}",
            "{'text': '*EVIL* _EVIL_ ~EVIL~ `EVIL` > EVIL ```EVILEVIL``` [EVIL](https://example.com/EVIL)'}",
            "{'text': '{@EVIL} {#SHORT} [EVIL](zohoid:SHORT) [EVIL](mail:SHORT)'}",
            "{'text': '! EVIL'}",
            "{'text': 'EVIL', 'hint': 'SHORT', 'message_topic': 'EVIL', 'bot': {'name': 'EVIL', 'image': 'SHORT'}}",
            "{'text': 'x', 'reply_to': 'EVIL', 'thread_message_id': 'EVIL', 'thread_title': 'SHORT'}",
            "{'text': 'EVIL', 'card': {'title': 'EVIL', 'thumbnail': '/?SHORT', 'sections': [{'title': 'EVIL', 'fields':"
                    + " [{'title': 'EVIL', 'value': 'EVIL'}]}]}}",
            "{'text': 'EVIL', 'card': {'title': 'EVIL', 'theme': 'poll', 'options': [{'text': 'EVIL'}, {'text': 'b'}]}}",
            "{'text': 'EVIL', 'card': {'title': 'EVIL', 'theme': 'prompt'}, 'buttons': [{'label': 'SHORT', 'hint':"
                    + " 'EVIL', 'key': 'SHORT', 'action': " + go + "}]}",
            "{'text': '[EVIL]($SHORT)', 'references': {'SHORT': {'type': 'button', 'object': {'label': 'SHORT',"
                    + " 'action': " + go + "}}}}",
            slide("table", "{'headers': ['EVIL', 'b'], 'rows': [{'EVIL': 'EVIL', 'b': 'EVIL'}]}"),
            slide("list", "['EVIL', '*EVIL*']"),
            slide("label", "[{'EVIL': 'EVIL'}, {'label': 'EVIL', 'value': 'EVIL'}]"),
            slide("images", "['https://example.com/?SHORT']"),
            slide("text", "'EVIL'"),
            slide("percentage_chart", "[{'label': 'SHORT', 'value': 'EVIL'}, {'label': 'b', 'value': 3}]"),
            slide("graph", "[{'category': 'SHORT', 'values': [{'label': 'SHORT', 'value': 'EVIL'}]}]")
                    .replace("'title': 'EVIL'", "'title': 'EVIL', 'styles': {'x_axis': 'SHORT', 'y_axis': 'SHORT'}")
        };
    }

    @ParameterizedTest
    @MethodSource("messages")
    void isTextInEveryFieldOfAMessage(String json) {
        browsed.postTo(
                "/api/v2/chats/%3Cb%3EEVIL/messages?bot_unique_name=%3Cb%3EEVIL",
                json.replace("EVIL", EVIL).replace("SHORT", SHORT));
        browsed.open();
        browsed.page().locator("article .inspect").click();
        browsed.page().locator(".details .json").waitFor();

        assertThat(browsed.page().locator("article")).isVisible();
        assertThat(browsed.page().locator("body")).containsText("<");
        nothingIsMarkup();
    }

    @Test
    void isTextInAConfirmation() {
        browsed.post(("{'text': 'x', 'buttons': [{'label': 'Go', 'action': {'type': 'invoke.function', 'data': {'name':"
                        + " 'EVIL', 'owner': 'EVIL'}, 'confirm': {'title': 'EVIL', 'description': 'EVIL', 'input': 'EVIL',"
                        + " 'button_label': 'EVIL', 'cancel_button_label': 'EVIL'}}}]}")
                .replace("EVIL", EVIL));
        browsed.open();

        browsed.button("Go").click();

        assertThat(browsed.dialog().getByText(EVIL)).hasCount(5);
        nothingIsMarkup();
    }

    @Test
    void isTextInTheInspector() {
        browsed.caller().post(Caller.CHAT + "?x=" + "%3Cb%3E", "{\"" + EVIL.replace("\"", "") + "\": 1");
        browsed.caller()
                .post(
                        Caller.CHAT,
                        Caller.json("{'text': 5, 'buttons': [{'label': 'EVIL'}]}")
                                .replace("EVIL", EVIL));
        browsed.open();
        Locator entries = browsed.page().locator(".entry");

        for (int at = 0; at < 2; at++) {
            entries.nth(at).click();
            assertThat(browsed.page().locator(".details")).containsText(EVIL);
            nothingIsMarkup();
            browsed.button("Back to the list").click();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[x](javascript:window.evil=1)",
                "[x](data:text/html,<script>1</script>)",
                "[x](JaVaScRiPt:window.evil=1)",
                "[x](https://a.example&quot;onclick=window.evil=1)"
            })
    void leadsNowhereButToTheWeb(String link) {
        browsed.post("{'text': '" + link + "'}");
        browsed.open();
        assertThat(browsed.page().locator("article .text")).isVisible();

        for (Locator address : browsed.page().locator(".text a").all()) {
            assertThat(address.getAttribute("href")).startsWith("https://a.example");
            assertThat(address.getAttribute("rel")).isEqualTo("noopener noreferrer");
        }
        nothingIsMarkup();
    }

    private void nothingIsMarkup() {
        assertThat(browsed.page().evaluate("window.evil")).isNull();
        assertThat(browsed.page().locator("script")).hasCount(1);
        assertThat(browsed.page().locator("img[src=x], b:text-is('bold'), b:text-is('x'), [onerror]"))
                .hasCount(0);
    }

    private static String slide(String type, String data) {
        return "{'text': 'x', 'slides': [{'type': '" + type + "', 'title': 'EVIL', 'data': " + data + "}]}";
    }
}
