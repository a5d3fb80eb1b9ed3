package io.github.camelcliq.client;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.channel.DefaultEventLoop;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.buffer.Buffer;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class AnswerTimerTest {

    private static final Duration SHORT = Duration.ofMillis(100);
    private static final Duration LONG = Duration.ofSeconds(30);

    private final DefaultEventLoop loop = new DefaultEventLoop();
    private final AnswerBody said = new AnswerBody();
    private final Promise<Buffer> answer = Promise.promise();

    @AfterEach
    void stop() {
        loop.shutdownGracefully(0, 0, TimeUnit.MILLISECONDS);
    }

    @Test
    void itEndsTheWaitOnceNothingComesAnyMore() throws Exception {
        said.expect();
        timer(SHORT, LONG).start();

        assertThat(failure(answer.future())).hasMessage("nothing came for 100 ms");
    }

    /** As long as there is no connection, the limit for connections holds, and that of all of it. */
    @Test
    void nobodyIsSilentWhoWasNotAskedYet() throws Exception {
        timer(SHORT, SHORT.multipliedBy(3)).start();

        assertThat(failure(answer.future())).hasMessage("no whole answer within 300 ms");
    }

    @Test
    void anAnswerThatGoesOnEndsWhenAllOfItTookTooLong() throws Exception {
        said.expect();
        loop.scheduleAtFixedRate(() -> said.write(Buffer.buffer("x")), 0, 5, TimeUnit.MILLISECONDS);
        timer(Duration.ofSeconds(1), Duration.ofMillis(1_500)).start();

        assertThat(failure(answer.future())).hasMessage("no whole answer within 1500 ms");
    }

    private AnswerTimer timer(Duration read, Duration total) {
        return new AnswerTimer(new Timeouts(LONG, read, total), loop, answer, said);
    }

    private static Throwable failure(Future<?> future) throws Exception {
        return future.toCompletionStage()
                .toCompletableFuture()
                .handle((given, failure) -> failure)
                .get(LONG.toSeconds(), TimeUnit.SECONDS);
    }
}
