package io.github.camelcliq.client;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Whoever asks first posts first, also while the first token is being had. */
class AuthorisationQueueTest {

    private final List<Integer> order = new ArrayList<>();
    private final List<Authorisation> later = new ArrayList<>();
    private final Promise<Authorisation> first = Promise.promise();
    private boolean had;

    private final AuthorisationQueue queue = new AuthorisationQueue(new TokenSource() {
        @Override
        public Future<Authorisation> current() {
            return had ? Future.succeededFuture(new AccessToken("token")) : first.future();
        }

        @Override
        public boolean isGood(AccessToken token) {
            return true;
        }

        @Override
        public void refused(AccessToken token, PostFailure refusal) {}

        @Override
        public void accepted(AccessToken token) {}
    });

    @Test
    void whoAsksWhileTheTokenIsHandedOutWaitsForThoseBefore() {
        ask(0, () -> ask(3, () -> {}));
        ask(1, () -> ask(4, () -> {}));
        ask(2, () -> {});
        had = true;
        first.complete(new AccessToken("token"));
        ask(5, () -> {});

        assertThat(order).containsExactly(0, 1, 2, 3, 4, 5);
    }

    @Test
    void whoAsksOnceAFailureIsToldHearsWhatIsTrueByThen() {
        ask(0, () -> queue.current().onSuccess(later::add));
        had = true;
        first.complete(PostFailure.notPosted(FailureKind.UNAVAILABLE, "down"));

        assertThat(later).containsExactly(new AccessToken("token"));
    }

    @Test
    void aFailureIsToldToAllWhoWaitAndToNobodyLater() {
        ask(0, () -> {});
        Future<Authorisation> waiting = queue.current();
        had = true;
        first.fail("broken");

        assertThat(waiting.cause()).hasMessage("broken");
        assertThat(queue.current().result()).isEqualTo(new AccessToken("token"));
    }

    private void ask(int number, Runnable meanwhile) {
        queue.current().onSuccess(token -> {
            meanwhile.run();
            order.add(number);
        });
    }
}
