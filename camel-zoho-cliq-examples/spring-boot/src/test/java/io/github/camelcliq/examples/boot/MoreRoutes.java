package io.github.camelcliq.examples.boot;

import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.camel.builder.RouteBuilder;

/** Routes beside those of the application: one that counts, and one that takes its time. */
final class MoreRoutes extends RouteBuilder {

    final AtomicInteger calls = new AtomicInteger();
    final Semaphore decided = new Semaphore(0);

    @Override
    public void configure() throws Exception {
        getContext().addRoutes(counting());

        from("cliq:function/decide?lateReply=CHAT&replyTimeout=100&acknowledgement=RAW(One moment.)")
                .routeId("decide")
                .process(call -> decided.acquire())
                .setBody(constant("Decided after all."));
    }

    /** The route that counts, to be added again once it was removed. */
    RouteBuilder counting() {
        return new RouteBuilder() {
            @Override
            public void configure() {
                from("cliq:function/count")
                        .routeId("count")
                        .process(call -> calls.incrementAndGet())
                        .setBody(simple("Counted ${header.CamelCliqInput}"));
            }
        };
    }
}
