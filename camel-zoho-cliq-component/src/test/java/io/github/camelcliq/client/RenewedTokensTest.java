package io.github.camelcliq.client;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** When a token is asked for and when it is not, on time that the test moves. */
class RenewedTokensTest {

    private final ManualTiming time = new ManualTiming();
    private final List<Promise<TokenAnswer>> requests = new ArrayList<>();
    private final RenewedTokens tokens = new RenewedTokens(this::request, time);

    private Future<TokenAnswer> request() {
        Promise<TokenAnswer> answer = Promise.promise();
        requests.add(answer);
        return answer.future();
    }

    @Test
    void howeverManyWaitOneRequestIsUnderWay() {
        List<Future<Authorisation>> waiting = new ArrayList<>();
        for (int i = 0; i < 10_000; i++) {
            waiting.add(tokens.current());
        }
        grant("one", Duration.ofHours(1));

        assertThat(requests).hasSize(1);
        assertThat(waiting).allSatisfy(future -> assertThat(future.result()).isEqualTo(new AccessToken("one")));
    }

    @Test
    void aTokenIsRenewedAheadOfItsExpiryWhilePostsGoOnWithTheOldOne() {
        tokens.current();
        grant("one", Duration.ofHours(1));
        time.pass(Duration.ofMinutes(54));
        tokens.current();
        assertThat(requests).hasSize(1);

        time.pass(Duration.ofMinutes(2));
        assertThat(tokens.current().result()).isEqualTo(new AccessToken("one"));
        assertThat(tokens.current().result()).isEqualTo(new AccessToken("one"));
        assertThat(requests).hasSize(2);
        grant("two", Duration.ofHours(1));
        assertThat(tokens.current().result()).isEqualTo(new AccessToken("two"));
    }

    @Test
    void aTokenIsGoodUntilItExpiresOrIsRefused() {
        tokens.current();
        grant("one", Duration.ofHours(1));
        AccessToken one = held();
        assertThat(tokens.isGood(one)).isTrue();
        time.pass(Duration.ofHours(1));
        assertThat(tokens.isGood(one)).isFalse();

        tokens.current();
        grant("two", Duration.ofHours(1));
        AccessToken two = held();
        assertThat(tokens.isGood(one)).isFalse();
        assertThat(tokens.isGood(two)).isTrue();
        time.pass(Duration.ofMinutes(2));
        tokens.insteadOf(two);
        assertThat(tokens.isGood(two)).isFalse();
    }

    @Test
    void allThatGotTheSameRefusalShareOneRenewal() {
        tokens.current();
        grant("one", Duration.ofHours(1));
        time.pass(Duration.ofMinutes(2));
        AccessToken refused = new AccessToken("one");

        Future<Authorisation> first = tokens.insteadOf(held());
        Future<Authorisation> second = tokens.insteadOf(refused);
        grant("two", Duration.ofHours(1));

        assertThat(requests).hasSize(2);
        assertThat(first.result()).isEqualTo(new AccessToken("two"));
        assertThat(second.result()).isEqualTo(new AccessToken("two"));
        assertThat(tokens.insteadOf(refused).result()).as("renewed meanwhile").isEqualTo(new AccessToken("two"));
        assertThat(requests).hasSize(2);
    }

    @Test
    void aTokenRefusedAsSoonAsItWasHadIsNotRenewedOverAndOver() {
        tokens.current();
        grant("one", Duration.ofHours(1));

        assertThat(tokens.insteadOf(new AccessToken("one")).result())
                .isInstanceOfSatisfying(PostFailure.class, failure -> {
                    assertThat(failure.kind()).isEqualTo(FailureKind.THROTTLED);
                    assertThat(failure.retryAfter()).isEqualTo(Duration.ofMinutes(1));
                    assertThat(failure.delivery()).isEqualTo(Delivery.NOT_DELIVERED);
                });
        assertThat(requests).hasSize(1);
    }

    @Test
    void theAccountsServerIsNeverAskedMoreThanTenTimesInTenMinutes() {
        for (int i = 0; i < 200; i++) {
            tokens.current();
            requests.stream()
                    .filter(request -> !request.future().isComplete())
                    .forEach(request -> request.complete(
                            TokenAnswer.failed(PostFailure.notPosted(FailureKind.UNAVAILABLE, null, "down", null))));
            time.pass(Duration.ofSeconds(3));
        }

        assertThat(requests).hasSize(10);
    }

    @Test
    void afterBeingToldToLeaveItAloneNobodyAsksForTenMinutes() {
        Future<Authorisation> first = tokens.current();
        requests.get(0)
                .complete(TokenAnswer.failed(PostFailure.notPosted(
                        FailureKind.THROTTLED, "Access Denied", "asked too often", TokenAnswer.COOL_DOWN)));
        time.pass(Duration.ofMinutes(4));

        assertThat(((PostFailure) first.result()).kind()).isEqualTo(FailureKind.THROTTLED);
        assertThat(((PostFailure) tokens.current().result()).retryAfter()).isEqualTo(Duration.ofMinutes(6));
        assertThat(requests).hasSize(1);
        time.pass(Duration.ofMinutes(6));
        assertThat(tokens.current().isComplete()).isFalse();
        assertThat(requests).hasSize(2);
    }

    @Test
    void aFailedRenewalFailsAllWithTheSameCauseAndIsRememberedForAWhile() {
        List<Future<Authorisation>> waiting = List.of(tokens.current(), tokens.current(), tokens.current());
        PostFailure refusal = PostFailure.notPosted(FailureKind.AUTH, "invalid_code", "refused", null);
        requests.get(0).complete(TokenAnswer.failed(refusal));

        assertThat(waiting).allSatisfy(future -> assertThat(future.result()).isSameAs(refusal));
        assertThat(tokens.current().result()).isEqualTo(refusal);
        assertThat(requests).hasSize(1);
        time.pass(Duration.ofMinutes(1));
        tokens.current();
        assertThat(requests).hasSize(2);
    }

    @Test
    void aRequestThatBreaksOffEndsTheWaitAndMayBeMadeAgain() {
        Future<Authorisation> waiting = tokens.current();
        requests.get(0).fail(new IllegalStateException("secret"));

        assertThat(waiting.result())
                .isInstanceOfSatisfying(
                        PostFailure.class,
                        failure -> assertThat(failure)
                                .returns(FailureKind.UNAVAILABLE, PostFailure::kind)
                                .returns(
                                        "the request for a token was broken off by java.lang.IllegalStateException",
                                        PostFailure::message));
        time.pass(Duration.ofSeconds(5));
        tokens.current();
        assertThat(requests).hasSize(2);
    }

    @Test
    void stoppingEndsTheWait() {
        Future<Authorisation> waiting = tokens.current();
        tokens.stop();

        assertThat(waiting.result()).isInstanceOfSatisfying(PostFailure.class, failure -> {
            assertThat(failure.code()).isEqualTo("stopping");
            assertThat(failure.retryAfter()).isZero();
        });
        grant("late", Duration.ofHours(1));
        assertThat(tokens.current().result())
                .as("still usable by what is on its way")
                .isEqualTo(new AccessToken("late"));
    }

    private AccessToken held() {
        return (AccessToken) tokens.current().result();
    }

    private void grant(String token, Duration lifetime) {
        requests.get(requests.size() - 1).complete(new TokenAnswer(token, lifetime, null));
    }
}
