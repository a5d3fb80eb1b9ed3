package io.github.camelcliq.benchmarks.endurance;

import io.github.camelcliq.CliqAccount;
import io.github.camelcliq.CliqComponent;
import io.github.camelcliq.sandbox.Sandbox;
import java.util.Map;
import org.apache.camel.CamelContext;
import org.apache.camel.model.ProcessorDefinition;

/** A way to post the messages of a storm; by default Camel's HTTP component, with a request that is written by hand. */
enum StormSide {
    /** The component with its pacing: all messages may wait in it, as long as the storm lasts. */
    CLIQ("`cliq:`") {
        @Override
        String endpoint(CamelContext camel, Sandbox cliq, Storm storm) {
            CliqComponent component = camel.getComponent("cliq", CliqComponent.class);
            CliqAccount account = component.getDefaultAccount();
            account.setBaseUrl(cliq.baseUrl());
            account.setAccessToken(Sandbox.DEFAULT_ACCESS_TOKEN);
            account.setPostsPerWindow(storm.limits().posts());
            account.setRestrictedPostsPerWindow(storm.limits().restricted());
            account.setPacingWindow(storm.limits().window());
            account.setMaximumQueued(storm.count());
            component.getConfiguration().setMaximumWait(storm.deadline().toMillis());
            return "cliq:chat/${exchangeProperty." + StormRoute.CHAT + "}";
        }

        @Override
        String body(String text) {
            return text;
        }

        @Override
        Map<String, Object> headers() {
            return Map.of();
        }
    },

    /** Nothing paces; each failure is redelivered. */
    VERTX_HTTP("`vertx-http:`, redelivery"),

    /** Camel's throttle lets as many messages through in a window as Cliq takes. */
    THROTTLED("`vertx-http:` behind `throttle`") {
        @Override
        ProcessorDefinition<?> paced(ProcessorDefinition<?> route, Storm storm) {
            return route.throttle(storm.limits().posts())
                    .timePeriodMillis(storm.limits().window().toMillis());
        }
    };

    private final String title;

    StormSide(String title) {
        this.title = title;
    }

    /** The way, as the guide names it. */
    String title() {
        return title;
    }

    /** Sets what the context's component needs, and tells the URI to post to. */
    String endpoint(CamelContext camel, Sandbox cliq, Storm storm) {
        return "vertx-http:" + cliq.baseUrl() + "/api/v2/chats/${exchangeProperty." + StormRoute.CHAT + "}/messages";
    }

    /** Adds what paces, if anything does. */
    ProcessorDefinition<?> paced(ProcessorDefinition<?> route, Storm storm) {
        return route;
    }

    /** The body of an exchange that posts this text, which needs no escaping in JSON. */
    String body(String text) {
        return "{\"text\":\"" + text + "\"}";
    }

    /** What each exchange needs beside its body. */
    Map<String, Object> headers() {
        return Map.of("Authorization", "Bearer " + Sandbox.DEFAULT_ACCESS_TOKEN, "Content-Type", "application/json");
    }
}
