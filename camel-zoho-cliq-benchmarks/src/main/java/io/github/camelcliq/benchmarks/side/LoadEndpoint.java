package io.github.camelcliq.benchmarks.side;

import org.apache.camel.Consumer;
import org.apache.camel.Processor;
import org.apache.camel.Producer;
import org.apache.camel.support.DefaultEndpoint;

/** Starts one route. */
final class LoadEndpoint extends DefaultEndpoint {

    private LoadConsumer consumer;

    LoadEndpoint(String uri, LoadComponent component) {
        super(uri, component);
    }

    @Override
    public Consumer createConsumer(Processor processor) {
        consumer = new LoadConsumer(this, processor);
        return consumer;
    }

    /** What starts its route. */
    LoadConsumer consumer() {
        return consumer;
    }

    @Override
    public Producer createProducer() {
        throw new UnsupportedOperationException("routes start here");
    }
}
