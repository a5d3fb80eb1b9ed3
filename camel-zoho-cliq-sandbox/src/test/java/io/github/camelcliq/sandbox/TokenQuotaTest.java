package io.github.camelcliq.sandbox;

import static io.github.camelcliq.sandbox.Caller.accessToken;
import static io.github.camelcliq.sandbox.Caller.json;
import static io.github.camelcliq.sandbox.Caller.tree;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelcliq.sandbox.oauth.OAuthClient;
import io.github.camelcliq.sandbox.oauth.TokenRules;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TokenQuotaTest {

    private static final String HELLO = json("{'text': 'Hello'}");
    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");

    private Sandbox sandbox;
    private Caller caller;

    @BeforeEach
    void start() {
        sandbox = Sandbox.builder()
                .client(OAuthClient.of("sandbox-client", "sandbox-secret")
                        .refreshToken("sandbox-refresh-token", "ann")
                        .refreshToken("another", "ann")
                        .clientCredentials("ann"))
                .clock(SandboxClock.stoppedAt(NOON))
                .start();
        caller = new Caller(sandbox);
    }

    @AfterEach
    void stop() {
        sandbox.close();
    }

    @Test
    void tenRequestsInTenMinutesAreAnsweredAndTheRestOfThemNot() {
        for (int minute = 0; minute < 9; minute++) {
            assertThat(accessToken(caller.refresh())).isNotNull();
            sandbox.clock().skip(Duration.ofMinutes(1));
        }
        assertThat(accessToken(caller.refresh())).isNotNull();

        JsonNode refusal = tree(caller.refresh());

        assertThat(refusal.path("error").textValue()).isEqualTo("Access Denied");
        assertThat(refusal.path("error_description").textValue())
                .startsWith("You have made too many requests continuously.");
        assertThat(refusal.path("status").textValue()).isEqualTo("failure");
        sandbox.clock().skip(Duration.ofMinutes(1).minusNanos(1));
        assertThat(tree(caller.refresh()).path("error").textValue()).isEqualTo("Access Denied");
        sandbox.clock().skip(Duration.ofNanos(1));
        assertThat(accessToken(caller.refresh())).as("the ten minutes are over").isNotNull();
    }

    @Test
    void refusedRequestsCountToo() {
        for (int request = 0; request < 10; request++) {
            refresh("sandbox-refresh-token", "wrong-secret");
        }

        assertThat(tree(caller.refresh()).path("error").textValue()).isEqualTo("Access Denied");
    }

    @Test
    void everyRefreshTokenAndTheClientItselfAreCountedAlone() {
        for (int request = 0; request < 11; request++) {
            caller.refresh();
        }

        assertThat(refresh("another", "sandbox-secret").has("access_token")).isTrue();
        assertThat(asClient().has("access_token")).isTrue();
        for (int request = 1; request < 10; request++) {
            asClient();
        }
        assertThat(asClient().path("error").textValue()).isEqualTo("Access Denied");
    }

    @Test
    void theEleventhLiveTokenKillsTheOldest() {
        List<String> tokens = new ArrayList<>();
        for (int token = 0; token < 10; token++) {
            tokens.add(accessToken(caller.refresh()));
        }
        String ofAnother =
                refresh("another", "sandbox-secret").path("access_token").textValue();
        assertThat(tokens).allSatisfy(token -> assertThat(postWith(token)).isEqualTo(204));
        sandbox.clock().skip(Duration.ofMinutes(10));

        tokens.add(accessToken(caller.refresh()));

        assertThat(postWith(tokens.get(0))).isEqualTo(401);
        assertThat(tokens.subList(1, 11))
                .allSatisfy(token -> assertThat(postWith(token)).isEqualTo(204));
        assertThat(postWith(ofAnother)).isEqualTo(204);
    }

    @Test
    void numberAndPeriodCanBeSetAndAResetGoesBack() {
        sandbox.tokenRules(
                TokenRules.OF_ZOHO.withRequests(1, Duration.ofSeconds(5)).withLiveTokens(1));
        String first = accessToken(caller.refresh());
        assertThat(tree(caller.refresh()).path("error").textValue()).isEqualTo("Access Denied");
        sandbox.clock().skip(Duration.ofSeconds(5));
        assertThat(accessToken(caller.refresh())).isNotNull();
        assertThat(postWith(first)).as("only one lives").isEqualTo(401);

        sandbox.reset();

        assertThat(sandbox.tokenRules()).isEqualTo(TokenRules.OF_ZOHO);
        for (int request = 0; request < 10; request++) {
            assertThat(accessToken(caller.refresh())).isNotNull();
        }
    }

    @Test
    void whatIsNoRuleIsRefused() {
        TokenRules rules = TokenRules.OF_ZOHO;
        assertThatIllegalArgumentException().isThrownBy(() -> rules.withLifetime(Duration.ofMillis(1_500)));
        assertThatIllegalArgumentException().isThrownBy(() -> rules.withLifetime(Duration.ZERO));
        assertThatIllegalArgumentException().isThrownBy(() -> rules.withRequests(0, Duration.ofMinutes(1)));
        assertThatIllegalArgumentException().isThrownBy(() -> rules.withRequests(1, Duration.ZERO));
        assertThatIllegalArgumentException().isThrownBy(() -> rules.withLiveTokens(0));
        assertThatIllegalArgumentException().isThrownBy(() -> rules.withErrorStatus(500));
    }

    private JsonNode refresh(String refreshToken, String secret) {
        return tree(caller.askForToken(
                "grant_type",
                "refresh_token",
                "client_id",
                "sandbox-client",
                "client_secret",
                secret,
                "refresh_token",
                refreshToken));
    }

    private JsonNode asClient() {
        return tree(caller.askForToken(
                "grant_type", "client_credentials",
                "client_id", "sandbox-client",
                "client_secret", "sandbox-secret",
                "scope", "ZohoCliq.Webhooks.CREATE"));
    }

    private int postWith(String token) {
        return caller.postWith(token, Caller.CHAT, HELLO).statusCode();
    }
}
