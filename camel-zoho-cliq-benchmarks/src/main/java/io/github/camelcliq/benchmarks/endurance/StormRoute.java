package io.github.camelcliq.benchmarks.endurance;

import java.time.Duration;
import org.apache.camel.LoggingLevel;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.builder.ThreadPoolProfileBuilder;
import org.apache.camel.model.errorhandler.DefaultErrorHandlerDefinition;

/**
 * Posts each message to the chat of its exchange, with the exponential redelivery that routes usually have: Camel's own
 * first delay of 1 s and longest delay of 60 s, each twice the one before, ten attempts more.
 */
final class StormRoute extends RouteBuilder {

    static final String START = "direct:storm";

    /** The exchange property that names the chat. */
    static final String CHAT = "chat";

    private static final Duration FIRST_DELAY = Duration.ofSeconds(1);
    private static final Duration LONGEST_DELAY = Duration.ofSeconds(60);

    private final StormSide side;
    private final String endpoint;
    private final Storm storm;

    /** @param endpoint the URI to post to, {@code ${exchangeProperty.chat}} in the chat's place */
    StormRoute(StormSide side, String endpoint, Storm storm) {
        this.side = side;
        this.endpoint = endpoint;
        this.storm = storm;
    }

    @Override
    public void configure() {
        errorHandler(exponentialRedelivery());
        side.paced(from(START), storm).toD(endpoint);
    }

    private DefaultErrorHandlerDefinition exponentialRedelivery() {
        return defaultErrorHandler()
                .maximumRedeliveries(10)
                .asyncDelayedRedelivery()
                // Camel's own pool would lose what is beyond 1,000
                .executorService(getContext()
                        .getExecutorServiceManager()
                        .newScheduledThreadPool(
                                this,
                                "redelivery",
                                new ThreadPoolProfileBuilder("redelivery")
                                        .poolSize(4)
                                        .maxQueueSize(storm.count())
                                        .build()))
                .redeliveryDelay(scaled(FIRST_DELAY))
                .maximumRedeliveryDelay(scaled(LONGEST_DELAY))
                .useExponentialBackOff()
                .backOffMultiplier(2)
                // hundreds of them are expected, and counted
                .logExhausted(false)
                .retryAttemptedLogLevel(LoggingLevel.OFF);
    }

    private long scaled(Duration delay) {
        return Math.round(delay.toMillis() / storm.speed());
    }
}
