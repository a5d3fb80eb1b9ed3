package io.github.camelcliq;

import static io.github.camelcliq.client.Delivery.NOT_DELIVERED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.camelcliq.sandbox.Fault;
import io.github.camelcliq.sandbox.Sandbox;
import io.github.camelcliq.sandbox.ScriptedAnswer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.camel.AsyncProducer;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Whatever goes wrong with a token, nothing is posted without one, and the route hears of it once, and rightly; however
 * many posts wait for a token, one request is made for all of them.
 */
@ExtendWith(NothingLeaks.class)
class TokenFaultTest extends FaultTestSupport {

    /** Posts that wait for one token. */
    private static final int MANY = Boolean.getBoolean("long") ? 10_000 : 1_000;

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
                unavailable("no answer", Fault.hang()).with(account -> account.setReadTimeout(Duration.ofMillis(200))),
                unavailable("no answer in all the time there is", Fault.hang())
                        .with(account -> account.setTotalTimeout(Duration.ofMillis(200))),
                unavailable("cut before the request was read", Fault.cutBeforeReading()),
                unavailable("cut while the request was read", Fault.cutWhileReading(5)),
                unavailable("cut before the answer", Fault.cutBeforeAnswering()),
                unavailable(
                        "cut after a token was given out",
                        Fault.cutBeforeAnswering().afterJudging()),
                unavailable("cut within the answer", Fault.answer(token.cutAfter(20))),
                Trouble.survived("late answer", Fault.delay(Duration.ofMillis(50))),
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

    /** The time-outs that a token is asked for with are those of the account when it is first used. */
    private CamelContext contextWithTimeouts(Trouble trouble) throws Exception {
        return context(account -> {
            refreshToken(account);
            trouble.options().accept(account);
        });
    }

    /** The short time-outs of some troubles may befall the first token too where the machine is busy. */
    private void getFirstToken(CamelContext context) {
        await().until(() -> {
            timing.skip(Duration.ofMinutes(2));
            return postAndWait(context, URI, "before").getException() == null;
        });
        sandbox.reset();
    }

    @ParameterizedTest
    @MethodSource("tokenTroubles")
    void withTheFirstTokenIsToldOnceAndDeliversNothing(Trouble trouble) throws Exception {
        CamelContext context = contextWithTimeouts(trouble);
        sandbox.tokenFaults().next(trouble.fault());

        Exchange exchange = postAndWait(context, URI, "Hello");

        assertMeets(trouble, exchange);
        assertThat(sandbox.messages()).hasSize(trouble.exception() == null ? 1 : 0);
        assertNothingIsLeft(context, sandbox);
    }

    @ParameterizedTest
    @MethodSource("tokenTroubles")
    void withTheTokenAfterARefusalIsToldOnceAndDeliversNothing(Trouble trouble) throws Exception {
        CamelContext context = contextWithTimeouts(trouble);
        getFirstToken(context);
        patient(context);
        timing.skip(Duration.ofMinutes(2));
        sandbox.tokenFaults().next(trouble.fault());
        sandbox.faults().next(Fault.unauthorized());

        Exchange exchange = postAndWait(context, URI, "Hello");

        assertMeets(trouble, exchange);
        assertNothingIsLeft(context, sandbox);
        assertThat(sandbox.messages()).hasSize(trouble.exception() == null ? 1 : 0);
        assertThat(sandbox.tokenRequests()).hasSize(1);
    }

    @Test
    void anExpiredTokenIsRenewedOnceAndThePostRepeatedOnce() throws Exception {
        CamelContext context = context(DeliveryTestSupport::refreshToken);
        assertThat(postAndWait(context, URI, "before").getException()).isNull();
        timing.skip(Duration.ofMinutes(2));
        sandbox.faults().next(Fault.expireTokens());

        Exchange exchange = postAndWait(context, URI, "Hello");

        assertThat(exchange.getException()).isNull();
        assertThat(texts(sandbox.messages())).containsExactly("before", "Hello");
        assertThat(sandbox.requests()).hasSize(3);
        assertThat(sandbox.tokenRequests()).hasSize(2);
        assertNothingIsLeft(context, sandbox);
    }

    @Test
    void aPostThatIsRefusedTwiceFailsForGood() throws Exception {
        CamelContext context = context(DeliveryTestSupport::refreshToken);
        assertThat(postAndWait(context, URI, "before").getException()).isNull();
        timing.skip(Duration.ofMinutes(2));
        sandbox.faults().next(2, Fault.unauthorized());

        CliqException failure = failure(postAndWait(context, URI, "Hello"));

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

        CliqException failure = failure(postAndWait(context, URI, "Hello"));

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

        assertThat(failure(postAndWait(context, URI, "Hello")).getMessage())
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

        CliqException failure = failure(postAndWait(context, URI, "Hello"));

        assertThat(failure.getCliqCode()).isEqualTo("invalid xxxxxx, xxxxxx");
        assertThat(failure.getMessage())
                .contains("no use for xxxxxx, xxxxxx")
                .doesNotContain(Sandbox.DEFAULT_REFRESH_TOKEN, Sandbox.DEFAULT_CLIENT_SECRET);
    }

