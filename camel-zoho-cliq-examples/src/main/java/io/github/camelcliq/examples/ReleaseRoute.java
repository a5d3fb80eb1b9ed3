package io.github.camelcliq.examples;

import io.github.camelcliq.CliqException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;

/**
 * An event from elsewhere whose message breaks four rules at once: all four are told, and nothing of it is posted. The
 * body is a map here, as a route has it that builds its message from data.
 */
final class ReleaseRoute extends RouteBuilder {

    private final Outcomes outcomes;

    ReleaseRoute(Outcomes outcomes) {
        this.outcomes = outcomes;
    }

    @Override
    public void configure() {
        onException(CliqException.class).handled(true).process(outcomes::refused);

        from("file:{{demo.events}}?fileName=release-requested.json&noop=true&initialDelay=0")
                .routeId("release")
                .unmarshal()
                .json()
                .process(ReleaseRoute::askForApproval)
                .to("cliq:channel/releases")
                .process(outcomes::posted);
    }

    private static void askForApproval(Exchange exchange) {
        Map<?, ?> event = exchange.getMessage().getBody(Map.class);
        List<Map<String, Object>> buttons = new ArrayList<>();
        for (Object action : (List<?>) event.get("actions")) {
            buttons.add(button((Map<?, ?>) action));
        }
        exchange.getMessage()
                .setBody(Map.of("text", event.get("summary"), "card", event.get("card"), "buttons", buttons));
    }

    private static Map<String, Object> button(Map<?, ?> event) {
        Map<String, Object> action = new LinkedHashMap<>();
        if (event.containsKey("link")) {
            action.put("type", "open.url");
            action.put("data", Map.of("web", event.get("link")));
        } else {
            action.put("type", "invoke.function");
            action.put("data", Map.of("name", event.get("function"), "owner", event.get("owner")));
        }
        if (event.get("ask") instanceof Map<?, ?> ask) {
            action.put("confirm", Map.of("title", ask.get("title"), "button_label", ask.get("yes")));
        }
        return Map.of("label", event.get("caption"), "type", "+", "action", action);
    }
}
