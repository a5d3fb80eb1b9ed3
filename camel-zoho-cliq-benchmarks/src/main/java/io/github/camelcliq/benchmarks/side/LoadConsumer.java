package io.github.camelcliq.benchmarks.side;

import java.util.function.Consumer;
import org.apache.camel.Endpoint;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.Processor;
import org.apache.camel.support.DefaultConsumer;

/**
 * Starts a route as consumers do: with an exchange of its own making, on the caller's thread. A producer template would
 * hop through a pool first.
 */
final class LoadConsumer extends DefaultConsumer {

    LoadConsumer(Endpoint endpoint, Processor processor) {
        super(endpoint, processor);
    }

    /** Sends one exchange through the route. */
    void send(Consumer<Message> content, Answered answered) {
        Exchange exchange = createExchange(false);
        content.accept(exchange.getMessage());
        getAsyncProcessor().process(exchange, doneSync -> done(exchange, answered));
    }

    private void done(Exchange exchange, Answered answered) {
        Throwable failure = exchange.getException();
        releaseExchange(exchange, false);
        answered.answered(failure);
    }
}
