package io.github.camelcliq.sandbox;

import static io.github.camelcliq.sandbox.Caller.accessToken;
import static io.github.camelcliq.sandbox.Caller.json;
import static io.github.camelcliq.sandbox.Caller.tree;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelcliq.sandbox.oauth.OAuthClient;
import io.github.camelcliq.sandbox.oauth.TokenRequest;
import io.github.camelcliq.sandbox.oauth.TokenRules;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TokenEndpointTest {

    private static final String HELLO = json("{'text': 'Hello'}");
    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");
    private static final String ALL_SCOPES = "ZohoCliq.BotMessages.CREATE ZohoCliq.Channels.CREATE"
            + " ZohoCliq.Channels.UPDATE ZohoCliq.Messages.CREATE ZohoCliq.Webhooks.CREATE";

    private Sandbox sandbox;
    private Caller caller;

    @BeforeEach
    void start() {
        sandbox = Sandbox.builder()
                .client(OAuthClient.of("sandbox-client", "sandbox-secret")
                        .refreshToken("sandbox-refresh-token", "ann")
                        .refreshToken("another-refresh-token", "bob", "ZohoCliq.Webhooks.CREATE"))
                .client(OAuthClient.of("robot", "robot-secret")
                        .clientCredentials("robby", "ZohoCliq.Webhooks.CREATE", "ZohoCliq.BotMessages.CREATE")
                        .soid("ZohoCliq.123456456"))
                .clock(SandboxClock.stoppedAt(NOON))
                .start();
        caller = new Caller(sandbox);
    }

    @AfterEach
    void stop() {
        sandbox.close();
    }

    @Test
    void aRefreshTokenGetsAnAccessTokenThatPosts() {
        HttpResponse<String> answer = caller.refresh();

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/json;charset=UTF-8");
        JsonNode token = tree(answer);
        assertThat(token.fieldNames())
                .toIterable()
                .containsExactly("access_token", "expires_in", "api_domain", "token_type", "scope");
        assertThat(token.path("expires_in").intValue()).isEqualTo(3600);
        assertThat(token.path("api_domain").textValue()).isNotEqualTo(sandbox.baseUrl());
        assertThat(token.path("token_type").textValue()).isEqualTo("Bearer");
        assertThat(token.path("scope").textValue()).isEqualTo(ALL_SCOPES);
        assertThat(postWith(accessToken(answer))).isEqualTo(204);
        assertThat(sandbox.messages().get(0).user()).isEqualTo("ann");
    }

    @Test
    void parametersMayStandInTheQuery() {
        String query = Caller.form(
                "grant_type", "refresh_token",
                "client_id", "sandbox-client",
                "client_secret", "sandbox-secret",
                "refresh_token", "sandbox-refresh-token");

        HttpResponse<String> answer =
                caller.send(HttpRequest.newBuilder(URI.create(sandbox.baseUrl() + Caller.TOKENS + "?" + query))
                        .POST(BodyPublishers.noBody()));

        assertThat(postWith(accessToken(answer))).isEqualTo(204);
    }

    @Test
    void theFormGoesBeforeTheQueryAndTheFirstOfTwoBeforeTheSecond() {
        String form = Caller.form(
                "grant_type", "refresh_token",
                "client_id", "sandbox-client",
                "client_secret", "sandbox-secret",
                "refresh_token", "sandbox-refresh-token",
                "refresh_token", "wrong-token");

        HttpResponse<String> answer = caller.send(
                HttpRequest.newBuilder(URI.create(sandbox.baseUrl() + Caller.TOKENS + "?client_id=wrong-client"))
                        .header("Content-Type", "application/x-www-form-urlencoded;charset=UTF-8")
                        .POST(BodyPublishers.ofString(form)));

        assertThat(accessToken(answer)).isNotNull();
    }

    @Test
    void anAccessTokenLivesForAnHourOfTheSandboxsClock() {
        String token = accessToken(caller.refresh());
        sandbox.clock().skip(Duration.ofHours(1).minusNanos(1));
        assertThat(postWith(token)).isEqualTo(204);

        sandbox.clock().skip(Duration.ofNanos(1));

        assertThat(postWith(token)).isEqualTo(401);
        assertThat(postWith(accessToken(caller.refresh()))).isEqualTo(204);
    }

    @Test
    void theLegacyShapeHasMilliseconds() {
        sandbox.tokenRules(TokenRules.OF_ZOHO.withShape(TokenRules.Shape.LEGACY).withLifetime(Duration.ofSeconds(90)));

        JsonNode token = tree(caller.refresh());

        assertThat(token.path("expires_in_sec").intValue()).isEqualTo(90);
        assertThat(token.path("expires_in").intValue()).isEqualTo(90_000);
    }

    @Test
    void clientCredentialsGetATokenWithTheScopesTheyAskFor() {
        HttpResponse<String> answer = caller.askForToken(
                "grant_type", "client_credentials",
                "client_id", "robot",
                "client_secret", "robot-secret",
                "scope", "ZohoCliq.Webhooks.CREATE",
                "soid", "ZohoCliq.123456456");

        assertThat(tree(answer).path("scope").textValue()).isEqualTo("ZohoCliq.Webhooks.CREATE");
        assertThat(postWith(accessToken(answer))).isEqualTo(204);
        assertThat(caller.postWith(accessToken(answer), Caller.BOT, HELLO).statusCode())
                .as("beyond its scope")
                .isEqualTo(401);
        assertThat(sandbox.messages().get(0).user()).isEqualTo("robby");
    }

    @ParameterizedTest
    @CsvSource({
        "refresh_token, sandbox-client, sandbox-secret, wrong-token, invalid_code",
        "refresh_token, wrong-client, sandbox-secret, sandbox-refresh-token, invalid_client",
        "refresh_token, sandbox-client, wrong-secret, sandbox-refresh-token, invalid_client_secret",
        "refresh_token, robot, robot-secret, sandbox-refresh-token, invalid_code",
        "password, sandbox-client, sandbox-secret, sandbox-refresh-token, unsupported_grant_type"
    })
    void whatIsWrongIsRefusedByItsNameWithEitherStatus(
            String grantType, String client, String secret, String refreshToken, String error) {
        String[] form = {
            "grant_type", grantType, "client_id", client, "client_secret", secret, "refresh_token", refreshToken
        };

        HttpResponse<String> answer = caller.askForToken(form);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo(json("{'error':'" + error + "'}"));
        sandbox.tokenRules(TokenRules.OF_ZOHO.withErrorStatus(400));
        assertThat(caller.askForToken(form).statusCode()).isEqualTo(400);
    }

    @ParameterizedTest
    @CsvSource({
        "robot, robot-secret, ZohoCliq.Webhooks.CREATE, '', missing_org_info",
        "robot, robot-secret, ZohoCliq.Webhooks.CREATE, ZohoCliq.1, missing_org_info",
        "robot, robot-secret, '', ZohoCliq.123456456, invalid_scope",
        "robot, robot-secret, ZohoCliq.Channels.UPDATE, ZohoCliq.123456456, invalid_scope",
        "robot, wrong-secret, ZohoCliq.Webhooks.CREATE, ZohoCliq.123456456, invalid_client_secret",
        "sandbox-client, sandbox-secret, ZohoCliq.Webhooks.CREATE, '', unauthorized_client"
    })
    void clientCredentialsAreRefusedByName(String client, String secret, String scope, String soid, String error) {
        HttpResponse<String> answer = caller.askForToken(
                "grant_type", "client_credentials",
                "client_id", client,
                "client_secret", secret,
                "scope", scope,
                "soid", soid);

        assertThat(tree(answer).path("error").textValue()).isEqualTo(error);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "nonsense", "grant_type", "grant_type=%zz&client_id=%", "&&=&=x"})
    void aFormThatIsNoneGetsAnAnswer(String form) {
        HttpResponse<String> answer = caller.send(HttpRequest.newBuilder(URI.create(sandbox.baseUrl() + Caller.TOKENS))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form)));

        assertThat(tree(answer).path("error").textValue()).isEqualTo("unsupported_grant_type");
    }

    @Test
    void onlyPostsAreAnswered() {
        HttpResponse<String> answer = caller.get(Caller.TOKENS);

        assertThat(answer.statusCode()).isEqualTo(405);
        assertThat(answer.headers().firstValue("Allow")).hasValue("POST");
        assertThat(sandbox.openTokenRequests()).isZero();
    }

    @Test
    void aRevokedRefreshTokenGetsNothingMoreAndWhatItGotLivesOn() {
        String token = accessToken(caller.refresh());

        sandbox.revoke("sandbox-refresh-token");

        assertThat(tree(caller.refresh()).path("error").textValue()).isEqualTo("invalid_code");
        assertThat(postWith(token)).isEqualTo(204);
        sandbox.reset();
        assertThat(accessToken(caller.refresh())).isNotNull();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> sandbox.revoke("no-such-token"))
                .withMessageNotContaining("no-such-token");
    }

    @Test
    void allAccessTokensCanBeMadeToExpire() {
        String token = accessToken(caller.refresh());

        sandbox.expireTokens();

        assertThat(postWith(token)).isEqualTo(401);
        assertThat(postWith("sandbox-token")).isEqualTo(401);
        assertThat(postWith(accessToken(caller.refresh()))).isEqualTo(204);
        sandbox.reset();
        assertThat(postWith("sandbox-token")).as("one of the builder's").isEqualTo(204);
    }

    @Test
    void tokensThatWereGivenOutLiveThroughAReset() {
        String token = accessToken(caller.refresh());

        sandbox.reset();

        assertThat(postWith(token)).isEqualTo(204);
    }

    @Test
    void requestsAreRememberedWithoutCredentials() {
        String token = accessToken(caller.refresh());
        sandbox.clock().skip(Duration.ofMinutes(1));
        caller.askForToken("grant_type", "refresh_token", "client_id", "sandbox-client", "client_secret", "wrong");
        caller.askForToken("grant_type", "a-secret-in-the-wrong-place");

        assertThat(sandbox.tokenRequests())
                .containsExactly(
                        new TokenRequest(NOON, "refresh_token", "ann", 200, null),
                        new TokenRequest(NOON.plusSeconds(60), "refresh_token", null, 200, "invalid_client_secret"),
                        new TokenRequest(NOON.plusSeconds(60), null, null, 200, "unsupported_grant_type"));
        assertThat(sandbox.requests()).isEmpty();
        String shown = caller.get("/sandbox/token-requests").body()
                + caller.get("/sandbox/requests").body()
                + caller.get("/").body()
                + sandbox.tokenRequests();
        assertThat(shown)
                .contains("\"user\":\"ann\"")
                .doesNotContain("sandbox-refresh-token", "sandbox-secret", "sandbox-client", "secret-in", token);
        sandbox.reset();
        assertThat(sandbox.tokenRequests()).isEmpty();
    }

    @Test
    void whatHoldsSecretsDoesNotShowThem() {
        OAuthClient client = OAuthClient.of("an-id", "a-secret")
                .refreshToken("a-token", "ann")
                .clientCredentials("ann")
                .soid("an-organisation");

        assertThat(client.toString()).isEqualTo("a client with 1 refresh tokens and client credentials");
    }

    private int postWith(String token) {
        return caller.postWith(token, Caller.CHAT, HELLO).statusCode();
    }
}
