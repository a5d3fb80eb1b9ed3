package io.github.camelcliq.sandbox.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.camelcliq.sandbox.Sandbox;
import io.github.camelcliq.sandbox.limits.Limits;
import io.github.camelcliq.sandbox.oauth.TokenRules;
import io.github.camelcliq.sandbox.organisation.CliqFunction;
import io.github.camelcliq.sandbox.organisation.CliqUser;
import io.github.camelcliq.sandbox.organisation.Organisation;
import io.github.camelcliq.sandbox.organisation.Permission;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a sandbox makes of its configuration file, and what it says of one that is wrong. */
class SandboxFileTest {

    private static final Path EXAMPLE = Path.of("../docs/sandbox.yaml");

    @TempDir
    private Path folder;

    @Test
    void theExampleOfTheGuideMakesASandbox() throws Exception {
        SandboxFile file = SandboxFile.read(EXAMPLE);

        assertThat(file.port()).contains(8090);
        assertThat(file.accessToken()).isEqualTo("scotts-token");
        try (Sandbox cliq = file.builder().port(0).start()) {
            assertThat(cliq.limits()).isEqualTo(Limits.OF_CLIQ);
            assertThat(cliq.tokenRules()).isEqualTo(TokenRules.OF_ZOHO);
            assertThat(post(cliq, "channelsbyname/announcements/message", "scotts-token"))
                    .isEqualTo(204);
            assertThat(post(cliq, "channelsbyname/announcements/message", "amelias-token"))
                    .isEqualTo(204);
            assertThat(post(cliq, "channelsbyname/announcements/message", "sandbox-token"))
                    .isEqualTo(401);
            assertThat(post(cliq, "channelsbyname/elsewhere/message", "scotts-token"))
                    .isEqualTo(404);
            assertThat(cliq.messages()).extracting("user").containsExactly("sandbox-user", "55622671");
        }
    }

    @Test
    void theExampleNamesAnOrganisation() {
        try (Sandbox cliq = SandboxFile.read(EXAMPLE).builder().port(0).start()) {
            Organisation organisation = cliq.organisation();

            assertThat(organisation.name()).isEqualTo("Zylker");
            assertThat(organisation.strictTargets()).isTrue();
            assertThat(organisation.users())
                    .containsExactly(
                            new CliqUser("55622663", "Scott", "Fisher", "scott.fisher@zylker.com", true),
                            new CliqUser("55622671", "Amelia", "Burrows", "amelia.burrows@zylker.com", false));
            assertThat(organisation.chats()).hasSize(1);
            assertThat(organisation.channels()).extracting("title").containsExactly("#announcements", "#Finance");
            assertThat(organisation.bots()).hasSize(1);
            assertThat(organisation.functions())
                    .containsExactly(new CliqFunction(
                            "approve_q4_budget",
                            "scott.fisher@zylker.com",
                            URI.create("http://localhost:8080/cliq/functions"),
                            Set.of(Permission.values())));
        }
    }

    @Test
    void theExamplesCredentialsAreTaken() throws Exception {
        try (Sandbox cliq = SandboxFile.read(EXAMPLE).builder().port(0).start()) {
            assertThat(post(cliq, "channelsbyname/finance/message?zapikey=scotts-webhook-token", ""))
                    .isEqualTo(204);
            assertThat(askForToken(cliq, "grant_type=refresh_token&refresh_token=scotts-refresh-token"))
                    .contains("access_token");
            assertThat(askForToken(
                            cliq,
                            "grant_type=client_credentials&scope=ZohoCliq.Webhooks.CREATE&soid=ZohoCliq.123456456"))
                    .contains("access_token");
            assertThat(askForToken(cliq, "grant_type=client_credentials&scope=ZohoCliq.Webhooks.CREATE"))
                    .contains("error");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "# nothing yet\n", "---\n", "users:\ntokens:\nlimits:\n", "{}"})
    void whatIsLeftOutIsAsByDefault(String text) throws IOException {
        SandboxFile file = read(text);

        assertThat(file.port()).isEmpty();
        assertThat(file.accessToken()).isEqualTo("sandbox-token");
        try (Sandbox cliq = file.builder().start()) {
            assertThat(cliq.organisation()).isEqualTo(Organisation.example());
            assertThat(cliq.limits()).isEqualTo(Limits.OFF);
        }
    }

    @Test
    void strictTargetsAndANameMayBeGivenToTheInventedOrganisation() throws IOException {
        try (Sandbox cliq = read("strictTargets: true\norganisation: {name: Acme}")
                .builder()
                .start()) {
            assertThat(cliq.organisation().strictTargets()).isTrue();
            assertThat(cliq.organisation().name()).isEqualTo("Acme");
            assertThat(cliq.organisation().channels())
                    .isEqualTo(Organisation.example().channels());
        }
    }

