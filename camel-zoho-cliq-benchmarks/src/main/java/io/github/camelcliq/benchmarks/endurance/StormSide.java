package io.github.camelcliq.benchmarks.endurance;

import io.github.camelcliq.CliqAccount;
import io.github.camelcliq.CliqComponent;
import io.github.camelcliq.sandbox.Sandbox;
import java.util.Map;
import org.apache.camel.CamelContext;

/** A way to post the messages of a storm. */
enum StormSide {
    /** The component with its pacing on: one wait may be as long as the storm. */
    CLIQ("cliq:") {
        @Override
        String endpoint(CamelContext camel, Sandbox cliq, Storm storm) {
            CliqComponent component = camel.getComponent("cliq", CliqComponent.class);
            CliqAccount account = component.getDefaultAccount();
            account.setBaseUrl(cliq.baseUrl());
            account.setAccessToken(Sandbox.DEFAULT_ACCESS_TOKEN);
            account.setPostsPerWindow(storm.limits().posts());
            account.setRestrictedPostsPerWindow(storm.limits().restricted());
            account.setPacingWindow(storm.limits().window());
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