    @Test
    void aStaticTokenThatIsRefusedIsNotTriedAgain() throws Exception {
        CamelContext context = context(account -> {});
        sandbox.expireTokens();

        assertThat(failure(postAndWait(context, URI, "Hello"))).isExactlyInstanceOf(CliqAuthException.class);
        assertThat(sandbox.requests()).hasSize(1);
    }

    @Test
    void manyThatHadTheSameTokenRefusedShareOneNewOne() throws Exception {
        CamelContext context = context(FaultTestSupport::unpacedRefreshToken);
        assertThat(postAndWait(context, URI, "before").getException()).isNull();
        timing.skip(Duration.ofMinutes(2));
        sandbox.expireTokens();

        sandbox.faults().next(5, Fault.hang());
        List<CompletableFuture<Exchange>> posts = many(context, URI + "?ordered=false", 500);
        await().until(() -> sandbox.faults().hanging() == 5);
        sandbox.faults().release();
        List<Exchange> exchanges = allSettled(posts);

        assertThat(exchanges)
                .allSatisfy(exchange -> assertThat(exchange.getException()).isNull());
        assertThat(sandbox.messages()).hasSize(501);
        assertThat(sandbox.requests())
                .as("several were refused at the same time")
                .hasSizeGreaterThanOrEqualTo(501 + 5);
        assertThat(sandbox.tokenRequests()).hasSize(2);
        assertNothingIsLeft(context, sandbox);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void postsOfOneChatKeepTheirOrderWhileARefusedTokenIsRenewed(boolean paced) throws Exception {
        CamelContext context = context(options -> {
            refreshToken(options);
            options.setPacing(paced);
        });
        postAndWait(context, URI, "message -1");
        timing.skip(Duration.ofMinutes(2));
        sandbox.expireTokens();
        sandbox.tokenFaults().next(Fault.hang());

        List<CompletableFuture<Exchange>> posts = many(context, URI, 20);
        releaseTheToken();
        allSettled(posts);

        assertThat(texts(sandbox.messages()))
                .containsExactlyElementsOf(IntStream.range(-1, 20)
                        .mapToObj(message -> "message " + message)
                        .toList());
        assertThat(sandbox.requests())
                .as("one post alone was refused, and it was repeated")
                .hasSize(22);
        assertNothingIsLeft(context, sandbox);
    }

    @Test
    void allThatWaitForATokenMakeOneRequest() throws Exception {
        CamelContext context = context(account -> {
            unpacedRefreshToken(account);
            account.setConnectTimeout(PATIENCE);
            account.setTotalTimeout(PATIENCE);
        });
        assertThat(postAndWait(context, URI, "before").getException()).isNull();
        timing.skip(Duration.ofHours(2));
        sandbox.expireTokens();
        sandbox.tokenFaults().next(Fault.hang());

        List<CompletableFuture<Exchange>> posts = many(context, URI + "?ordered=false", MANY);
        releaseTheToken();
        List<Exchange> exchanges = allSettled(posts);

        assertThat(exchanges)
                .allSatisfy(exchange -> assertThat(exchange.getException()).isNull());
        assertThat(sandbox.budget().accepted()).isEqualTo(MANY + 1);
        assertThat(sandbox.tokenRequests()).hasSize(2);
        assertNothingIsLeft(context, sandbox);
    }

    @Test
    void allThatWaitForATokenThatIsRefusedFailForTheSameReason() throws Exception {
        CamelContext context = context(FaultTestSupport::unpacedRefreshToken);
        sandbox.tokenFaults().next(Fault.hang());

        List<CompletableFuture<Exchange>> posts = many(context, URI + "?ordered=false", MANY);
        sandbox.revoke(Sandbox.DEFAULT_REFRESH_TOKEN);
        releaseTheToken();
        List<Exchange> exchanges = allSettled(posts);

        assertThat(exchanges.stream()
                        .map(exchange -> failure(exchange).getMessage())
                        .distinct())
                .singleElement()
                .asString()
                .contains("invalid_code");
        assertThat(exchanges)
                .allSatisfy(
                        exchange -> assertThat(exchange.getException()).isExactlyInstanceOf(CliqAuthException.class));
        assertThat(sandbox.tokenRequests()).hasSize(1);
        assertThat(sandbox.requests()).isEmpty();
        assertNothingIsLeft(context, sandbox);
    }

    /** Once all posts are under way, or wait for it. */
    private static void releaseTheToken() {
        await().until(() -> sandbox.tokenFaults().hanging() == 1);
        sandbox.tokenFaults().release();
    }

    private List<CompletableFuture<Exchange>> many(CamelContext context, String uri, int count) throws Exception {
        AsyncProducer producer = producer(context, uri);
        List<CompletableFuture<Exchange>> posts = new ArrayList<>();
        for (int message = 0; message < count; message++) {
            posts.add(post(context, producer, "message " + message));
        }
        return posts;
    }
}
