package io.github.camelcliq.message.rules;

import static io.github.camelcliq.message.Documents.pointers;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelcliq.message.Action;
import io.github.camelcliq.message.ActionData;
import io.github.camelcliq.message.Button;
import io.github.camelcliq.message.Card;
import io.github.camelcliq.message.CliqMessage;
import io.github.camelcliq.message.Confirmation;
import io.github.camelcliq.message.InvokeFunction;
import io.github.camelcliq.message.OpenUrl;
import io.github.camelcliq.message.PreviewUrl;
import io.github.camelcliq.message.Slide;
import io.github.camelcliq.message.SystemApi;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a click may do: addresses, Cliq's own actions, functions. */
class ActionRulesTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://example.com",
                "HTTPS://EXAMPLE.COM/a",
                "hTTp://x",
                "https://münchen.de/straße?q=ä#ö",
                "https://[::1]:8080/",
                "tel:1",
                "sms:+4930",
                "sip:a@example.com",
            })
    void urlsOfTheFiveSchemesOpen(String url) {
        assertThat(openable(url)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "javascript:alert(1)",
                "JavaScript:alert(1)",
                "data:text/html,x",
                "ftp://example.com",
                "file:///etc/passwd",
                "mailto:a@example.com",
                "example.com",
                "//example.com",
                "http",
                "http:",
                "http:/",
                "http://",
                "http:///path",
                "https://?q",
                "https://#x",
                "https:example.com",
                "tel:",
                "sms:",
                "sip:",
                " https://example.com",
                "https://example.com ",
                "https://exa mple.com",
                "https://example.com/\n",
                "https://example.com/\u00a0",
                "https://example.com/\u0085",
                "https://example.com/\u007f",
                "tel:+49 30",
                "http\u017f://example.com",
                "java\nscript:alert(1)"
            })
    void whatIsNoSuchUrlDoesNot(String url) {
        assertThat(openable(url)).containsExactly("/buttons/0/action/data/web");
    }

    @Test
    void previewsAreHttpOnly() {
        assertThat(action(new PreviewUrl("HTTP://example.com"))).isEmpty();
        assertThat(action(new PreviewUrl("tel:1"))).containsExactly("/buttons/0/action/data/url");
        assertThat(action(new PreviewUrl(null))).containsExactly("/buttons/0/action/data/url");
    }

    @Test
    void picturesAreHttpAndThumbnailsMayBePaths() {
        assertThat(pointers(CliqMessage.text("a")
                        .slide(Slide.images("https://x/a.png", "/a.png", "data:image/png;base64,AA"))
                        .build()))
                .containsExactly("/slides/0/data/1", "/slides/0/data/2");
        for (String fine : List.of("/a.png", "/", "https://x/a.png", "HTTP://x")) {
            assertThat(thumbnail(fine)).isEmpty();
        }
        for (String refused : List.of("", "a.png", "tel:1", "data:image/png;base64,AA", "/a b", "/a\n", "https://")) {
            assertThat(thumbnail(refused)).containsExactly("/card/thumbnail");
        }
    }

    @Test
    void oneAddressIsEnoughAndNoneIsNot() {
        assertThat(action(new OpenUrl(null, null, null, "tel:1", null))).isEmpty();
        assertThat(action(new OpenUrl(null))).containsExactly("/buttons/0/action/data");
    }

    @ParameterizedTest
    @ValueSource(strings = {"audiocall/1", "videocall/0123456789", "startchat/12", "invite/9", "locationpermission"})
    void cliqsOwnActionsPass(String api) {
        assertThat(action(new SystemApi(api))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "audiocall",
                "audiocall/",
                "audiocall/a",
                "audiocall/1/2",
                "Audiocall/1",
                "audiocall/١",
                "audiocall/1 ",
                "locationpermission/1",
                "locationpermission/",
                "screenshare/1"
            })
    void otherActionsOfCliqDoNot(String api) {
        assertThat(action(new SystemApi(api))).containsExactly("/buttons/0/action/data/api");
    }

    @Test
    void functionsOfCardButtonsNameTheirOwner() {
        assertThat(action(new InvokeFunction("f", "o"))).isEmpty();
        assertThat(action(new InvokeFunction(null, null)))
                .containsExactly("/buttons/0/action/data/name", "/buttons/0/action/data/owner");
    }

    @Test
    void anActionWithoutDataHasNoType() {
        assertThat(pointers(CliqMessage.text("a")
                        .button(new Button("a", null, null, null, new Action(null), null))
                        .build()))
                .containsExactly("/buttons/0/action/type");
    }

    @Test
    void aConfirmationNeedsTitleInputAndButton() {
        assertThat(pointers(CliqMessage.text("a")
                        .button(Button.labelled("a").copy("x").confirm(Confirmation.titled(null)))
                        .build()))
                .containsExactly(
                        "/buttons/0/action/confirm/title",
                        "/buttons/0/action/confirm/input",
                        "/buttons/0/action/confirm/button_label");
        assertThat(pointers(CliqMessage.text("a")
                        .button(Button.labelled("a")
                                .copy("x")
                                .confirm(Confirmation.titled("t").tokenInput().buttonLabel("b")))
                        .build()))
                .isEmpty();
    }

    private static List<String> openable(String url) {
        return action(new OpenUrl(url));
    }

    private static List<String> thumbnail(String address) {
        return pointers(CliqMessage.text("a")
                .card(Card.modernInline("t").thumbnail(address))
                .build());
    }

    private static List<String> action(ActionData data) {
        return pointers(
                CliqMessage.text("a").button(Button.labelled("a").action(data)).build());
    }
}
