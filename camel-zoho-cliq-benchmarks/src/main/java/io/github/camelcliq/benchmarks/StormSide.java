package io.github.camelcliq.benchmarks;

import io.github.camelcliq.CliqComponent;
import io.github.camelcliq.CliqConfiguration;
import io.github.camelcliq.sandbox.Sandbox;
import java.util.Map;
import org.apache.camel.CamelContext;

/** A way to post the messages of a storm. */
enum StormSide {
    /** The component with its pacing on: one wait may be as long as the storm. */
    CLIQ("cliq:") {
        @Override
        String endpoint(CamelContext camel, Sandbox cliq, Storm storm) {
            CliqConfiguration configuration =
                    camel.getComponent("cliq", CliqComponent.class).getConfiguration();
            configuration.setBaseUrl(cliq.baseUrl());
            configuration.setAccessToken(Sandbox.DEFAULT_ACCESS_TOKEN);
            configuration.setPostsPerWindow(storm.limits().posts());
            configuration.setRestrictedPostsPerWindow(storm.limits().restricted());
            configuration.setPacingWindow(storm.limits().window().toMillis());
            configuration.setMaximumWait(storm.deadline().toMillis());
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

    /** Camel's HTTP component as it comes, the request to Cliq written by hand. */
    VERTX_HTTP("vertx-http:") {
        @Override
        String endpoint(CamelContext camel, Sandbox cliq, Storm storm) {
            return "vertx-http:" + cliq.baseUrl() + "/api/v2/chats/${exchangeProperty." + StormRoute.CHAT
                    + "}/messages";
        }

        @Override
        String body(String text) {
            return "{\"text\":\"" + text + "\"}";
        }

        @Override
        Map<String, Object> headers() {
            return Map.of(
                    "Authorization", "Bearer " + Sandbox.DEFAULT_ACCESS_TOKEN, "Content-Type", "application/json");
        }
    };

    private final String title;

    StormSide(String title) {
        this.title = title;
    }

    /** The scheme, as it is printed. */
    String title() {
        return title;
    }

    /** Sets what the context's component needs, and tells the URI to post to. */
    abstract String endpoint(CamelContext camel, Sandbox cliq, Storm storm);

    /** The body of an exchange that posts this text, which needs no escaping in JSON. */
    abstract String body(String text);

    /** What each exchange needs beside its body. */
    abstract Map<String, Object> headers();
}
