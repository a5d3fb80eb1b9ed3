package io.github.camelcliq;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelcliq.sandbox.Sandbox;
import io.github.camelcliq.sandbox.limits.Budget;
import io.github.camelcliq.sandbox.limits.Limits;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.apache.camel.AsyncProducer;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.junit.jupiter.api.Test;

/** Many messages at once arrive all, in order, and without Cliq ever having to say that there are too many. */
class StormTest extends DeliveryTestSupport {

    private static final int CHATS = 5;

    private final Storm storm = storm();

    /** What breaks loose: here a short one. */
    Storm storm() {
        return new Storm(120, 30, Duration.ofMillis(200));
    }

    /** So many messages at once, where so many are taken in a window. */
    record Storm(int messages, int limit, Duration window) {

        /** With the documented lock, ten windows, and two of five posts for what is restricted, as Cliq has it. */
        Limits limits() {
            return new Limits(limit, limit * 2 / 5, window, window.multipliedBy(10));
        }

        void pace(CliqAccount account, CliqConfiguration endpoints) {
            account.setPacing(true);
            account.setPostsPerWindow(limit);
            account.setRestrictedPostsPerWindow(limit * 2 / 5);
            account.setPacingWindow(window);
            endpoints.setMaximumWait(Duration.ofMinutes(10).toMillis());
        }

        Duration ideal() {
            return window.multipliedBy((messages - 1) / limit);
        }
    }

    @Test
    void arrivesWholeAndInOrderWithoutOneThrottle() throws Exception {
        Sandbox sandbox = closing(Sandbox.builder().limits(storm.limits()).start());
        CamelContext context = context(sandbox, storm::pace);

        rage(context, sandbox);
    }

    @Test
    void keepsTheOrderWhileTheFirstTokenIsHad() throws Exception {
        Sandbox sandbox = closing(Sandbox.builder().limits(storm.limits()).start());
        CamelContext context = context(sandbox, (account, endpoints) -> {
            storm.pace(account, endpoints);
            refreshToken(account);
        });

        rage(context, sandbox);

        assertThat(sandbox.tokenRequests()).hasSize(1);
    }

    private void rage(CamelContext context, Sandbox sandbox) throws Exception {
        List<AsyncProducer> chats = new ArrayList<>();
        for (int chat = 0; chat < CHATS; chat++) {
            chats.add(producer(context, "cliq:chat/CT_" + chat));
        }
        List<CompletableFuture<Exchange>> posts = new ArrayList<>();
        for (int message = 0; message < storm.messages(); message++) {
            posts.add(post(context, chats.get(message % CHATS), "message " + message));
        }

        assertThat(allSettled(posts))
                .allSatisfy(exchange -> assertThat(exchange.getException()).isNull());
        for (int chat = 0; chat < CHATS; chat++) {
            int first = chat;
            assertThat(texts(sandbox.messages("CT_" + chat)))
                    .containsExactlyElementsOf(IntStream.range(0, storm.messages())
                            .filter(message -> message % CHATS == first)
                            .mapToObj(message -> "message " + message)
                            .toList());
        }
        Budget budget = sandbox.budget();
        assertThat(budget.throttled()).as("throttle answers").isZero();
        assertThat(budget.accepted()).isEqualTo(storm.messages());
        assertNothingIsLeft(context, sandbox);
        LOG.info(
                "{} messages, {} in {}: from first to last acceptance {}, ideal {}",
                storm.messages(),
                storm.limit(),
                storm.window(),
                acceptance(sandbox),
                storm.ideal());
    }
}
