package io.github.camelcliq.benchmarks.endurance;

import java.time.Duration;
import org.apache.camel.LoggingLevel;
import org.apache.camel.builder.RouteBuilder;
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

    private final String endpoint;
    private final double speed;

    /**
     * @param endpoint the URI to post to, {@code ${exchangeProperty.chat}} in the chat's place
     * @param speed how many times as fast as in reality time passes for the redeliveries, as it does for the lock
     */
    StormRoute(String endpoint, double speed) {
        this.endpoint = endpoint;
        this.speed = speed;
    }

    @Override
    public void configure() {
        errorHandler(exponentialRedelivery());
        from(START).toD(endpoint);
    }

    private DefaultErrorHandlerDefinition exponentialRedelivery() {
        return defaultErrorHandler()
                .maximumRedeliveries(10)
                .asyncDelayedRedelivery()
                .redeliveryDelay(scaled(FIRST_DELAY))
                .maximumRedeliveryDelay(scaled(LONGEST_DELAY))
                .useExponentialBackOff()
                .backOffMultiplier(2)
                // hundreds of them are expected, and counted
                .logExhausted(false)
                .retryAttemptedLogLevel(LoggingLevel.OFF);
    }

    private long scaled(Duration delay) {
        return Math.round(delay.toMillis() / speed);
    }
}
