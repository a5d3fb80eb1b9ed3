package io.github.camelcliq.docs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpServer;
import io.github.camelcliq.client.DataCenter;
import io.github.camelcliq.sandbox.ReceivedMessage;
import io.github.camelcliq.sandbox.Sandbox;
import io.github.camelcliq.sandbox.junit.CliqSandboxExtension;
import io.github.camelcliq.sandbox.oauth.OAuthClient;
import io.github.camelcliq.sandbox.oauth.TokenRules;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The commands of the setup page do what it says. They run as printed, with the local Cliq in place of Zoho's hosts. If
 * the local Cliq does not serve a request, the test looks at what is sent.
 */
class SetupPageTest {

    private static final Page PAGE = Page.of("setup.md");
    private static final String SCOPES = PAGE.code("text").get(0).strip();

    private static final String USER = Sandbox.DEFAULT_USER;

    @RegisterExtension
    static final CliqSandboxExtension CLIQ = CliqSandboxExtension.builder()
            .sandbox(Sandbox.builder()
                    .client(OAuthClient.of("client-1", "secret-1")
                            .refreshToken("refresh-1", USER, SCOPES.split(","))
                            .clientCredentials(USER))
                    .client(OAuthClient.of("client-2", "secret-1")
                            .clientCredentials(USER)
                            .soid("ZohoCliq.123456456"))
                    .accessTokenOf(USER, "reader", "ZohoCliq.Channels.READ"))
            .build();

    @TempDir
    Path folder;

    /** What a reader has put into the file of the page. */
    private final Map<String, String> file = new HashMap<>(Map.of(
            "CLIQ_CLIENT_ID", "client-1",
            "CLIQ_CLIENT_SECRET", "secret-1",
            "GRANT_CODE", "code-1",
            "CLIQ_REFRESH_TOKEN", "refresh-1",
            "ACCESS_TOKEN", Sandbox.DEFAULT_ACCESS_TOKEN,
            "CLIQ_SECRET", "word-1",
            "FUNCTION_ID", "53719000002124011"));

    @BeforeAll
    static void needsCurl() throws InterruptedException {
        assumeTrue(hasCurl(), "bash or curl is not installed, so the commands of the page are not tried");
    }

    private static boolean hasCurl() throws InterruptedException {
        try {
            return new ProcessBuilder("bash", "-c", "command -v curl")
                            .redirectOutput(Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException noBash) {
            return false;
        }
    }

    @ParameterizedTest
    @EnumSource
    void theHostsAreThoseOfTheComponent(DataCenter center) {
        assertThat(PAGE.text())
                .contains("| `" + center + "` | `" + center.accountsUrl() + "` | `" + center.cliqUrl() + "` |");
    }

    @Test
    void theRefreshTokenGivesATokenThatPosts() throws Exception {
        JsonNode answer = json(answerTo("grant_type=refresh_token"));

        assertThat(answer.path("expires_in").asInt()).isEqualTo(3600);
        assertThat(answer.path("scope").asText().split(" ")).containsExactlyInAnyOrder(SCOPES.split(","));
        assertThat(answer.has("refresh_token")).isFalse();

        file.put("ACCESS_TOKEN", answer.path("access_token").asText());

        assertThat(answerTo("/message\"")).startsWith("HTTP/1.1 204");
        assertThat(CLIQ.sandbox().messages())
                .extracting(ReceivedMessage::target, ReceivedMessage::json)
                .containsExactly(tuple("announcements", "{\"text\": \"Hello from curl.\"}"));
    }

    @Test
    void theClientsCredentialsGiveATokenForBots() throws Exception {
        JsonNode answer = json(answerTo("grant_type=client_credentials"));

        assertThat(answer.path("access_token").asText()).isNotEmpty();
        assertThat(answer.path("scope").asText()).isEqualTo("ZohoCliq.BotMessages.CREATE ZohoCliq.Webhooks.CREATE");
        assertThat(answer.has("refresh_token")).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "CLIQ_CLIENT_ID, wrong, refresh_token, invalid_client",
        "CLIQ_CLIENT_SECRET, wrong, refresh_token, invalid_client_secret",
        "CLIQ_REFRESH_TOKEN, wrong, refresh_token, invalid_code",
        "CLIQ_CLIENT_ID, client-2, client_credentials, missing_org_info"
    })
    void aWrongLineOfTheFileLeadsToAnErrorOfThePage(String name, String value, String grantType, String error)
            throws Exception {
        file.put(name, value);

        assertThat(errorOf(grantType)).isEqualTo(error);
        assertThat(PAGE.text()).contains("| `" + error + "` |");
    }

    @Test
    void tooManyRequestsLeadToAnErrorOfThePage() throws Exception {
        CLIQ.sandbox().tokenRules(TokenRules.OF_ZOHO.withRequests(1, Duration.ofMinutes(10)));
        answerTo("grant_type=refresh_token");

        assertThat(errorOf("refresh_token")).isEqualTo("Access Denied");
        assertThat(PAGE.text()).contains("| `Access Denied` |");
    }

