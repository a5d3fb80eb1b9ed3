package io.github.camelcliq.delivery;

import static io.github.camelcliq.client.Delivery.NOT_DELIVERED;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelcliq.CliqAuthException;
import io.github.camelcliq.CliqException;
import io.github.camelcliq.CliqThrottledException;
import io.github.camelcliq.CliqUnavailableException;
import io.github.camelcliq.sandbox.Fault;
import io.github.camelcliq.sandbox.Sandbox;
import io.github.camelcliq.sandbox.ScriptedAnswer;
import java.time.Duration;
import java.util.stream.Stream;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever goes wrong with a token, nothing is posted without one, and the route hears of it once, and rightly. */
@ExtendWith(NothingLeaks.class)
class TokenFaultTest extends FaultTestSupport {

    static Stream<Trouble> tokenTroubles() {
        ScriptedAnswer token =
                ScriptedAnswer.of(200, "application/json", "{\"access_token\": \"1000.abc\", \"expires_in\": 3600}");
        return Stream.of(
                unavailable("500", Fault.answer(500, null, "")),
                unavailable("error page", Fault.htmlPage(502)),
                unavailable("page that is no error", Fault.htmlPage(200)),
                unavailable(
                        "redirect",
                        Fault.answer(ScriptedAnswer.of(302, null, "").header("Location", "/"))),
                unavailable("general error", Fault.tokenError("general_error")),
                unavailable("no answer", Fault.hang()).with(account -> account.setReadTimeout(Duration.ofMillis(700))),
                unavailable("no answer in all the time there is", Fault.hang())
                        .with(account -> account.setTotalTimeout(Duration.ofMillis(700))),
                unavailable("cut before the request was read", Fault.cutBeforeReading()),
                unavailable("cut while the request was read", Fault.cutWhileReading(5)),
                unavailable("cut before the answer", Fault.cutBeforeAnswering()),
                unavailable(
                        "cut after a token was given out",
                        Fault.cutBeforeAnswering().afterJudging()),
                unavailable("cut within the answer", Fault.answer(token.cutAfter(20))),
                Trouble.survived("late answer", Fault.delay(Duration.ofMillis(200))),
                refused("invalid_code"),
                refused("invalid_client"),
                refused("invalid_client_secret"),
                refused("missing_org_info"),
                refused("invalid_redirect_uri"),
                Trouble.of("400", Fault.answer(400, null, ""), CliqAuthException.class, NOT_DELIVERED),
                Trouble.of(
                        "too often", Fault.tokenError("Access Denied"), CliqThrottledException.class, NOT_DELIVERED));
    }

    private static Trouble unavailable(String name, Fault fault) {
        return Trouble.of(name, fault, CliqUnavailableException.class, NOT_DELIVERED);
    }

    private static Trouble refused(String error) {
        return Trouble.of(error, Fault.tokenError(error), CliqAuthException.class, NOT_DELIVERED);
    }

    private CamelContext contextWithTimeouts(Trouble trouble) throws Exception {
        return context(account -> {
            refreshToken(account);
            trouble.options().accept(account);
        });
    }

    @ParameterizedTest
    @MethodSource("tokenTroubles")
    void withTheFirstTokenIsToldOnceAndDeliversNothing(Trouble trouble) throws Exception {
        CamelContext context = contextWithTimeouts(trouble);
        sandbox.tokenFaults().next(trouble.fault());

        Exchange exchange = postAndWait(context, "cliq:chat/" + CHAT, "Hello");

        assertMeets(trouble, exchange);
        assertThat(sandbox.messages()).hasSize(trouble.exception() == null ? 1 : 0);
        assertNothingIsLeft(context, sandbox);
    }

    @ParameterizedTest
    @MethodSource("tokenTroubles")
    void withTheTokenAfterARefusalIsToldOnceAndDeliversNothing(Trouble trouble) throws Exception {
        CamelContext context = contextWithTimeouts(trouble);
        String uri = "cliq:chat/" + CHAT;
        assertThat(postAndWait(context, uri, "before").getException()).isNull();
        timing.skip(Duration.ofMinutes(2));
        sandbox.tokenFaults().next(trouble.fault());
        sandbox.faults().next(Fault.unauthorized());

        Exchange exchange = postAndWait(context, uri, "Hello");

        assertMeets(trouble, exchange);
        assertNothingIsLeft(context, sandbox);
        assertThat(sandbox.messages()).hasSize(trouble.exception() == null ? 2 : 1);
        assertThat(sandbox.tokenRequests()).hasSize(2);
    }

