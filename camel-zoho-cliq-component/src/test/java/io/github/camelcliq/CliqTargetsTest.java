package io.github.camelcliq;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelcliq.message.Violation;
import io.github.camelcliq.sandbox.DestinationKind;
import io.github.camelcliq.sandbox.JournalEntry;
import io.github.camelcliq.sandbox.ReceivedMessage;
import java.util.HashMap;
import java.util.Map;
import org.apache.camel.Exchange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Where messages go: kinds, versions, ids, query parameters. */
class CliqTargetsTest extends CliqTestSupport {

    @ParameterizedTest
    @CsvSource({
        "cliq:chat/CT_1,                        /api/v2/chats/CT_1/messages,          CHAT",
        "cliq:chat/CT_1?messageResource=message,/api/v2/chats/CT_1/message,           CHAT",
        "cliq:channel/news,                     /api/v2/channelsbyname/news/message,  CHANNEL",
        "cliq:channel-id/O123,                  /api/v2/channels/O123/message,        CHANNEL_ID",
        "cliq:user/123,                         /api/v2/buddies/123/message,          USER",
        "cliq:bot/deploybot,                    /api/v2/bots/deploybot/message,       BOT",
        "cliq:chat/CT_1?apiVersion=v2,          /api/v2/chats/CT_1/messages,          CHAT",
        "cliq:chat/CT_1?apiVersion=v3,          /api/v3/chats/CT_1/messages,          CHAT",
        "cliq:channel/news?apiVersion=v3,       /api/v3/channelsbyname/news/messages, CHANNEL",
        "cliq:channel-id/O123?apiVersion=V3,    /api/v3/channels/O123/messages,       CHANNEL_ID",
        "cliq:bot/deploybot?apiVersion=v3,      /api/v3/bots/deploybot/messages,      BOT",
        "cliq://chat/CT_1,                      /api/v2/chats/CT_1/messages,          CHAT",
    })
    void everyKindHasThePathOfItsVersion(String uri, String path, DestinationKind kind) {
        post(uri, "Hello", Map.of());

        assertThat(sandbox.requests()).extracting(JournalEntry::path).containsExactly(path);
        assertThat(sandbox.messages())
                .singleElement()
                .satisfies(message -> assertThat(message.kind()).isEqualTo(kind));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "scott.fisher+ci@zylker.com",
                "CT_1203304812000146098_55622663-B2",
                "CT_1207124526552602256_60002085329-T-1291567019566818579",
                "two words",
                "a/b/c",
                "ümlaut-und-日本",
                "a&b=c",
                "semi;colon,comma",
                "~*'()!$",
                "100%",
                "%FF",
                "...",
                "a..b"
            })
    void anIdOfTheHeaderArrivesAsItIs(String id) {
        Exchange exchange = post("cliq:user", "Hello", Map.of(CliqConstants.TARGET, id));

        assertThat(exchange.getException()).isNull();
        assertThat(sandbox.messages())
                .singleElement()
                .satisfies(message -> assertThat(message.target()).isEqualTo(id));
    }

    @ParameterizedTest
    @ValueSource(strings = {"scott.fisher+ci@zylker.com", "a b", "a/b", "ümlaut"})
    void anIdOfTheUriArrivesAsItIs(String id) {
        post("cliq:user/" + id, "Hello", Map.of());

        assertThat(sandbox.messages())
                .singleElement()
                .satisfies(message -> assertThat(message.target()).isEqualTo(id));
    }

    @ParameterizedTest
    @CsvSource({"1599387839188%20229293271789, 1599387839188 229293271789", "a%2Bb%40x.com, a+b@x.com", "a%2Fb, a/b"})
    void anIdThatIsEncodedAlreadyIsNotEncodedTwice(String id, String target) {
        post("cliq:user", "Hello", Map.of(CliqConstants.TARGET, id));
        post("cliq:user/" + id, "Hello", Map.of());

        assertThat(sandbox.messages())
                .hasSize(2)
                .allSatisfy(message -> assertThat(message.target()).isEqualTo(target));
    }

    @Test
    void theWholePathIsOnePercentEncodedSegment() {
        post("cliq:user", "Hello", Map.of(CliqConstants.TARGET, "a+b @x/../y?z#é"));

        assertThat(sandbox.requests())
                .extracting(JournalEntry::path)
                .containsExactly("/api/v2/buddies/a%2Bb%20%40x%2F..%2Fy%3Fz%23%C3%A9/message");
    }

    @Test
    void theIdOfTheUriWinsOverTheHeader() {
        post("cliq:chat/from-uri", "Hello", Map.of(CliqConstants.TARGET, "from-header"));

        assertThat(sandbox.messages()).extracting("target").containsExactly("from-uri");
    }

    @Test
    void anIdOfTheHeaderMayBeANumber() {
        post("cliq:user", "Hello", Map.of(CliqConstants.TARGET, 55622663L));

        assertThat(sandbox.messages()).extracting("target").containsExactly("55622663");
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "  ", "%20", ".", "..", "%2e%2E", "a\nb", "a\u0000b", "a%0Ab", "\uD83D"})
    void whatCanBeNoIdIsAViolation(String id) {
        Map<String, Object> headers = new HashMap<>();
        headers.put(CliqConstants.TARGET, id);

        assertThat(violations(post("cliq:chat", "Hello", headers)))
                .singleElement()
                .satisfies(violation -> {
                    assertThat(violation.pointer()).isEmpty();
                    assertThat(violation.rule()).contains("CamelCliqTarget").contains("chat");
                });
    }

    /** An application's own class, which is no id. */
    private record Customer(String name) {}

    @Test
    void anObjectIsNoIdEvenOnceCamelMadeTextOfIt() {
        Customer customer = new Customer("Zylker");
        context().getTypeConverter().convertTo(String.class, customer);

        assertThat(violations(post("cliq:chat", "Hello", Map.of(CliqConstants.TARGET, customer))))
                .singleElement()
                .satisfies(violation -> {
                    assertThat(violation.rule()).contains("CamelCliqTarget").contains("missing");
                    assertThat(violation.actual()).isEqualTo(Customer.class.getName());
                });
    }

    @Test
    void aMissingIdIsToldBesideWhatIsWrongWithTheMessage() {
        assertThat(violations(post("cliq:chat", "{}", Map.of())))
                .extracting(Violation::pointer)
                .containsExactlyInAnyOrder("", "/text");
    }

    @Test
    void theBotAndItsExtensionAreQueryParameters() {
        post("cliq:channel/news?botUniqueName=deploy bot&appKey=RAW(k+/=)", "Hello", Map.of());

        assertThat(sandbox.messages())
                .singleElement()
                .satisfies(message -> assertThat(message.query())
                        .isEqualTo(Map.of("bot_unique_name", "deploy bot", "appkey", "k+/=")));
        assertThat(posted()).isEqualTo(json("{'text': 'Hello'}"));
    }

    @Test
    void theExtensionOfABotThatIsPostedToHasANameOfItsOwn() {
        post("cliq:bot/deploybot?appKey=k1", "Hello", Map.of());

        assertThat(sandbox.messages())
                .singleElement()
                .satisfies(message -> assertThat(message.query()).isEqualTo(Map.of("extension_key", "k1")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"channel", "channel-id"})
    void aChannelsMarkAsReadIsAQueryParameter(String kind) {
        post("cliq:" + kind + "/news?markAsRead=true", "Hello", Map.of());

        assertThat(sandbox.messages())
                .singleElement()
                .satisfies(message -> assertThat(message.query()).isEqualTo(Map.of("mark_as_read", "true")));
        assertThat(posted()).isEqualTo(json("{'text': 'Hello'}"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"chat", "bot"})
    void aChatsOrBotsMarkAsReadIsAField(String kind) {
        post("cliq:" + kind + "/x?markAsRead=false", "Hello", Map.of());

        assertThat(sandbox.messages())
                .singleElement()
                .satisfies(message -> assertThat(message.query()).isEmpty());
        assertThat(posted()).isEqualTo(json("{'text': 'Hello', 'mark_as_read': false}"));
    }

    @Test
    void anEndpointWithoutAnIdSaysWhereToNameIt() {
        assertThat(post("cliq:channel", "Hello", Map.of()).getException())
                .hasMessage(
                        "Message to channel breaks 1 rule: the message: the endpoint URI, as in cliq:channel/id, or the"
                                + " header CamelCliqTarget must name the channel to post to (the id is missing or blank), was"
                                + " missing");
    }

    @Test
    void theComponentsOptionsForOtherKindsAreLeftAside() {
        CliqConfiguration options =
                context().getComponent("cliq", CliqComponent.class).getConfiguration();
        options.setBotUniqueName("deploybot");
        options.setAppKey("k");
        options.setMarkAsRead("true");
        options.setMessageResource("message");

        post("cliq:user/x", "Hello", Map.of());
        post("cliq:bot/x", "Hello", Map.of());
        post("cliq:chat/x", "Hello", Map.of());
        post("cliq:chat/x?apiVersion=v3", "Hello", Map.of());
        post("cliq:channel/x", "Hello", Map.of());

        assertThat(sandbox.messages())
                .extracting(ReceivedMessage::query)
                .containsExactly(
                        Map.of(),
                        Map.of("extension_key", "k"),
                        Map.of("bot_unique_name", "deploybot", "appkey", "k"),
                        Map.of("bot_unique_name", "deploybot", "appkey", "k"),
                        Map.of("bot_unique_name", "deploybot", "appkey", "k", "mark_as_read", "true"));
        assertThat(sandbox.requests())
                .extracting(JournalEntry::path)
                .containsExactly(
                        "/api/v2/buddies/x/message",
                        "/api/v2/bots/x/message",
                        "/api/v2/chats/x/message",
                        "/api/v3/chats/x/messages",
                        "/api/v2/channelsbyname/x/message");
        assertThat(sandbox.messages())
                .extracting(message -> tree(message.json()).has("mark_as_read"))
                .containsExactly(false, true, true, true, false);
    }

    @Test
    void theComponentsAppKeyIsLeftAsideWhereNoBotPosts() {
        context().getComponent("cliq", CliqComponent.class).getConfiguration().setAppKey("k");

        post("cliq:chat/x", "Hello", Map.of());

        assertThat(sandbox.messages())
                .singleElement()
                .satisfies(message -> assertThat(message.query()).isEmpty());
    }

    @Test
    void syncMessageAsksForTheId() {
        Exchange exchange = post("cliq:chat/x?syncMessage=true", "Hello", Map.of());

        assertThat(posted()).isEqualTo(json("{'text': 'Hello', 'sync_message': true}"));
        assertThat(exchange.getMessage().getHeader(CliqConstants.MESSAGE_ID))
                .isEqualTo(sandbox.messages().get(0).id());
    }

    @Test
    void whatAMessageSaysItselfWinsOverTheEndpointsOptions() {
        String body = "{\"text\": \"Hello\", \"sync_message\": false, \"mark_as_read\": true}";

        post("cliq:chat/x?syncMessage=true&markAsRead=false", body, Map.of());

        assertThat(posted()).isEqualTo(tree(body));
    }

    @Test
    void optionsOfTheRulesReachTheMessage() {
        post(
                "cliq:bot/b?overflow=fit&maximumTextLength=5&recipientsField=userids",
                "Hello, World",
                Map.of(CliqConstants.RECIPIENTS, "1,2"));

        assertThat(posted()).isEqualTo(json("{'text': 'Hell…', 'userids': '1,2'}"));
        assertThat(((CliqInvalidMessageException)
                                post("cliq:chat/x?unknownFields=reject", Map.of("text", "Hello", "new", 1), Map.of())
                                        .getException())
                        .getViolations())
                .extracting(Violation::pointer)
                .containsExactly("/new");
    }
}
