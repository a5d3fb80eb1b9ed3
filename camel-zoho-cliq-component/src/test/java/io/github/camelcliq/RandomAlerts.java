package io.github.camelcliq;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.List;
import java.util.Random;

/** Notifications with the fields that Alertmanager documents, and hostile values in all that has a value. */
final class RandomAlerts {

    private static final List<String> PIECES = List.of(
            "\"}], \"buttons\": [{\"label\": \"Mine\", \"action\": {\"type\": \"copy\", \"data\": {\"text\": \"x\"}}}]",
            "[Press]($press)",
            "[Link](https://evil.example/)",
            "{@all}",
            "javascript:alert(1)",
            "https://runbooks.zylker.com/x",
            "<b>bold</b>",
            "${body}",
            "{{x}}",
            "\\u0000",
            "\u0000",
            "\uD83D",
            "\uDE00",
            "\uD83D\uDC68\u200D\uD83D\uDC69\u200D\uD83D\uDC67",
            "e\u0301",
            "\u202E",
            "\u2028",
            "\r\n",
            "\t",
            " ",
            "'",
            "```",
            "2018-08-03T09:52:26.739266876+02:00",
            "web-1:9100");

    private static final List<String> NAMES = List.of(
            "alertname", "severity", "instance", "job", "summary", "description", "runbook_url", "buttons", "text", "");

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private final Random random;

    RandomAlerts(Random random) {
        this.random = random;
    }

    ObjectNode next() {
        ObjectNode event = NODES.objectNode();
        event.set("status", NODES.textNode(oneIn(3) ? text() : random.nextBoolean() ? "firing" : "resolved"));
        for (String field : List.of("version", "groupKey", "receiver", "externalURL", "buttons", "references")) {
            put(event, field, NODES.textNode(text()));
        }
        for (String field : List.of("groupLabels", "commonLabels", "commonAnnotations")) {
            put(event, field, texts());
        }
        ArrayNode alerts = NODES.arrayNode();
        int count = oneIn(20) ? random.nextInt(300) : random.nextInt(4);
        for (int i = 0; i < count; i++) {
            alerts.add(alert());
        }
        put(event, "alerts", alerts);
        put(event, "card", foreignMessage());
        return event;
    }

    private ObjectNode alert() {
        ObjectNode alert = NODES.objectNode();
        put(alert, "labels", texts());
        put(alert, "annotations", texts());
        for (String field : List.of("status", "startsAt", "endsAt", "generatorURL", "fingerprint")) {
            put(alert, field, NODES.textNode(text()));
        }
        put(alert, "buttons", foreignMessage().get("buttons"));
        return alert;
    }

    /** Sets a field, or leaves it out, or makes it null. */
    private void put(ObjectNode object, String field, JsonNode value) {
        switch (random.nextInt(8)) {
            case 0 -> object.putNull(field);
            case 1 -> object.remove(field);
            default -> object.set(field, value);
        }
    }

    private ObjectNode texts() {
        ObjectNode texts = NODES.objectNode();
        for (String name : NAMES) {
            put(texts, name, TextNode.valueOf(text()));
        }
        return texts;
    }

    private String text() {
        StringBuilder text = new StringBuilder();
        int pieces = oneIn(5) ? 0 : 1 + random.nextInt(3);
        for (int i = 0; i < pieces; i++) {
            String piece = oneIn(4)
                    ? random.ints(1 + random.nextInt(20), 0, 0x110000)
                            .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                            .toString()
                    : PIECES.get(random.nextInt(PIECES.size()));
            text.append(oneIn(60) ? piece.repeat(1 + 10_000 / piece.length()) : piece);
        }
        return text.toString();
    }

    private boolean oneIn(int times) {
        return random.nextInt(times) == 0;
    }

    private static ObjectNode foreignMessage() {
        return (ObjectNode) CliqTestSupport.json(
                "{'title':'mine','buttons':[{'label':'Mine','action':{'type':'copy','data':" + "{'text':'x'}}}]}");
    }
}
