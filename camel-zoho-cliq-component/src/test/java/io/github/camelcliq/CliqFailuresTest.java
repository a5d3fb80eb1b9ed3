package io.github.camelcliq;

import static io.github.camelcliq.client.Delivery.NOT_DELIVERED;
import static io.github.camelcliq.client.Delivery.UNKNOWN;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelcliq.client.Delivery;
import io.github.camelcliq.internal.pacing.ManualTiming;
import io.github.camelcliq.sandbox.Fault;
import io.github.camelcliq.sandbox.Sandbox;
import io.github.camelcliq.sandbox.ScriptedAnswer;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.camel.Exchange;
import org.apache.camel.util.ObjectHelper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What each answer of Cliq's means to a route. */
class CliqFailuresTest extends CliqTestSupport {

    private static final String JSON = "application/json";
    private static final Duration LOCK = Duration.ofMinutes(10);

    /**
     * One row of the reference's error table.
     *
     * @param retryAfter the wait, {@code null} where there is none
     */
    record Row(
            int status,
            String body,
            Class<? extends CliqException> type,
            String code,
            String message,
            boolean retryable,
            Duration retryAfter,
            Delivery delivery) {

        static Row rejected(int status, String body, String code, String message) {
            return new Row(status, body, CliqRejectedException.class, code, message, false, null, NOT_DELIVERED);
        }

        static Row auth(int status, String body, String code, String message) {
            return new Row(status, body, CliqAuthException.class, code, message, false, null, NOT_DELIVERED);
        }

        /** The access token of these tests is a static one. */
        static Row tokenRefused(int status, String body, String code, String message) {
            return auth(
                    status,
                    body,
                    code,
                    message + "; an access token lives an hour, and the option accessToken is not renewed: set"
                            + " refreshToken, clientId and clientSecret instead");
        }

        static Row throttled(int status, String body, String code, String message) {
            return new Row(status, body, CliqThrottledException.class, code, message, true, LOCK, NOT_DELIVERED);
        }

        static Row unavailable(int status, String body, String code, String message) {
            return new Row(status, body, CliqUnavailableException.class, code, message, true, null, UNKNOWN);
        }

        @Override
        public String toString() {
            return status + " " + body;
        }
    }

