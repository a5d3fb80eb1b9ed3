package io.github.camelcliq.sandbox.junit;

import io.github.camelcliq.sandbox.Sandbox;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;

/** Posts messages as an application under test does. */
final class Posts {

    private static final HttpClient CLIENT =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private Posts() {}

    /** @return the status */
    static int post(String baseUrl, String json) {
        return post(baseUrl, Sandbox.DEFAULT_ACCESS_TOKEN, json);
    }

    /** @return the status */
    static int post(String baseUrl, String token, String json) {
        return postTo(baseUrl + "/api/v2/chats/CT_1/messages", token, json);
    }

    /** @return the status */
    static int postTo(String url, String token, String json) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(url))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(json))
                .build();
        try {
            return CLIENT.send(request, BodyHandlers.discarding()).statusCode();
        } catch (IOException failed) {
            throw new AssertionError(failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new AssertionError(interrupted);
        }
    }
}
