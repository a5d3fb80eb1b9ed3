package io.github.camelcliq.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.camelcliq.CliqAuthException;
import io.github.camelcliq.sandbox.Fault;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.apache.camel.AsyncProducer;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** However many exchanges wait for a token, one request is made for all of them. */
class TokenStormTest extends FaultTestSupport {

    private static final int MANY = 10_000;

    @Test
    void manyThatHadTheSameTokenRefusedShareOneNewOne() throws Exception {
        CamelContext context = context(FaultTestSupport::unpacedRefreshToken);
        assertThat(postAndWait(context, "cliq:chat/" + CHAT, "before").getException())
                .isNull();
        timing.skip(Duration.ofMinutes(2));
        sandbox.expireTokens();

        sandbox.faults().next(5, Fault.hang());
        List<CompletableFuture<Exchange>> posts = many(context, "cliq:chat/" + CHAT + "?ordered=false", 500);
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
        postAndWait(context, "cliq:chat/" + CHAT, "message -1");
        timing.skip(Duration.ofMinutes(2));
        sandbox.expireTokens();
        sandbox.tokenFaults().next(Fault.hang());

        List<CompletableFuture<Exchange>> posts = many(context, "cliq:chat/" + CHAT, 20);
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
    void tenThousandThatWaitForATokenMakeOneRequest() throws Exception {
        CamelContext context = context(account -> {
            unpacedRefreshToken(account);
            account.setConnectTimeout(Duration.ofSeconds(100));
            account.setTotalTimeout(Duration.ofSeconds(100));
        });
        assertThat(postAndWait(context, "cliq:chat/" + CHAT, "before").getException())
                .isNull();
        timing.skip(Duration.ofHours(2));
        sandbox.expireTokens();
        sandbox.tokenFaults().next(Fault.hang());

        List<CompletableFuture<Exchange>> posts = many(context, "cliq:chat/" + CHAT + "?ordered=false", MANY);
        releaseTheToken();
        List<Exchange> exchanges = allSettled(posts);

        assertThat(exchanges)
                .allSatisfy(exchange -> assertThat(exchange.getException()).isNull());
        assertThat(sandbox.budget().accepted()).isEqualTo(MANY + 1);
        assertThat(sandbox.tokenRequests()).hasSize(2);
        assertNothingIsLeft(context, sandbox);
    }

    @Test
    void tenThousandThatWaitForATokenThatIsRefusedFailAllForTheSameReason() throws Exception {
        CamelContext context = context(FaultTestSupport::unpacedRefreshToken);
        sandbox.tokenFaults().next(Fault.tokenError("invalid_code").delayed(Duration.ofSeconds(1)));

        List<Exchange> exchanges = allSettled(many(context, "cliq:chat/" + CHAT + "?ordered=false", MANY));

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