    @Test
    void anExpiredTokenIsRenewedOnceAndThePostRepeatedOnce() throws Exception {
        CamelContext context = context(DeliveryTestSupport::refreshToken);
        assertThat(postAndWait(context, "cliq:chat/" + CHAT, "before").getException())
                .isNull();
        timing.skip(Duration.ofMinutes(2));
        sandbox.faults().next(Fault.expireTokens());

        Exchange exchange = postAndWait(context, "cliq:chat/" + CHAT, "Hello");

        assertThat(exchange.getException()).isNull();
        assertThat(texts(sandbox.messages())).containsExactly("before", "Hello");
        assertThat(sandbox.requests()).hasSize(3);
        assertThat(sandbox.tokenRequests()).hasSize(2);
        assertNothingIsLeft(context, sandbox);
    }

    @Test
    void aPostThatIsRefusedTwiceFailsForGood() throws Exception {
        CamelContext context = context(DeliveryTestSupport::refreshToken);
        assertThat(postAndWait(context, "cliq:chat/" + CHAT, "before").getException())
                .isNull();
        timing.skip(Duration.ofMinutes(2));
        sandbox.faults().next(2, Fault.unauthorized());

        CliqException failure = failure(postAndWait(context, "cliq:chat/" + CHAT, "Hello"));

        assertThat(failure).isExactlyInstanceOf(CliqAuthException.class);
        assertThat(failure.getDelivery()).isEqualTo(NOT_DELIVERED);
        assertThat(failure.isRetryable()).isFalse();
        assertThat(sandbox.requests()).hasSize(3);
        assertThat(sandbox.tokenRequests()).hasSize(2);
        assertNothingIsLeft(context, sandbox);
    }

    @Test
    void whatTheAccountsServerSaysIsToldOnOneLineOfBearableLength() throws Exception {
        CamelContext context = context(DeliveryTestSupport::refreshToken);
        String description = "a line\\nand the next, ".repeat(500);
        sandbox.tokenFaults()
                .next(Fault.answer(
                        400,
                        "application/json",
                        "{\"error\": \"invalid_code\", \"error_description\": \"" + description + "\"}"));

        CliqException failure = failure(postAndWait(context, "cliq:chat/" + CHAT, "Hello"));

        assertThat(failure.getMessage())
                .contains("invalid_code", "HTTP 400", "a line and the next, a line")
                .doesNotContain("\n")
                .hasSizeLessThan(500);
        assertThat(failure.getHttpResponseCode())
                .as("the status of Cliq's answer")
                .isZero();
    }

    @ParameterizedTest
    @CsvSource({"invalid_client, clientId", "invalid_client_secret, clientSecret", "invalid_code, refreshToken"})
    void aRefusalOfTheCredentialsNamesTheAccountsServerAndWhatToCheck(String error, String option) throws Exception {
        CamelContext context = context(DeliveryTestSupport::refreshToken);
        sandbox.tokenFaults().next(Fault.tokenError(error));

        assertThat(failure(postAndWait(context, "cliq:chat/" + CHAT, "Hello")).getMessage())
                .contains(error, "; accounts server " + sandbox.baseUrl() + ": check " + option + " and dataCenter");
    }

    @Test
    void secretsThatTheAccountsServerRepeatsAreNotTold() throws Exception {
        CamelContext context = context(DeliveryTestSupport::refreshToken);
        String secrets = Sandbox.DEFAULT_REFRESH_TOKEN + ", " + Sandbox.DEFAULT_CLIENT_SECRET;
        sandbox.tokenFaults()
                .next(Fault.answer(
                        400,
                        "application/json",
                        "{\"error\": \"invalid " + secrets + "\", \"error_description\": \"no use for " + secrets
                                + "\"}"));

        CliqException failure = failure(postAndWait(context, "cliq:chat/" + CHAT, "Hello"));

        assertThat(failure.getCliqCode()).isEqualTo("invalid xxxxxx, xxxxxx");
        assertThat(failure.getMessage())
                .contains("no use for xxxxxx, xxxxxx")
                .doesNotContain(Sandbox.DEFAULT_REFRESH_TOKEN, Sandbox.DEFAULT_CLIENT_SECRET);
    }

    @Test
    void aStaticTokenThatIsRefusedIsNotTriedAgain() throws Exception {
        CamelContext context = context(account -> {});
        sandbox.expireTokens();

        assertThat(failure(postAndWait(context, "cliq:chat/" + CHAT, "Hello")))
                .isExactlyInstanceOf(CliqAuthException.class);
        assertThat(sandbox.requests()).hasSize(1);
    }
}
