package io.github.camelcliq.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.core.LogEvent;
import org.apache.logging.log4j.core.Logger;
import org.apache.logging.log4j.core.appender.AbstractAppender;
import org.apache.logging.log4j.core.config.Property;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What becomes of a click is an outcome, and nothing for the log. */
class ClickLogTest {

    private final List<String> logged = new CopyOnWriteArrayList<>();
    private final Logger log = (Logger) LogManager.getLogger("io.vertx.core.http.impl.HttpClientRequestImpl");
    private final AbstractAppender keeper = new AbstractAppender("clicks", null, null, true, Property.EMPTY_ARRAY) {
        @Override
        public void append(LogEvent event) {
            logged.add(event.getMessage().getFormattedMessage());
        }
    };

    @BeforeEach
    void listen() {
        keeper.start();
        log.addAppender(keeper);
    }

    @AfterEach
    void listenNoMore() {
        log.removeAppender(keeper);
        keeper.stop();
    }

    @Test
    void timeOutsAreNotLogged() {
        CountDownLatch over = new CountDownLatch(1);
        try (ClickSetting hasty = new ClickSetting(Duration.ofMillis(100))) {
            hasty.function.answers(exchange -> await(over));
            String id = hasty.post(ClickSetting.PLAIN);

            // more than there are connections: the others' time is over before they have one
            List<CompletableFuture<HttpResponse<String>>> clicks = IntStream.range(0, 70)
                    .mapToObj(each -> hasty.caller.postLater(
                            "/sandbox/click", Caller.json("{'message': '" + id + "', 'button': 'k'}")))
                    .toList();

            assertThat(clicks)
                    .allSatisfy(click -> assertThat(
                                    Caller.tree(click.join()).path("status").asText())
                            .isEqualTo("timed-out"));
            assertThat(logged).isEmpty();
        } finally {
            over.countDown();
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