    @Test
    void limitsThatSayAFewThingsAreOtherwiseAsDocumented() throws IOException {
        try (Sandbox cliq = read("limits: {posts: 5, lock: PT2M}").builder().start()) {
            assertThat(cliq.limits()).isEqualTo(new Limits(5, 20, Duration.ofMinutes(1), Duration.ofMinutes(2)));
        }
        try (Sandbox cliq = read("limits: {preset: off}").builder().start()) {
            assertThat(cliq.limits()).isEqualTo(Limits.OFF);
        }
    }

    @Test
    void clicksMayBeSignedWithAKeyOfOnesOwn() throws Exception {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(2_048);
        KeyPair keys = generator.generateKeyPair();
        String privateKey =
                Base64.getMimeEncoder().encodeToString(keys.getPrivate().getEncoded());
        String file = "clickKey: |\n" + privateKey.indent(2);

        try (Sandbox cliq = read(file).builder().start()) {
            assertThat(cliq.publicKey())
                    .isEqualTo(
                            Base64.getEncoder().encodeToString(keys.getPublic().getEncoded()));
        }
    }

    @Test
    void functionsMayBeToldLess() throws IOException {
        String function = "functions: [{name: f, executionUrl: 'http://localhost/f', permissions: %s}]";
        try (Sandbox cliq = read(function.formatted("[message]")).builder().start()) {
            assertThat(cliq.organisation().functions().get(0).permissions()).containsExactly(Permission.MESSAGE);
        }
        try (Sandbox cliq = read(function.formatted("[]")).builder().start()) {
            assertThat(cliq.organisation().functions().get(0).permissions()).isEmpty();
        }
    }

    @Test
    void everythingThatIsWrongIsToldAtOnce() {
        List<String> problems = problems("""
                port: 80900
                fidelity: exact
                colour: red
                limits:
                  posts: many
                  window: 60
                  lock: 10 minutes
                users:
                  - id: 55622663
                    firstName: Scott
                  - { id: "2", email: b@zylker.com, nickname: B }
                  - { id: "3", email: c@zylker.com }
                  - Kenji
                channels: finance
                functions:
                  - { name: f, executionUrl: "ftp://localhost/f", permissions: [user, all, 7] }
                  - { name: g, executionUrl: "http://local host/" }
                tokens:
                  access:
                    - { token: a, user: nobody@zylker.com }
                    - { token: a }
                  rules: { errorStatus: 500 }
                """);

        assertThat(problems)
                .containsExactly(
                        "line 1, /port: a port must be 0 to 65535, not 80900",
                        "line 2, /fidelity: must be one of reference, live, not \"exact\"",
                        "line 3, /colour: is not known; the keys here are port, host, fidelity, rules, history, historyBytes,"
                                + " bodyTimeout, idleTimeout, clickTimeout, clickKey, organisation, strictTargets, users, chats,"
                                + " channels, bots, functions, limits, tokens",
                        "line 5, /limits/posts: must be a whole number, not the string \"many\"",
                        "line 6, /limits/window: must be a duration such as PT10M, not 60",
                        "line 7, /limits/lock: must be a duration such as PT10M, not \"10 minutes\"",
                        "line 9, /users/0/id: must be a string, not 55622663; put it in quotes",
                        "line 9, /users/0/email: is required",
                        "line 11, /users/1/nickname: is not known; the keys here are id, firstName, lastName, email,"
                                + " admin",
                        "line 13, /users/3: must be keys and values, not the string \"Kenji\"",
                        "line 14, /channels: must be a list, not the string \"finance\"",
                        "line 16, /functions/0/permissions/2: must be a string, not 7; put it in quotes",
                        "line 16, /functions/0/permissions/1: must be one of user, chat, message, not \"all\"",
                        "line 17, /functions/1/executionUrl: is not a URL: Illegal character in authority",
                        "line 21, /tokens/access/1/token: is named a second time",
                        "line 22, /tokens/rules: errorStatus must be 200 or 400, not 500");
    }

    @Test
    void whoIsNobodyIsTold() {
        String tokens = """
                tokens:
                  access: [{ token: a, user: nobody@zylker.com }]
                  clients: [{ id: c, secret: s, refreshTokens: [{ token: r, user: "7" }], clientCredentials: { user: "8" } }]
                """;

        assertThat(problems(tokens))
                .extracting(problem -> problem.replaceAll(": .*", ""))
                .containsExactly(
                        "line 2, /tokens/access/0/user",
                        "line 3, /tokens/clients/0/refreshTokens/0/user",
                        "line 3, /tokens/clients/0/clientCredentials/user");
        assertThat(problems(tokens + "users: [{ id: 7, email: nobody@zylker.com }]"))
                .as("somebody who was meant to be there")
                .containsExactly("line 4, /users/0/id: must be a string, not 7; put it in quotes");
    }

