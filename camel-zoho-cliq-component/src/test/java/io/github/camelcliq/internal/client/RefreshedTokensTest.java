package io.github.camelcliq.internal.client;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelcliq.client.Delivery;
import io.github.camelcliq.internal.client.TokenSource.Authorisation;
import io.github.camelcliq.internal.pacing.ManualTiming;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** When a token is asked for and when it is not, on time that the test moves. */
class RefreshedTokensTest {

    private static final PostFailure REFUSAL =
            PostFailure.answered(FailureKind.AUTH, 401, "INVALID_OAUTHTOKEN", "Invalid token.", null);

    private final ManualTiming time = new ManualTiming();
    private final List<Promise<TokenResponse>> requests = new ArrayList<>();
    private final RefreshedTokens tokens = new RefreshedTokens(this::request, time);

    private Future<TokenResponse> request() {
        Promise<TokenResponse> answer = Promise.promise();
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
        tokens.refused(two, REFUSAL);
        assertThat(tokens.isGood(two)).isFalse();
    }

    @Test
    void allThatGotTheSameRefusalShareOneRenewal() {
        tokens.current();
        grant("one", Duration.ofHours(1));
        time.pass(Duration.ofMinutes(2));
        AccessToken refused = new AccessToken("one");

        Future<Authorisation> first = insteadOf(refused);
        Future<Authorisation> second = insteadOf(refused);
        grant("two", Duration.ofHours(1));

        assertThat(requests).hasSize(2);
        assertThat(first.result()).isEqualTo(new AccessToken("two"));
        assertThat(second.result()).isEqualTo(new AccessToken("two"));
        assertThat(insteadOf(refused).result()).as("renewed meanwhile").isEqualTo(new AccessToken("two"));
        assertThat(requests).hasSize(2);
    }

    @Test
    void theFirstRefusedTokenIsReplacedAtOnceAndEachFurtherOneLater() {
        tokens.current();
        grant("token", Duration.ofHours(1));
        insteadOf(held());
        grant("token-0", Duration.ofHours(1));

        List<Long> waits = new ArrayList<>();
        for (int token = 1; token <= 8; token++) {
            PostFailure refusal = (PostFailure) insteadOf(held()).result();
            assertThat(refusal.kind()).isEqualTo(FailureKind.AUTH);
            assertThat(refusal.status()).isEqualTo(401);
            assertThat(refusal.code()).isEqualTo("INVALID_OAUTHTOKEN");
            assertThat(refusal.message()).startsWith("Invalid token.; the post was not sent");
            assertThat(refusal.retryable()).isFalse();
            assertThat(refusal.delivery()).isEqualTo(Delivery.NOT_DELIVERED);
            waits.add(secondsUntilTheNextRequest());
            grant("token-" + token, Duration.ofHours(1));
        }

        assertThat(waits).containsExactly(1L, 2L, 4L, 8L, 16L, 32L, 60L, 60L);
        assertThat(requests).hasSize(10);
        tokens.refused(held(), REFUSAL);
        assertThat(secondsUntilTheNextRequest())
                .as("ten were made in ten minutes")
                .isEqualTo(Duration.ofMinutes(10).minusSeconds(183).toSeconds());
    }

    /** While posts are kept back. */
    private long secondsUntilTheNextRequest() {
        int before = requests.size();
        long seconds = 0;
        while (tokens.current().isComplete() && requests.size() == before) {
            time.pass(Duration.ofSeconds(1));
            seconds++;
        }
        return seconds;
    }

    @Test
    void anAcceptedPostMakesTheNextRefusalTheFirst() {
        tokens.current();
        grant("one", Duration.ofHours(1));
        insteadOf(held());
        grant("two", Duration.ofHours(1));
        assertThat(insteadOf(held()).isComplete()).isTrue();
        time.pass(Duration.ofSeconds(1));
        tokens.current();
        grant("three", Duration.ofHours(1));

        tokens.accepted(held());

        assertThat(insteadOf(held()).isComplete()).as("asked for at once").isFalse();
    }

    @Test
    void aPostThatWasRefusedWithAnOlderTokenMarksNoOther() {
        tokens.current();
        grant("one", Duration.ofHours(1));
        insteadOf(held());
        grant("two", Duration.ofHours(1));

        assertThat(insteadOf(new AccessToken("one")).result()).isEqualTo(new AccessToken("two"));
    }

    @Test
    void theAccountsServerIsNeverAskedMoreThanTenTimesInTenMinutes() {
        for (int i = 0; i < 200; i++) {
            tokens.current();
            requests.stream()
                    .filter(request -> !request.future().isComplete())
                    .forEach(request -> request.complete(
                            TokenResponse.failed(PostFailure.notPosted(FailureKind.UNAVAILABLE, null, "down", null))));
            time.pass(Duration.ofSeconds(3));
        }

        assertThat(requests).hasSize(10);
    }

    @Test
    void afterBeingToldToLeaveItAloneNobodyAsksForTenMinutes() {
        Future<Authorisation> first = tokens.current();
        requests.get(0)
                .complete(TokenResponse.failed(PostFailure.notPosted(
                        FailureKind.THROTTLED, "Access Denied", "asked too often", TokenResponse.COOL_DOWN)));
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
        requests.get(0).complete(TokenResponse.failed(refusal));

        assertThat(waiting).allSatisfy(future -> assertThat(future.result()).isSameAs(refusal));
        assertThat(tokens.current().result())
                .isEqualTo(PostFailure.notPosted(
                        FailureKind.AUTH, "invalid_code", "refused; the next attempt is possible in 60 s", null));
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

    private Future<Authorisation> insteadOf(AccessToken refused) {
        tokens.refused(refused, REFUSAL);
        return tokens.current();
    }

    private AccessToken held() {
        return (AccessToken) tokens.current().result();
    }

    private void grant(String token, Duration lifetime) {
        requests.get(requests.size() - 1).complete(new TokenResponse(token, lifetime, null));
    }
}
