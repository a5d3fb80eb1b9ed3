package io.github.camelcliq.sandbox;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.camelcliq.sandbox.judging.Complaint;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** Somebody who talks to a sandbox over a real socket. */
public final class Caller {

    public static final String CHAT = "/api/v2/chats/CT_1203304812000146098_55622663-B2/messages";
    static final String TOKENS = "/oauth/v2/token";
    static final String BOT = "/api/v2/bots/deploybot/message";

    private final Sandbox sandbox;
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    public Caller(Sandbox sandbox) {
        this.sandbox = sandbox;
    }

    /** A request that lacks nothing but its method. */
    public HttpRequest.Builder to(String path) {
        return HttpRequest.newBuilder(URI.create(sandbox.baseUrl() + path))
                .timeout(Duration.ofSeconds(60))
                .header("Authorization", "Bearer sandbox-token")
                .header("Content-Type", "application/json");
    }

    public HttpResponse<String> post(String path, String json) {
        return send(to(path).POST(BodyPublishers.ofString(json)));
    }

    HttpResponse<String> post(String path, byte[] body) {
        return send(to(path).POST(BodyPublishers.ofByteArray(body)));
    }

    /** Posts a message with an access token of its own. */
    HttpResponse<String> postWith(String token, String path, String json) {
        return send(to(path).setHeader("Authorization", "Bearer " + token).POST(BodyPublishers.ofString(json)));
    }

    /** Posts a message without an {@code Authorization} header. */
    HttpResponse<String> postWithoutToken(String path, String json) {
        return send(HttpRequest.newBuilder(URI.create(sandbox.baseUrl() + path))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(json)));
    }

    /** Asks the token endpoint with a form, such as {@code "grant_type", "refresh_token"}. */
    HttpResponse<String> askForToken(String... namesAndValues) {
        return send(HttpRequest.newBuilder(URI.create(sandbox.baseUrl() + TOKENS))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form(namesAndValues))));
    }

    /** Asks for an access token as the client does that a sandbox has by default. */
    public HttpResponse<String> refresh() {
        return askForToken(
                "grant_type", "refresh_token",
                "client_id", "sandbox-client",
                "client_secret", "sandbox-secret",
                "refresh_token", "sandbox-refresh-token");
    }

    /** The access token of an answer of the token endpoint. */
    static String accessToken(HttpResponse<String> answer) {
        return tree(answer).path("access_token").textValue();
    }

    /** An answer's body. */
    static JsonNode tree(HttpResponse<String> answer) {
        try {
            return new ObjectMapper().readTree(answer.body());
        } catch (JsonProcessingException notJson) {
            throw new AssertionError("answered " + answer.body(), notJson);
        }
    }

    static String form(String... namesAndValues) {
        StringBuilder form = new StringBuilder();
        for (int at = 0; at < namesAndValues.length; at += 2) {
            form.append(at == 0 ? "" : "&")
                    .append(namesAndValues[at])
                    .append('=')
                    .append(URLEncoder.encode(namesAndValues[at + 1], StandardCharsets.UTF_8));
        }
        return form.toString();
    }

    public HttpResponse<String> get(String path) {
        return send(to(path).GET());
    }

    public HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return client.send(request.build(), BodyHandlers.ofString());
        } catch (IOException failed) {
            throw new AssertionError("no answer: " + failed.getMessage(), failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new AssertionError(interrupted);
        }
    }

    CompletableFuture<HttpResponse<String>> postLater(String path, String json) {
        return client.sendAsync(to(path).POST(BodyPublishers.ofString(json)).build(), BodyHandlers.ofString());
    }

    /** Posts a message and gives the pointers of what the sandbox found wrong with it; none if it was accepted. */
    List<String> complaintsAbout(String path, String json) {
        HttpResponse<String> answer = post(path, json);
        List<JournalEntry> journal = sandbox.requests();
        List<Complaint> complaints = journal.get(journal.size() - 1).complaints();
        if (complaints.isEmpty() != (answer.statusCode() == 204)) {
            throw new AssertionError("answered " + answer.statusCode() + " with complaints " + complaints);
        }
        return complaints.stream().map(Complaint::pointer).toList();
    }

    /** Writes exactly these characters to the socket and reads until the sandbox closes it. */
    public String raw(String request) throws IOException {
        try (Socket socket = new Socket("127.0.0.1", sandbox.port())) {
            socket.setSoTimeout(60_000);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
            socket.getOutputStream().flush();
            ByteArrayOutputStream answer = new ByteArrayOutputStream();
            InputStream in = socket.getInputStream();
            in.transferTo(answer);
            return answer.toString(StandardCharsets.UTF_8);
        }
    }

    /** JSON written with single quotes, for readable tests. */
    public static String json(String singleQuoted) {
        return singleQuoted.replace('\'', '"');
    }
}
