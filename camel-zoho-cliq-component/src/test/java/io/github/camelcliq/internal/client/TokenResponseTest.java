package io.github.camelcliq.internal.client;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelcliq.client.Delivery;
import io.vertx.core.buffer.Buffer;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the answers of the accounts server mean. */
class TokenResponseTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"expires_in\": 3600                              | 3600",
                "\"expires_in\": 3600000                           | 3600",
                "\"expires_in_sec\": 1800, \"expires_in\": 3600000 | 1800",
                "\"expires_in\": \"3600\"                          | 3600",
                "\"scope\": \"ZohoCliq.Webhooks.CREATE\"           | 3600",
                "\"error\": null, \"error_description\": null     | 3600",
                "\"expires_in\": 0                                 | 3600",
                "\"expires_in\": -5                                | 3600",
                "\"expires_in\": 9223372036854775807               | 86400",
                "\"expires_in_sec\": 9223372036854775807           | 86400",
            })
    void aTokenLivesAsLongAsItsAnswerSaysAnHourByDefaultAndADayAtMost(String lifetime, long seconds) {
        TokenResponse answer = answer(200, "{\"access_token\": \"1000.abc\", " + lifetime + "}");

        assertThat(answer.accessToken()).isEqualTo("1000.abc");
        assertThat(answer.lifetime()).isEqualTo(Duration.ofSeconds(seconds));
        assertThat(answer.failure()).isNull();
    }

    @ParameterizedTest
    @ValueSource(ints = {200, 400})
    void anErrorIsReadBeforeTheStatus(int status) {
        PostFailure failure = answer(status, "{\"error\": \"invalid_code\", \"access_token\": \"1000.abc\"}")
                .failure();

        assertThat(failure.kind()).isEqualTo(FailureKind.AUTH);
        assertThat(failure.code()).isEqualTo("invalid_code");
        assertThat(failure.message()).contains("invalid_code", String.valueOf(status));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"error\": \"invalid_client\"}",
                "{\"error\": \"general_error\"}",
                "{\"error\": \"Access Denied\", \"status\": \"failure\"}",
                "<html>",
                ""
            })
    void aFailureHasNoStatusSinceCliqWasNotAsked(String body) {
        assertThat(answer(400, body).failure().status()).isZero();
        assertThat(answer(400, body).failure().delivery()).isEqualTo(Delivery.NOT_DELIVERED);
    }

    @Test
    void aRequestTooManyIsThrottledForTenMinutes() {
        PostFailure failure = answer(200, "{\"error\": \"Access Denied\"}").failure();

        assertThat(failure.kind()).isEqualTo(FailureKind.THROTTLED);
        assertThat(failure.retryAfter()).isEqualTo(Duration.ofMinutes(10));
    }

    private static TokenResponse answer(int status, String body) {
        return TokenResponse.of(status, Buffer.buffer(body), List.of(), "https://accounts.zoho.com");
    }
}
