package io.github.camelcliq;

import static io.github.camelcliq.client.Delivery.NOT_DELIVERED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.camelcliq.client.AccessTokenSupplier;
import io.github.camelcliq.internal.pacing.ManualTiming;
import io.github.camelcliq.sandbox.Fault;
import io.github.camelcliq.sandbox.Sandbox;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Cliq refuses the access token, however new it is: posts fail at once and say why, on time that the test moves. */
class RefusedTokenTest extends DeliveryTestSupport {

    private static final String URI = "cliq:chat/" + CHAT;

    private final ManualTiming time = new ManualTiming();
    private Sandbox sandbox;

    @BeforeEach
    void start() {
        sandbox = closing(Sandbox.builder().start());
    }

    private CamelContext context(Consumer<CliqAccount> options) throws Exception {
        return started(context -> {
            CliqComponent component = context.getComponent("cliq", CliqComponent.class);
            context.getRegistry().bind("timing", time);
            pointAt(sandbox, component.getDefaultAccount());
            options.accept(component.getDefaultAccount());
        });
    }

    private static Fault invalidToken(int status) {
        return Fault.answer(
                status, "application/json", "{\"code\": \"INVALID_OAUTHTOKEN\", \"message\": \"Invalid token.\"}");
    }

    /** Posts, and tells how many requests Cliq and the accounts server got for it. */
    private List<Integer> refusedPost(CamelContext context) throws Exception {
        int posts = sandbox.requests().size();
        int tokens = sandbox.tokenRequests().size();
        Exchange exchange = postAndWait(context, URI, "Hello");
        CliqException failure = failure(exchange);
        assertThat(failure).isExactlyInstanceOf(CliqAuthException.class);
        assertThat(failure.getHttpResponseCode()).isEqualTo(401);
        assertThat(failure.getCliqCode()).isEqualTo("INVALID_OAUTHTOKEN");
        assertThat(failure.getMessage()).contains("HTTP 401, INVALID_OAUTHTOKEN, Invalid token.");
        assertThat(failure.isRetryable())
                .as("nothing that a route waits for in silence")
                .isFalse();
        assertThat(failure.getDelivery()).isEqualTo(NOT_DELIVERED);
        assertThat(exchange.getMessage().getHeader(Exchange.REDELIVERY_DELAY)).isNull();
        return List.of(
                sandbox.requests().size() - posts, sandbox.tokenRequests().size() - tokens);
    }

    @Test
    void oneAfterAnotherIsReplacedLaterAndLaterAndPostsInBetweenDoNotLeave() throws Exception {
        CamelContext context = context(DeliveryTestSupport::refreshToken);
        sandbox.faults().always(invalidToken(401));

        assertThat(refusedPost(context)).as("with two tokens").containsExactly(2, 2);
        for (int seconds : List.of(1, 2, 4, 8, 16, 32, 60, 60)) {
            assertThat(refusedPost(context)).as("at once").containsExactly(0, 0);
            time.pass(Duration.ofSeconds(seconds).minusMillis(1));
            assertThat(refusedPost(context)).as("a moment too early").containsExactly(0, 0);
            time.pass(Duration.ofMillis(1));
            assertThat(refusedPost(context))
                    .as("%s s after the token before", seconds)
                    .containsExactly(1, 1);
        }
        time.pass(Duration.ofMinutes(10).minusSeconds(183).minusMillis(1));
        assertThat(refusedPost(context)).as("ten tokens within ten minutes").containsExactly(0, 0);
        time.pass(Duration.ofMillis(1));
        sandbox.faults().clear();
        sandbox.clock().skip(Duration.ofMinutes(10));

        assertThat(postAndWait(context, URI, "Hello").getException()).isNull();
        assertNothingIsLeft(context, sandbox);
    }

    @Test
    void whatSaysWhenTheNextAttemptIsPossibleIsTheText() throws Exception {
        CamelContext context = context(DeliveryTestSupport::refreshToken);
        sandbox.faults().always(invalidToken(401));
        refusedPost(context);

        assertThat(failure(postAndWait(context, URI, "Hello")))
                .hasMessageEndingWith("Invalid token.; the post was not sent, since Cliq refused the access token to an"
                        + " earlier one; the next attempt is possible in 1 s; not delivered");
    }

    @Test
    void anAcceptedPostMakesTheNextRefusalTheFirst() throws Exception {
        CamelContext context = context(DeliveryTestSupport::refreshToken);
        sandbox.faults().next(2, invalidToken(401));
        refusedPost(context);
        time.pass(Duration.ofSeconds(1));
        assertThat(postAndWait(context, URI, "accepted").getException()).isNull();

        sandbox.faults().next(invalidToken(401));

        assertThat(postAndWait(context, URI, "repeated").getException()).isNull();
        assertThat(texts(sandbox.messages())).containsExactly("accepted", "repeated");
    }