    @ParameterizedTest
    @CsvSource({
        "wrong, HTTP/1.1 401, '| 401 |'",
        "reader, oauthtoken_scope_invalid, '| 401 or 403, `oauthtoken_scope_invalid` |'"
    })
    void aRefusedTokenLeadsToAnAnswerOfThePage(String token, String answer, String row) throws Exception {
        file.put("ACCESS_TOKEN", token);

        assertThat(answerTo("/message\"")).contains(answer);
        assertThat(PAGE.text()).contains(row);
    }

    @Test
    void theGrantCodeIsSentForARefreshToken() throws Exception {
        assertThat(requestOf("grant_type=authorization_code"))
                .isEqualTo(new Request(
                        "POST /oauth/v2/token",
                        null,
                        "grant_type=authorization_code&client_id=client-1&client_secret=secret-1&code=code-1"));
    }

    @ParameterizedTest
    @CsvSource({"/api/v2/channels\", /api/v2/channels?joined=true&limit=100", "/api/v3/chats\", /api/v3/chats?limit=100"
    })
    void theListsAreReadWithTheToken(String command, String path) throws Exception {
        assertThat(requestOf(command)).isEqualTo(new Request("GET " + path, "Bearer sandbox-token", ""));
    }

    @Test
    void theFunctionCallsTheApplicationWithTheSecret() throws Exception {
        Request request = requestOf("/api/v3/functions\"");

        assertThat(request.line()).isEqualTo("POST /api/v3/functions");
        assertThat(json(request.body())).isEqualTo(json("""
                {"name": "approve_q4_budget", "description": "Approves a budget", "function_type": "button",
                 "execution_type": "webhook",
                 "execution_url": "https://hooks.example.com/cliq/functions?secret=word-1"}"""));
    }

    @Test
    void theFunctionGetsItsPermissions() throws Exception {
        Request request = requestOf("/handlers\"");

        assertThat(request.line()).isEqualTo("POST /api/v3/functions/53719000002124011/handlers");
        assertThat(json(request.body()))
                .isEqualTo(json("{\"type\": \"button_handler\", \"permissions\": [\"chat\", \"message\", \"user\"]}"));
    }

    private String errorOf(String grantType) throws Exception {
        return json(answerTo("grant_type=" + grantType)).path("error").asText();
    }

    /** Runs the command that has {@code part} against the local Cliq, and returns what it prints. */
    private String answerTo(String part) throws Exception {
        return run(part, CLIQ.baseUrl());
    }

    /** Runs the command that has {@code part} against a server that takes everything, and returns the request. */
    private Request requestOf(String part) throws Exception {
        CompletableFuture<Request> request = new CompletableFuture<>();
        HttpServer server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        server.createContext("/", exchange -> {
            request.complete(new Request(
                    exchange.getRequestMethod() + " " + exchange.getRequestURI(),
                    exchange.getRequestHeaders().getFirst("Authorization"),
                    new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8)));
            exchange.sendResponseHeaders(204, -1);
            exchange.close();
        });
        server.start();
        try {
            run(part, "http://127.0.0.1:" + server.getAddress().getPort());
        } finally {
            server.stop(0);
        }
        return request.getNow(null);
    }

    private String run(String part, String host) throws Exception {
        file.put("ACCOUNTS", host);
        file.put("CLIQ", host);
        Files.writeString(folder.resolve("cliq.env"), filled(PAGE.code("ini").get(0)));
        List<String> commands = PAGE.code("bash").stream()
                .filter(command -> command.contains(part))
                .toList();
        assertThat(commands).as("commands with %s", part).hasSize(1);

        ProcessBuilder shell = new ProcessBuilder("bash", "-c", commands.get(0))
                .directory(folder.toFile())
                .redirectErrorStream(true);
        // the hosts are on this machine
        shell.environment().put("no_proxy", "*");
        Process running = shell.start();
        String printed = new String(running.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(running.waitFor()).as(printed).isZero();
        return printed;
    }

    private String filled(String lines) {
        Map<String, String> comments = lines.lines()
                .collect(Collectors.toMap(
                        line -> line.substring(0, line.indexOf('=')), line -> line.substring(line.indexOf(" #"))));
        assertThat(file).containsOnlyKeys(comments.keySet());
        return comments.entrySet().stream()
                .map(line -> line.getKey() + "=" + file.get(line.getKey()) + line.getValue() + "\n")
                .collect(Collectors.joining());
    }

    private static JsonNode json(String text) throws JsonProcessingException {
        return new ObjectMapper().readTree(text);
    }

    /**
     * A request of a command.
     *
     * @param line the method and the path with its query
     * @param authorization the header with the token; {@code null} without a token
     */
    private record Request(String line, String authorization, String body) {}
}
