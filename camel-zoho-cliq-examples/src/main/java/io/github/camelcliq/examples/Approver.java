package io.github.camelcliq.examples;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;

/** Presses "Approve Budget" as a person does, through the control API of the local Cliq. */
final class Approver {

    private static final ObjectMapper JSON = new ObjectMapper();

    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private final URI click;
    private final Duration longest;

    /**
     * @param cliq the base URL of the local Cliq
     * @param longest how long the local Cliq waits for an answer to a click
     */
    Approver(String cliq, Duration longest) {
        this.click = URI.create(cliq + "/sandbox/click");
        this.longest = longest;
    }

    /**
     * Presses the button, and waits for what comes of it.
     *
     * @param message the id of the message
     * @param remark what is typed into the confirmation
     * @return what came of it, or why the local Cliq would not have it
     */
    JsonNode press(String message, String remark) throws IOException, InterruptedException {
        Map<String, String> press = Map.of("message", message, "button", "approve_budget_q4", "input", remark);
        HttpRequest request = HttpRequest.newBuilder(click)
                .timeout(longest.plusSeconds(10))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofByteArray(JSON.writeValueAsBytes(press)))
                .build();
        return JSON.readTree(HTTP.send(request, BodyHandlers.ofByteArray()).body());
    }
}