    @ParameterizedTest
    @ValueSource(ints = {200, 400, 401, 403})
    void isReplacedWhateverTheStatusOfTheRefusal(int status) throws Exception {
        CamelContext context = context(DeliveryTestSupport::refreshToken);
        sandbox.faults().next(invalidToken(status));

        assertThat(postAndWait(context, URI, "Hello").getException()).isNull();
        assertThat(sandbox.requests()).hasSize(2);
        assertThat(sandbox.tokenRequests()).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"oauthtoken_scope_invalid", "bot_unauthorized_message_access"})
    void isNotWhatLacksAScopeOrAPermission(String code) throws Exception {
        CamelContext context = context(DeliveryTestSupport::refreshToken);
        sandbox.faults().next(Fault.answer(401, "application/json", "{\"code\": \"" + code + "\"}"));

        assertThat(failure(postAndWait(context, URI, "refused")).getCliqCode()).isEqualTo(code);
        assertThat(postAndWait(context, URI, "Hello").getException()).isNull();
        assertThat(sandbox.requests()).hasSize(2);
        assertThat(sandbox.tokenRequests()).hasSize(1);
    }

    @Test
    void thatNobodyHereRenewsIsTriedByOnePostAMinute() throws Exception {
        CamelContext context = context(account -> {});
        sandbox.faults().always(invalidToken(401));

        assertThat(refusedPost(context)).containsExactly(1, 0);
        for (int minute = 0; minute < 2; minute++) {
            time.pass(Duration.ofMinutes(1).minusMillis(1));
            assertThat(refusedPost(context)).containsExactly(0, 0);
            time.pass(Duration.ofMillis(1));
            assertThat(refusedPost(context)).containsExactly(1, 0);
            assertThat(refusedPost(context)).containsExactly(0, 0);
        }
        sandbox.faults().clear();
        time.pass(Duration.ofMinutes(1));

        assertThat(postAndWait(context, URI, "first").getException()).isNull();
        assertThat(postAndWait(context, URI, "second").getException()).isNull();
    }

    @Test
    void thatIsTriedAgainGoesWithOnePostAlone() throws Exception {
        CamelContext context = context(account -> {});
        context.getComponent("cliq", CliqComponent.class).getConfiguration().setOrdered(false);
        sandbox.faults().next(invalidToken(401));
        refusedPost(context);
        time.pass(Duration.ofMinutes(1));
        sandbox.faults().next(Fault.hang());

        CompletableFuture<Exchange> trial = post(context, producer(context, URI), "trial");
        await().until(() -> sandbox.faults().hanging() == 1);
        assertThat(refusedPost(context)).as("while that is on its way").containsExactly(0, 0);
        sandbox.faults().release();

        assertThat(settled(trial).getException()).isNull();
        assertThat(postAndWait(context, URI, "after").getException()).isNull();
    }

    @Test
    void ofAStaticKindSaysThatItLivesAnHour() throws Exception {
        CamelContext context = context(account -> account.setAccessToken("1000.older.than.an.hour"));

        for (int post = 0; post < 2; post++) {
            assertThat(failure(postAndWait(context, URI, "Hello")))
                    .isExactlyInstanceOf(CliqAuthException.class)
                    .hasMessageContaining(
                            "an access token lives an hour, and the option accessToken is not renewed: set"
                                    + " refreshToken, clientId and clientSecret instead");
        }
        assertThat(sandbox.requests()).hasSize(1);
    }

    @Test
    void ofASupplierIsReplacedAsSoonAsTheSupplierHasAnother() throws Exception {
        List<String> refused = new CopyOnWriteArrayList<>();
        CopyOnWriteArrayList<String> tokens = new CopyOnWriteArrayList<>(List.of("1000.wrong"));
        CamelContext context = context(account -> {
            account.setAccessToken(null);
            account.setAccessTokenSupplier(new AccessTokenSupplier() {
                @Override
                public CompletionStage<String> get() {
                    return CompletableFuture.completedFuture(tokens.get(tokens.size() - 1));
                }

                @Override
                public void refused(String accessToken) {
                    refused.add(accessToken);
                }
            });
        });
        for (int post = 0; post < 3; post++) {
            assertThat(failure(postAndWait(context, URI, "Hello")).getHttpResponseCode())
                    .isEqualTo(401);
        }
        assertThat(sandbox.requests()).hasSize(1);
        assertThat(refused).containsExactly("1000.wrong");

        tokens.add(Sandbox.DEFAULT_ACCESS_TOKEN);

        assertThat(postAndWait(context, URI, "Hello").getException()).isNull();
    }
}