    @Test
    void whatAnOrganisationRefusesIsToldWhereItStands() {
        assertThat(problems("""
                        users:
                          - { id: "1", email: a@zylker.com }
                          - { id: "1", email: b@zylker.com }
                          - { id: "3", email: A@zylker.com }
                        channels:
                          - { name: finance }
                          - { name: finance }
                        functions:
                          - { name: f, executionUrl: "ftp://localhost/f" }
                        """))
                .containsExactly(
                        "line 3, /users/1: there are two users with the id 1",
                        "line 4, /users/2: there are two users with the email a@zylker.com",
                        "line 7, /channels/1: there are two channels named finance",
                        "line 9, /functions/0: an execution URL must begin with http:// or https:// and name a host");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "a: [1              | is not YAML: ",
                "port: 1\\nport: 2   | line 2, /port: stands here a second time",
                "- a                | must be keys and values, not a list",
                "hello              | must be keys and values, not the string \"hello\"",
                "a: 1\\n---\\nb: 1    | is a second document; a file holds one",
                "users: &a []\\nchats: *a | line 2, /chats: is an alias; write the value out",
                "port: 8090.5       | line 1, /port: must be a whole number, not 8090.5",
                "port: 99999999999  | line 1, /port: must be a whole number, not 99999999999",
                "history: 0         | line 1, /history: a history must have at least one entry, not 0",
                "historyBytes: 0    | line 1, /historyBytes: a history must have at least one byte, not 0",
                "strictTargets: yes | line 1, /strictTargets: must be true or false, not the string \"yes\"",
                "clickTimeout: PT0S | line 1, /clickTimeout: an answer takes at least a millisecond, not PT0S",
                "idleTimeout: PT0S  | line 1, /idleTimeout: a connection is idle for at least a millisecond, not PT0S",
                "clickTimeout: PT999999H | line 1, /clickTimeout: must be at most 3650 days, not PT999999H",
                "limits:\\n  window: PT9999999999999H | line 2, /limits/window: must be at most 3650 days, not PT9999999999999H",
                "bodyTimeout: 30    | line 1, /bodyTimeout: must be a duration such as PT10M, not 30",
                "port: 1\\nusers:\\n\t- id: 7 | line 3: is not YAML: ",
                "clickKey: secret   | line 1, /clickKey: ",
                "host: ' '          | line 1, /host: a host must not be blank"
            })
    void everyKindOfMistakeIsTold(String text, String problem) {
        assertThat(problems(text.replace("\\n", "\n"))).anyMatch(each -> each.contains(problem));
    }

    @Test
    void aFileThatCannotBeReadIsToldToo() throws IOException {
        assertThat(problemsOf(folder.resolve("none.yaml"))).containsExactly("there is no such file");
        assertThat(problemsOf(folder)).singleElement().asString().startsWith("cannot be read: ");
        Path latin = Files.write(folder.resolve("latin.yaml"), "name: ä".getBytes(StandardCharsets.ISO_8859_1));
        assertThat(problemsOf(latin)).containsExactly("is not written in UTF-8");
    }

    @Test
    void theMessageTellsTheFileAndAllProblems() throws IOException {
        Path file = write("port: a\ncolour: red");

        UnusableFileException refused = catchThrowableOfType(UnusableFileException.class, () -> SandboxFile.read(file));

        assertThat(refused.getMessage().lines()).hasSize(3).first().isEqualTo(file + " cannot be used:");
        assertThat(refused.problems()).extracting(FileProblem::pointer).containsExactly("/port", "/colour");
    }

    private SandboxFile read(String text) throws IOException {
        return SandboxFile.read(write(text));
    }

    private Path write(String text) throws IOException {
        return Files.writeString(folder.resolve("cliq.yaml"), text);
    }

    private List<String> problems(String text) {
        try {
            return problemsOf(write(text));
        } catch (IOException failed) {
            throw new AssertionError(failed);
        }
    }

    private static List<String> problemsOf(Path file) {
        return catchThrowableOfType(UnusableFileException.class, () -> SandboxFile.read(file)).problems().stream()
                .map(FileProblem::toString)
                .toList();
    }

    private static int post(Sandbox cliq, String path, String token) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(cliq.baseUrl() + "/api/v2/" + path))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("{\"text\": \"Hello\"}"));
        if (!token.isEmpty()) {
            request.header("Authorization", "Bearer " + token);
        }
        return send(request).statusCode();
    }

    private static String askForToken(Sandbox cliq, String form) throws Exception {
        return send(HttpRequest.newBuilder(URI.create(cliq.baseUrl() + "/oauth/v2/token"))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(form + "&client_id=zylker-client&client_secret=zylker-secret")))
                .body();
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        return HttpClient.newHttpClient().send(request.build(), BodyHandlers.ofString());
    }
}