    static Stream<Row> errorTable() {
        return Stream.of(
                Row.rejected(400, "{'message': 'Malformed.'}", null, "Malformed."),
                Row.rejected(
                        400, "{'code': 'extra_key_found', 'message': 'Extra key.'}", "extra_key_found", "Extra key."),
                Row.rejected(
                        400,
                        "{'error': {'code': 'input_pattern_mismatch', 'message': 'No match.'}}",
                        "input_pattern_mismatch",
                        "No match."),
                Row.rejected(
                        400, "{'code': 'botmessage_no_valid_users', 'message': 'x'}", "botmessage_no_valid_users", "x"),
                Row.throttled(
                        400,
                        "{'code': 'request_limit_exceeded', 'message': 'You have exceeded the URL throttle limits.'}",
                        "request_limit_exceeded",
                        "You have exceeded the URL throttle limits."),
                Row.throttled(
                        400,
                        "{'error': {'code': 'URL_ROLLING_THROTTLES_LIMIT_EXCEEDED', 'message': 'x'}}",
                        "URL_ROLLING_THROTTLES_LIMIT_EXCEEDED",
                        "x"),
                Row.throttled(400, "{'message': 'request_limit_exceeded'}", null, "request_limit_exceeded"),
                Row.throttled(429, "{'message': 'Too many.'}", null, "Too many."),
                Row.throttled(
                        429, "{'error': {'code': 'rate_limit_exceeded', 'message': 'x'}}", "rate_limit_exceeded", "x"),
                Row.throttled(429, "", null, "no readable message in the answer (empty)"),
                Row.throttled(
                        400,
                        "{'message': 'You have exceeded the URL throttle limits.'}",
                        null,
                        "You have exceeded the URL throttle limits."),
                Row.tokenRefused(401, "{'message': 'Invalid token.'}", null, "Invalid token."),
                Row.tokenRefused(400, "{'code': 'INVALID_OAUTHTOKEN', 'message': 'x'}", "INVALID_OAUTHTOKEN", "x"),
                Row.tokenRefused(
                        403, "{'error': {'code': 'invalid_oauthtoken', 'message': 'x'}}", "invalid_oauthtoken", "x"),
                Row.rejected(
                        401,
                        "{'code': 'bot_unauthorized_message_access', 'message': 'x'}",
                        "bot_unauthorized_message_access",
                        "x"),
                Row.auth(
                        401,
                        "{'code': 'oauthtoken_scope_invalid', 'message': 'Scope.'}",
                        "oauthtoken_scope_invalid",
                        "Scope.; a post to a chat needs the scope ZohoCliq.Webhooks.CREATE or"
                                + " ZohoCliq.Messages.CREATE"),
                Row.auth(
                        403,
                        "{'message': 'oauthtoken_scope_invalid'}",
                        "oauthtoken_scope_invalid",
                        "oauthtoken_scope_invalid; a post to a chat needs the scope ZohoCliq.Webhooks.CREATE or"
                                + " ZohoCliq.Messages.CREATE"),
                Row.rejected(403, "{'message': 'No permission.'}", null, "No permission."),
                Row.rejected(404, "{'message': 'No such chat.'}", null, "No such chat."),
                Row.rejected(405, "", null, "no readable message in the answer (empty)"),
                Row.rejected(406, "", null, "no readable message in the answer (empty)"),
                Row.rejected(418, "{'error': 'Access Denied'}", null, "Access Denied"),
                Row.rejected(301, "", null, "no readable message in the answer (empty)"),
                Row.unavailable(408, "", null, "no readable message in the answer (empty)"),
                Row.unavailable(500, "{'message': 'Oops.'}", null, "Oops."),
                Row.unavailable(502, "{'message': 'Oops.'}", null, "Oops."),
                Row.unavailable(503, "{'code': 'down', 'message': 'Oops.'}", "down", "Oops."),
                Row.unavailable(
                        400,
                        "{'code': 'botmessage_sending_failed', 'message': 'x'}",
                        "botmessage_sending_failed",
                        "x"));
    }

