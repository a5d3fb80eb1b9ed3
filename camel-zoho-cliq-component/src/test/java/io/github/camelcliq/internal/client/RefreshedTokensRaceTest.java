package io.github.camelcliq.internal.client;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelcliq.internal.pacing.ManualTiming;
import io.github.camelcliq.internal.pacing.Timing;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A token that comes while somebody asks for it, and one that one chat alone refuses. */
class RefreshedTokensRaceTest {

    private final ManualTiming time = new ManualTiming();
    private final List<Promise<TokenResponse>> requests = new ArrayList<>();
    private Runnable meanwhile = () -> {};
    private final RefreshedTokens tokens = new RefreshedTokens(this::request, new Meanwhile());

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

    private Future<TokenResponse> request() {
        Promise<TokenResponse> answer = Promise.promise();
        requests.add(answer);
        return answer.future();
    }

    private void grant(String token) {
        requests.get(requests.size() - 1).complete(new TokenResponse(token, Duration.ofHours(1), null));
    }

    @Test
    void whoAsksAtTheMomentATokenArrivesGetsIt() {
        tokens.current();
        meanwhile = () -> grant("one");

        assertThat(tokens.current().result()).isEqualTo(new AccessToken("one"));
    }

    @Test
    void whatOneChatHasRefusedOverAndOverOthersPostWithSecondsLater() {
        tokens.current();
        grant("one");
        for (int round = 0; round < 3; round++) {
            refuse(held());
            tokens.current();
            grant("new-" + round);
            refuse(held());
            assertThat(tokens.current().result()).isInstanceOf(PostFailure.class);
            time.pass(Duration.ofSeconds(1));
            tokens.current();
            grant("another-" + round);

            tokens.accepted(held());
        }
    }

    private AccessToken held() {
        return (AccessToken) tokens.current().result();
    }

    private void refuse(AccessToken token) {
        tokens.refused(token, PostFailure.answered(FailureKind.AUTH, 401, null, "Invalid token.", null));
    }
}
