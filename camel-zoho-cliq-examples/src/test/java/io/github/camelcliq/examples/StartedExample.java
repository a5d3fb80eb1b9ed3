package io.github.camelcliq.examples;

import static java.util.stream.Collectors.toList;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.camelcliq.sandbox.ReceivedMessage;
import io.github.camelcliq.sandbox.Sandbox;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * An example that was started as its command starts it, but on a free port. It posts to one local Cliq that all tests
 * share, and gets the {@code curl} commands of its section in the README. As a static extension of a test class, it
 * runs for all of its tests, and the local Cliq forgets all messages before each.
 */
final class StartedExample implements AutoCloseable, AfterAllCallback, BeforeEachCallback {

    /** How long a test waits at most for what must happen. */
    static final Duration MAX_WAIT = Duration.ofMinutes(1);

    private static final Sandbox CLIQ =
            Sandbox.builder().clickTimeout(MAX_WAIT.multipliedBy(2)).start();

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private static final Pattern COMMAND = Pattern.compile("(?m)^curl (?:.*\\\\\\R)*.*$");
    private static final Pattern ARGUMENT = Pattern.compile("'([^']*)'|([^\\s\\\\]+)");
    private static final Pattern RANGE = Pattern.compile("\\[1-(\\d+)]");
    /** Those of {@code curl -d}, {@code curl -F}, and a request without one. */
    private static final List<String> OTHER_CONTENT_TYPES =
            List.of("application/x-www-form-urlencoded", "multipart/form-data; boundary=b", "text/plain", "");

    private static final Path REPOSITORY = Path.of("..");

    private final Example example;
    private final List<String> commands;

    private StartedExample(Example example, List<String> commands) {
        this.example = example;
        this.commands = commands;
    }

    /** Starts an example by the name of its folder. The local Cliq has forgotten all earlier messages. */
    static StartedExample start(String name) {
        return start(name, Map.of());
    }

    /** @param overrides properties that replace those of the example */
    static StartedExample start(String name, Map<String, String> overrides) {
        CLIQ.reset();
        Map<String, String> properties = new HashMap<>(Map.of(
                "camel.component.cliq.base-url",
                CLIQ.baseUrl(),
                // the first click finds nothing loaded, and the machine may be busy
                "camel.component.cliq.reply-timeout",
                MAX_WAIT.toSeconds() + "s",
                "camel.server.port",
                "0"));
        properties.putAll(overrides);
        try {
            List<String> commands = commandsOf(name);
            return new StartedExample(Example.start(CLIQ, Example.folder(Path.of("."), name), properties), commands);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    Sandbox cliq() {
        return CLIQ;
    }

    Example example() {
        return example;
    }

    /** Runs a {@code curl} command of the example's section in the README, the first one as 0. */
    HttpResponse<String> curl(int command) throws IOException, InterruptedException {
        return curl(command(command));
    }

    /**
     * Runs a {@code curl} command that has {@code -H}, {@code --data-binary @FILE} or {@code -d TEXT}, and a URL of the
     * example or of the local Cliq. A URL with {@code [1-9]} stands for nine requests.
     *
     * @return the last answer
     */
    HttpResponse<String> curl(String command) throws IOException, InterruptedException {
        List<String> arguments = ARGUMENT.matcher(command)
                .results()
                .map(StartedExample::argument)
                .collect(toList());
        HttpRequest.Builder request = HttpRequest.newBuilder().timeout(MAX_WAIT);
        int requests = 1;
        for (int i = 1; i < arguments.size(); i++) {
            String argument = arguments.get(i);
            switch (argument) {
                case "-H" -> {
                    String[] header = arguments.get(++i).split(": ", 2);
                    request.header(header[0], header[1]);
                }
                case "--data-binary" ->
                    request.POST(BodyPublishers.ofFile(
                            REPOSITORY.resolve(arguments.get(++i).substring(1))));
                case "-d" -> request.POST(BodyPublishers.ofString(arguments.get(++i)));
                default -> {
                    Matcher range = RANGE.matcher(argument);
                    requests = range.find() ? Integer.parseInt(range.group(1)) : 1;
                    request.uri(URI.create(range.replaceAll("")
                            .replace("http://localhost:8080", Example.serverUrl(example.context()))
                            .replace("http://localhost:8090", CLIQ.baseUrl())));
                }
            }
        }
        HttpResponse<String> answer = null;
        for (int i = 0; i < requests; i++) {
            answer = HTTP.send(request.build(), BodyHandlers.ofString());
        }
        return answer;
    }

    /** Returns a {@code curl} command of the example's section in the README, the first one as 0. */
    String command(int number) {
        return commands.get(number);
    }

    /** Sends a body as the application that posts events does. */
    HttpResponse<String> post(String path, byte[] body, String... headers) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(Example.serverUrl(example.context()) + path))
                .timeout(MAX_WAIT)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofByteArray(body));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return HTTP.send(request.build(), BodyHandlers.ofString());
    }

    /** Checks that a body that is no event is the mistake of its sender, who reads why in one line. */
    void assertRefused(String path, String... bodies) throws IOException, InterruptedException {
        for (String body : bodies) {
            HttpResponse<String> answer = post(path, body.getBytes(StandardCharsets.UTF_8));
            assertThat(answer.statusCode()).as(body + ": " + answer.body()).isEqualTo(400);
            assertThat(answer.body()).isNotBlank().doesNotContain("\n");
        }
        URI uri = URI.create(Example.serverUrl(example.context()) + path);
        for (String contentType : OTHER_CONTENT_TYPES) {
            HttpRequest.Builder request = HttpRequest.newBuilder(uri)
                    .timeout(MAX_WAIT)
                    .POST(BodyPublishers.ofString("{\"a\": \"" + "b".repeat(20_000) + "\",\n \"c\": \"50 %\"}"));
            if (!contentType.isEmpty()) {
                request.header("Content-Type", contentType);
            }
            HttpResponse<String> answer = HTTP.send(request.build(), BodyHandlers.ofString());
            assertThat(answer.statusCode()).as(contentType).isEqualTo(415);
            assertThat(answer.body()).isEqualTo("Send JSON, with the header Content-Type: application/json.");
        }
        assertThat(CLIQ.requests()).isEmpty();
    }

    /** Returns the messages in a chat as they are now, after edits. */
    List<JsonNode> messages(String chat) throws IOException {
        List<JsonNode> messages = new ArrayList<>();
        for (ReceivedMessage message : CLIQ.messages(chat)) {
            messages.add(JSON.readTree(message.currentJson()));
        }
        return messages;
    }

    @Override
    public void close() {
        example.close();
    }

    @Override
    public void beforeEach(ExtensionContext test) {
        CLIQ.reset();
    }

    @Override
    public void afterAll(ExtensionContext tests) {
        close();
    }

    private static List<String> commandsOf(String name) throws IOException {
        String readme = Files.readString(Path.of("README.md"));
        int begin = readme.indexOf("\n## " + name + "\n");
        if (begin < 0) {
            throw new IllegalStateException("README.md has no section ## " + name);
        }
        int end = readme.indexOf("\n## ", begin + 1);
        return COMMAND.matcher(readme.substring(begin, end < 0 ? readme.length() : end))
                .results()
                .map(MatchResult::group)
                .collect(toList());
    }

    private static String argument(MatchResult found) {
        return found.group(1) == null ? found.group(2) : found.group(1);
    }
}
