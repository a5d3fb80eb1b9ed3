package io.github.camelcliq.benchmarks.side;

import java.util.Map;
import org.apache.camel.Endpoint;
import org.apache.camel.support.DefaultComponent;

/** Where the routes start that are measured: {@code from("load:3")} takes what is posted to the fourth chat. */
final class LoadComponent extends DefaultComponent {

    static final String SCHEME = "load";

    @Override
    protected Endpoint createEndpoint(String uri, String remaining, Map<String, Object> parameters) {
        return new LoadEndpoint(uri, this);
    }
}
