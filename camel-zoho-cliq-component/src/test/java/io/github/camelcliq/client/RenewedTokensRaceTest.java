package io.github.camelcliq.client;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A token that comes while somebody asks for it, and one that one chat alone refuses. */
class RenewedTokensRaceTest {

    private final ManualTiming time = new ManualTiming();
    private final List<Promise<TokenAnswer>> requests = new ArrayList<>();
    private Runnable meanwhile = () -> {};
    private final RenewedTokens tokens = new RenewedTokens(this::request, new Meanwhile());

    /** Lets something happen between an asker's first look at the token and its second. */
    private final class Meanwhile implements Timing {

        @Override
        public Instant now() {
            return time.now();
        }

        @Override
        public long millis() {
            Runnable happening = meanwhile;
            meanwhile = () -> {};
            happening.run();
            return time.millis();
        }

        @Override
        public Alarm after(Duration delay, Runnable call) {
            return time.after(delay, call);
        }
    }

    private Future<TokenAnswer> request() {
        Promise<TokenAnswer> answer = Promise.promise();
        requests.add(answer);
        return answer.future();
    }

    private void grant(String token) {
        requests.get(requests.size() - 1).complete(new TokenAnswer(token, Duration.ofHours(1), null));
    }

    @Test
    void whoAsksAtTheMomentATokenArrivesGetsIt() {
        tokens.current();
        meanwhile = () -> grant("one");

        assertThat(tokens.current().result()).isEqualTo(new AccessToken("one"));
    }

    @Test
    void oneChatThatIsRefusedForEverDoesNotKeepTheOthersFromPosting() {
        tokens.current();
        grant("one");
        time.pass(Duration.ofMinutes(2));
        tokens.insteadOf(new AccessToken("one"));
        grant("two");
        time.pass(Duration.ofSeconds(1));

        assertThat(tokens.insteadOf(new AccessToken("two")).result()).isInstanceOf(PostFailure.class);
        assertThat(tokens.current().result())
                .as("the token that other chats still take")
                .isEqualTo(new AccessToken("two"));
    }
}