    /** Zoho's products answer errors with 200 too. */
    static Stream<Row> errorsInA2xx() {
        return Stream.of(
                Row.throttled(
                        200,
                        "{'code': 'request_limit_exceeded', 'message': 'You have exceeded the URL throttle limits.'}",
                        "request_limit_exceeded",
                        "You have exceeded the URL throttle limits."),
                Row.throttled(
                        200,
                        "{'error': {'code': 'rate_limit_exceeded'}}",
                        "rate_limit_exceeded",
                        "no readable message in the answer (42 bytes of application/json)"),
                Row.throttled(
                        200,
                        "{'code': 'request_limit_exceeded'}",
                        "request_limit_exceeded",
                        "no readable message in the answer (34 bytes of application/json)"),
                Row.throttled(200, "{'error': {'code': 429, 'message': 'x'}}", "429", "x"),
                Row.tokenRefused(200, "{'error': 'INVALID_OAUTHTOKEN'}", null, "INVALID_OAUTHTOKEN"),
                Row.tokenRefused(201, "{'error': {'code': 401, 'message': 'x'}}", "401", "x"),
                Row.auth(
                        200,
                        "{'status': 'failure', 'code': 'oauthtoken_scope_invalid', 'message': 'x'}",
                        "oauthtoken_scope_invalid",
                        "x; a post to a chat needs the scope ZohoCliq.Webhooks.CREATE or ZohoCliq.Messages.CREATE"),
                Row.rejected(
                        200, "{'code': 'extra_key_found', 'message': 'Extra key.'}", "extra_key_found", "Extra key."),
                Row.rejected(200, "{'code': 404, 'message': 'No such chat.'}", "404", "No such chat."),
                Row.rejected(
                        202,
                        "{'error': {'code': 'bot_message_forbidden', 'message': 'x'}}",
                        "bot_message_forbidden",
                        "x"),
                Row.unavailable(
                        200, "{'code': 'botmessage_sending_failed', 'message': 'x'}", "botmessage_sending_failed", "x"),
                Row.unavailable(200, "{'error': {'code': 500, 'message': 'x'}}", "500", "x"),
                Row.unavailable(200, "{'error': 'Something went wrong.'}", null, "Something went wrong."),
                Row.unavailable(200, "{'error': {'code': 'never_seen', 'message': 'x'}}", "never_seen", "x"),
                Row.unavailable(200, "{'message_id': '1', 'error': 'x'}", null, "x"),
                Row.unavailable(
                        200,
                        "{'status': 'failure'}",
                        null,
                        "no readable message in the answer (21 bytes of application/json)"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"<!DOCTYPE html><title>Sign in</title>", "\n <html>", "Please sign in."})
    void aPageInA2xxIsNoReceipt(String page) {
        sandbox.answerNext(200, "text/html", page);

        Exchange exchange = post("Hello");

        assertThat(exchange.getException())
                .isExactlyInstanceOf(CliqUnavailableException.class)
                .hasMessageContaining("HTTP 200, a web page in place of Cliq's answer (" + page.length()
                        + " bytes of text/html): check the option baseUrl");
        assertThat(((CliqException) exchange.getException()).getDelivery()).isEqualTo(UNKNOWN);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"message_id\": \"m1\"}", "{}"})
    void jsonInA2xxThatIsCalledAPageIsAReceipt(String body) {
        sandbox.answerNext(200, "text/html;charset=UTF-8", body);

        assertThat(post("Hello").getException()).isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'code': 0, 'message': 'success'}",
                "{'code': '200', 'message': 'OK'}",
                "{'code': 'SUCCESS', 'message': 'sent', 'status': 'success'}",
                "{'error': 0}",
                "{'code': 'never_seen'}"
            })
    void jsonInA2xxThatSaysThatAllIsWellIsAReceipt(String body) {
        sandbox.answerNext(200, JSON, body.replace('\'', '"'));

        assertThat(post("Hello").getException()).isNull();
    }

    @ParameterizedTest
    @MethodSource({"errorTable", "errorsInA2xx"})
    void everyAnswerOfTheErrorTableIsTold(Row row) {
        sandbox.answerNext(row.status(), JSON, row.body().replace('\'', '"'));

        Exchange exchange = post("Hello");

        assertThat(exchange.getException()).isExactlyInstanceOf(row.type()).hasNoCause();
        CliqException failure = (CliqException) exchange.getException();
        assertThat(failure.getHttpResponseCode()).isEqualTo(row.status());
        assertThat(failure.getHttpResponseStatus()).isEqualTo(row.message());
        assertThat(failure.getCliqCode()).isEqualTo(row.code());
        assertThat(failure.isRetryable()).isEqualTo(row.retryable());
        assertThat(failure.getRetryAfter()).isEqualTo(row.retryAfter());
        assertThat(failure.getDelivery()).isEqualTo(row.delivery());
        assertThat(failure.isSafeToRedeliver()).isEqualTo(row.retryable() && row.delivery() == NOT_DELIVERED);
        assertThat(failure.getMessage())
                .startsWith("Message to chat/" + CHAT + " failed: HTTP " + row.status() + ", ")
                .contains(row.message())
                .doesNotContain("\n");
    }

    @Test
    void theFailureNamesTheTargetOfTheHeaderToo() {
        sandbox.answerNext(404, JSON, "{}");

        Exchange exchange = post("cliq:channel", "Hello", Map.of(CliqConstants.TARGET, "news"));

        assertThat(exchange.getException()).hasMessageStartingWith("Message to channel/news failed: HTTP 404");
    }

    @ParameterizedTest
    @CsvSource({
        "cliq:chat/x, ZohoCliq.Webhooks.CREATE or ZohoCliq.Messages.CREATE",
        "cliq:user/x, ZohoCliq.Webhooks.CREATE",
        "cliq:channel/x, 'ZohoCliq.Webhooks.CREATE or ZohoCliq.Channels.CREATE, and as a bot ZohoCliq.Channels.UPDATE'",
        "cliq:channel-id/x, 'ZohoCliq.Webhooks.CREATE or ZohoCliq.Channels.CREATE, and as a bot ZohoCliq.Channels.UPDATE'",
        "cliq:bot/x, ZohoCliq.Webhooks.CREATE and ZohoCliq.BotMessages.CREATE"
    })
    void aMissingScopeIsNamed(String uri, String scopes) {
        sandbox.answerNext(401, JSON, "{\"error\": {\"code\": \"oauthtoken_scope_invalid\"}}");

        assertThat(post(uri, "Hello", Map.of()).getException())
                .isInstanceOf(CliqAuthException.class)
                .hasMessageContaining(scopes);
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0",
        "1, 1",
        "600, 600",
        "' 42 ', 42",
        "2.0, 2",
        "0.5, 1",
        "1.5, 2",
        "2., 2",
        "+2, 2",
        "2s, 2",
        "2 S, 2",
        "'814, 2', 814",
        "'2, 814', 814",
        "'soon, 7', 7",
        "'Fri, 31 Dec 1999 23:59:59 GMT', 0",
        "'Sunday, 06-Nov-94 08:49:37 GMT', 0",
        "Sun Nov  6 08:49:37 1994, 0",
    })
    void aWaitInSecondsIsHonoured(String seconds, long expected) {
        sandbox.answerNext(ScriptedAnswer.of(429, JSON, "{}").header("Retry-After", seconds));

        assertThat(((CliqException) post("Hello").getException()).getRetryAfter())
                .isEqualTo(Duration.ofSeconds(expected));
    }

    @ParameterizedTest
    @ValueSource(ints = {429, 503})
    void aWaitUntilADateIsHonoured(int status) {
        ManualTiming time = new ManualTiming();
        context().getRegistry().bind("timing", time);
        String date = DateTimeFormatter.RFC_1123_DATE_TIME.format(
                time.now().atOffset(ZoneOffset.UTC).plusMinutes(5));
        sandbox.answerNext(ScriptedAnswer.of(status, JSON, "{}").header("Retry-After", date));

        assertThat(((CliqException) post("Hello").getException()).getRetryAfter())
                .isEqualTo(Duration.ofMinutes(5));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "soon",
                "-5",
                "1e3",
                ".",
                "+",
                ",",
                "١",
                "a date that goes on and on and on, for longer than any parser of dates can bear it"
            })
    void aWaitThatIsNoneLeavesTheLock(String nonsense) {
        sandbox.answerNext(ScriptedAnswer.of(429, JSON, "{}").header("Retry-After", nonsense));

        assertThat(((CliqException) post("Hello").getException()).getRetryAfter())
                .isEqualTo(LOCK);
    }

    @Test
    void aWaitForWhatIsRefusedForGoodIsNone() {
        sandbox.answerNext(ScriptedAnswer.of(403, JSON, "{}").header("Retry-After", "30"));

        Exchange refused = post("Hello");

        assertThat(((CliqException) refused.getException()).getRetryAfter()).isNull();
        assertThat(refused.getMessage().getHeader(Exchange.REDELIVERY_DELAY)).isNull();
    }

    @Test
    void aWaitIsLeftForTheErrorHandlerUnlessAnOptionSaysNo() {
        sandbox.answerNext(ScriptedAnswer.of(429, JSON, "{}").header("Retry-After", "30"));
        assertThat(post("Hello").getMessage().getHeader(Exchange.REDELIVERY_DELAY))
                .isEqualTo(30_000L);

        sandbox.answerNext(ScriptedAnswer.of(429, JSON, "{}").header("Retry-After", "30"));
        assertThat(post("cliq:chat/x?redeliveryDelay=false", "Hello", Map.of())
                        .getMessage()
                        .getHeader(Exchange.REDELIVERY_DELAY))
                .isNull();
    }

    @Test
    void keysInTheQueryAreNotToldWhenNoAnswerComes() {
        sandbox.faults().next(Fault.hang());

        Exchange lost = post(
                "cliq:channel/x?botUniqueName=b&appKey=SECRETKEY&"
                        + account(account -> account.setReadTimeout(Duration.ofMillis(100))),
                "Hello",
                Map.of());

        assertThat(lost.getException()).isInstanceOf(CliqUnavailableException.class);
        assertThat(lost.getException()).hasStackTraceContaining("127.0.0.1").satisfies(failure -> {
            assertThat(failure.toString()).doesNotContain("SECRETKEY");
            assertThat(String.valueOf(failure.getCause())).doesNotContain("SECRETKEY");
        });
    }

    @Test
    void aWaitOfAgesIsBelievedUpToTheLongestLock() {
        sandbox.answerNext(ScriptedAnswer.of(429, JSON, "{}").header("Retry-After", "9".repeat(40)));

        assertThat(((CliqException) post("Hello").getException()).getRetryAfter())
                .isEqualTo(Duration.ofMinutes(30));
    }

    static Stream<ScriptedAnswer> unreadableAnswers() {
        return Stream.of(
                ScriptedAnswer.of(502, "text/html", "<html><h1>Bad\nGateway</h1></html>"),
                ScriptedAnswer.of(502, null, "plain"),
                ScriptedAnswer.of(502, JSON, ""),
                ScriptedAnswer.of(502, JSON, "{\"message\": \"cut o"),
                ScriptedAnswer.of(502, JSON, "[1, 2]"),
                ScriptedAnswer.of(502, JSON, "\"text\""),
                ScriptedAnswer.of(502, JSON, "null"),
                ScriptedAnswer.of(502, JSON, "{\"message\": {\"code\": [1]}, \"error\": [], \"code\": {}}"),
                ScriptedAnswer.of(502, JSON, "{\"message\": \"  \"}"),
                ScriptedAnswer.of(502, JSON, "[".repeat(20_000)),
                ScriptedAnswer.of(502, "text/html", "<p>" + "x".repeat(30_000)));
    }

    @ParameterizedTest
    @MethodSource("unreadableAnswers")
    void anUnreadableBodyDoesNotHideTheStatus(ScriptedAnswer answer) {
        sandbox.answerNext(answer);

        Exchange exchange = post("Hello");

        assertThat(exchange.getException()).isExactlyInstanceOf(CliqUnavailableException.class);
        assertThat(((CliqException) exchange.getException()).getHttpResponseCode())
                .isEqualTo(502);
        assertThat(exchange.getException().getMessage())
                .contains("HTTP 502, no readable message in the answer")
                .doesNotContain("\n")
                .hasSizeLessThan(300);
    }

    @Test
    void aLongMessageIsShortenedToOneLine() {
        String wordy = "{\"code\": \"c\\n" + "c".repeat(5_000) + "\", \"message\": \"a\\r\\n\\u0000b"
                + "x".repeat(30_000) + "\"}";
        sandbox.answerNext(400, JSON, wordy);

        assertThat(post("Hello").getException().getMessage())
                .contains("c c")
                .contains("a b")
                .hasSizeLessThan(1_000)
                .doesNotContainPattern("[\\n\\r\\x00]");
    }

    @Test
    void theTokenIsInNoTextEvenWhereTheAnswerRepeatsIt() {
        String token = Sandbox.DEFAULT_ACCESS_TOKEN;
        for (int before = 270; before <= 300; before++) {
            sandbox.answerNext(
                    403,
                    "text/" + token,
                    "{\"code\": \"" + token + "\", \"message\": \"" + ".".repeat(before) + token + "\"}");
            sandbox.answerNext(403, "text/" + token, token);

            for (int answer = 1; answer <= 2; answer++) {
                assertThat(ObjectHelper.createExceptionIterable(post("Hello").getException()))
                        .allSatisfy(failure -> assertThat(failure.toString())
                                .doesNotContain(token)
                                .doesNotContain(".sandb"));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {301, 302, 303, 307, 308})
    void aRedirectIsNotFollowed(int status) {
        sandbox.answerNext(ScriptedAnswer.of(status, null, "")
                .header("Location", sandbox.baseUrl() + "/api/v2/chats/elsewhere/messages"));

        Exchange exchange = post("Hello");

        assertThat(exchange.getException()).isExactlyInstanceOf(CliqRejectedException.class);
        assertThat(sandbox.requests()).hasSize(1);
    }

    @Test
    void aWrongTokenIsRefused() {
        Exchange exchange =
                post("cliq:chat/x?" + account(account -> account.setAccessToken("wrong-token")), "Hello", Map.of());

        assertThat(exchange.getException())
                .isExactlyInstanceOf(CliqAuthException.class)
                .hasMessageNotContaining("wrong-token");
    }
}
