package io.github.camelcliq.sandbox;

import static io.github.camelcliq.sandbox.Caller.accessToken;
import static io.github.camelcliq.sandbox.Caller.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.camelcliq.sandbox.judging.Fidelity;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What tokens of limited reach, webhook tokens and tokens of a client's own are good for. */
class CredentialTest {

    private static final String HELLO = json("{'text': 'Hello'}");

    @Test
    void aTokenRequestToAWrongPathLeavesNoSecretsInTheJournal() {
        try (Sandbox sandbox = Sandbox.builder().start()) {
            Caller caller = new Caller(sandbox);
            caller.send(caller.to("/api/oauth/v2/token?client_id=me&client_secret=hush-1&Refresh%5Ftoken=hush-2")
                    .setHeader("Content-Type", "application/x-www-form-urlencoded")
                    .POST(BodyPublishers.ofString("grant_type=refresh_token&refresh_token=hush-3")));
            caller.post(Caller.CHAT + "?access_token=hush-4", HELLO);

            assertThat(caller.get("/sandbox/requests").body())
                    .contains("client_id=me&client_secret=***", "grant_type=refresh_token&refresh_token=***")
                    .doesNotContain("hush");
            assertThat(caller.get("/sandbox/messages").body()).doesNotContain("hush");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "ZohoCliq.Webhooks.CREATE,    /api/v2/chats/CT_1/messages,           204",
        "ZohoCliq.Webhooks.CREATE,    /api/v2/channelsbyname/news/message,   204",
        "ZohoCliq.Webhooks.CREATE,    /api/v2/buddies/a@x.com/message,       204",
        "ZohoCliq.Webhooks.CREATE,    /api/v3/bots/deploybot/messages,       401",
        "ZohoCliq.Messages.CREATE,    /api/v3/chats/CT_1/messages,           204",
        "ZohoCliq.Messages.CREATE,    /api/v3/channelsbyname/news/messages,  401",
        "ZohoCliq.Channels.CREATE,    /api/v2/channels/O123/message,         204",
        "ZohoCliq.Channels.CREATE,    /api/v2/chats/CT_1/messages,           401",
        "ZohoCliq.BotMessages.CREATE, /api/v2/bots/deploybot/message,        401",
        "ZohoCliq.Webhooks.CREATE ZohoCliq.BotMessages.CREATE, /api/v2/bots/deploybot/message, 204",
        "ZohoCliq.BotMessages.CREATE, /api/v2/buddies/a@x.com/message,       401",
        "ZohoCliq.Users.READ,         /api/v2/chats/CT_1/messages,           401"
    })
    void aTokenReachesAsFarAsItsScopes(String scopes, String path, int status) {
        try (Sandbox sandbox = Sandbox.builder()
                .accessTokenOf("ann", "limited", scopes.split(" "))
                .start()) {
            HttpResponse<String> answer = new Caller(sandbox).postWith("limited", path, HELLO);

            assertThat(answer.statusCode()).isEqualTo(status);
            if (status == 401) {
                assertThat(answer.body()).startsWith(json("{'code':'oauthtoken_scope_invalid',"));
                assertThat(sandbox.budget("ann").posts()).as("counted").isZero();
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "LIVE,      /api/v2/channelsbyname/news/message?bot_unique_name=b,  ZohoCliq.Webhooks.CREATE, 401",
        "LIVE,      /api/v2/channelsbyname/news/message?bot_unique_name=b,  ZohoCliq.Channels.UPDATE, 204",
        "LIVE,      /api/v2/channelsbyname/news/message,                    ZohoCliq.Webhooks.CREATE, 204",
        "LIVE,      /api/v3/channelsbyname/news/messages?bot_unique_name=b, ZohoCliq.Webhooks.CREATE, 204",
        "REFERENCE, /api/v2/channelsbyname/news/message?bot_unique_name=b,  ZohoCliq.Webhooks.CREATE, 204"
    })
    void aV2ChannelPostAsABotNeedsMoreOnALiveOrganisation(Fidelity fidelity, String path, String scope, int status) {
        try (Sandbox sandbox = Sandbox.builder()
                .fidelity(fidelity)
                .accessTokenOf("ann", "limited", scope)
                .start()) {
            assertThat(new Caller(sandbox).postWith("limited", path, HELLO).statusCode())
                    .isEqualTo(status);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "LIVE,      /api/v2/bots/deploybot/message,       204",
        "LIVE,      /api/v2/channels/O123/message,        401",
        "LIVE,      /api/v3/channels/O123/messages,       204",
        "REFERENCE, /api/v2/channels/O123/message,        204"
    })
    void aClientsOwnTokenIsRefusedForV2ChannelsByALiveOrganisation(Fidelity fidelity, String path, int status) {
        try (Sandbox sandbox = Sandbox.builder().fidelity(fidelity).start()) {
            Caller caller = new Caller(sandbox);
            String token = accessToken(caller.askForToken(
                    "grant_type",
                    "client_credentials",
                    "client_id",
                    Sandbox.DEFAULT_CLIENT_ID,
                    "client_secret",
                    Sandbox.DEFAULT_CLIENT_SECRET,
                    "scope",
                    "ZohoCliq.Webhooks.CREATE,ZohoCliq.BotMessages.CREATE"));

            assertThat(caller.postWith(token, path, HELLO).statusCode()).isEqualTo(status);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "/api/v2/channelsbyname/news/message,  204",
        "/api/v2/channels/O123/message,        204",
        "/api/v2/bots/deploybot/message,       204",
        "/api/v2/chats/CT_1/messages,          401",
        "/api/v2/buddies/a@x.com/message,      401",
        "/api/v3/bots/deploybot/messages,      401",
        "/api/v3/channelsbyname/news/messages, 401"
    })
    void aWebhookTokenPostsToV2ChannelsAndBots(String path, int status) {
        try (Sandbox sandbox = Sandbox.builder().zapikeyOf("ann", "1001.ann").start()) {
            HttpResponse<String> answer = new Caller(sandbox).postWithoutToken(path + "?zapikey=1001.ann", HELLO);

            assertThat(answer.statusCode()).isEqualTo(status);
            assertThat(sandbox.requests().toString()).contains("zapikey=***").doesNotContain("1001.ann");
            assertThat(sandbox.messages().toString()).doesNotContain("1001.ann");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"?zapikey=wrong", "?zapikey=", "", "?zapikey=1001.ann%20"})
    void anyOtherWebhookTokenDoesNot(String query) {
        try (Sandbox sandbox = Sandbox.builder().zapikeyOf("ann", "1001.ann").start()) {
            assertThat(new Caller(sandbox)
                            .postWithoutToken(Caller.BOT + query, HELLO)
                            .statusCode())
                    .isEqualTo(401);
        }
    }

    @Test
    void aWrongHeaderIsNotSavedByAWebhookToken() {
        try (Sandbox sandbox = Sandbox.builder().zapikeyOf("ann", "1001.ann").start()) {
            assertThat(new Caller(sandbox)
                            .postWith("wrong", Caller.BOT + "?zapikey=1001.ann", HELLO)
                            .statusCode())
                    .isEqualTo(401);
        }
    }

    @Test
    void tokensOfOthersStandBesideTheDefaultOne() {
        try (Sandbox sandbox =
                Sandbox.builder().accessTokenOf("ann", "ann's token").start()) {
            Caller caller = new Caller(sandbox);

            caller.post(Caller.CHAT, HELLO);
            caller.postWith("ann's token", Caller.CHAT, HELLO);

            assertThat(sandbox.messages()).extracting(ReceivedMessage::user).containsExactly("sandbox-user", "ann");
        }
    }

    @Test
    void whatIsBlankIsNoCredential() {
        assertThatIllegalArgumentException().isThrownBy(() -> Sandbox.builder().accessTokenOf("ann", " "));
        assertThatIllegalArgumentException().isThrownBy(() -> Sandbox.builder().accessTokenOf("", "token"));
        assertThatIllegalArgumentException().isThrownBy(() -> Sandbox.builder().zapikeyOf("ann", ""));
    }
}
