package io.github.camelcliq.sandbox;

import static io.github.camelcliq.sandbox.Caller.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.camelcliq.sandbox.click.Click;
import io.github.camelcliq.sandbox.click.ClickOutcome;
import io.github.camelcliq.sandbox.click.ClickStatus;
import io.github.camelcliq.sandbox.organisation.CliqFunction;
import io.github.camelcliq.sandbox.organisation.Organisation;
import io.github.camelcliq.sandbox.organisation.Permission;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a function is told about a click, and of which clicks it is told nothing. */
class ClickDeliveryTest {

    /** The button request of Zoho's own sample, all its fields. */
    private static final String SAMPLE = """
            { "name": "approve_q4_budget", "handler": {"type": "button_handler"}, "type": "function", "timestamp": 1569520690703,
              "response_url": "https://cliq.zoho.com/v2/extensions/2980/responses/17202823900615741410013820",
              "params": {
                "environment": {"tld": ".com", "data_center": "US", "base_url": "https://cliq.zoho.com/company/123456456"},
                "access": {"user_id": "130720038", "zoho_user_id": "130720038", "organization": {"type": "company", "id": "123456456"}, "user_agent": "…", "chat_id": "CT_2243226337559778047_661211447-B2"},
                "user": {"id": "123456", "email": "scott.fisher@zylker.com", "first_name": "Scott", "last_name": "Fisher", "admin": true, "language": "en", "timezone": "Asia/Calcutta", "country": "us", "organization_id": "123456456", "zoho_user_id": "130720038"},
                "message": {"is_read": false, "sender": {"id": "123456", "first_name": "Scott", "last_name": "Fisher", "email": "scott.fisher@zylker.com", "country": "us", "language": "en", "timezone": "Asia/Calcutta"}, "time": "1493707283711", "text": "Here is your button", "type": "text"},
                "chat": {"id": "CD_1256246524399772951_1741337", "type": "channel", "owner": "123456", "members": [{"id": "123456", "first_name": "", "last_name": "", "email": "", "status": "0"}], "recent_messages": []},
                "target": {"name": "button_name", "hint": "button_hint"},
                "event": "click", "arguments": {} } }
            """;

    private ClickSetting setting;
    private Sandbox sandbox;

    @BeforeEach
    void start() {
        setting = new ClickSetting();
        sandbox = setting.sandbox;
    }

    @AfterEach
    void stop() {
        setting.close();
    }

    @Test
    void allFieldsOfTheOfficialSampleArrive() throws Exception {
        String id = setting.post(ClickSetting.PLAIN);

        ClickOutcome outcome = sandbox.click(Click.on(id, "k"));

        assertThat(outcome.status()).isEqualTo(ClickStatus.NOTHING);
        JsonNode told = setting.function.only().json();
        JsonNode sample = new ObjectMapper().readTree(SAMPLE);
        List<String> pointers = pointers("", sample);
        assertThat(pointers).hasSizeGreaterThan(50);
        for (String pointer : pointers) {
            assertThat(told.at(pointer).getNodeType())
                    .as(pointer)
                    .isEqualTo(sample.at(pointer).getNodeType());
        }
    }

    @Test
    void theFieldsSayWhatHappened() {
        String id = setting.post(ClickSetting.PLAIN);

        ClickOutcome outcome = sandbox.click(Click.on(id, "k").by("amelia.burrows@zylker.com"));

        FunctionServer.Arrived arrived = setting.function.only();
        assertThat(arrived.method()).isEqualTo("POST");
        assertThat(arrived.path()).isEqualTo("/approve?key=function-secret");
        assertThat(arrived.contentType()).isEqualTo("application/json");
        JsonNode told = arrived.json();
        assertThat(told.path("name").textValue()).isEqualTo("approve");
        assertThat(told.path("timestamp").longValue()).isEqualTo(outcome.time().toEpochMilli());
        assertThat(told.path("response_url").textValue()).startsWith(sandbox.baseUrl() + "/api/v2/extensions/");
        assertThat(told.at("/params/access/user_id").textValue()).isEqualTo("55622671");
        assertThat(told.at("/params/access/chat_id")).isEqualTo(told.at("/params/chat/id"));
        assertThat(told.at("/params/user/email").textValue()).isEqualTo("amelia.burrows@zylker.com");
        assertThat(told.at("/params/user/admin").booleanValue()).isFalse();
        assertThat(told.at("/params/message/id").textValue()).isEqualTo(id);
        assertThat(told.at("/params/message/text").textValue()).isEqualTo("Approve?");
        assertThat(told.at("/params/message/sender/email").textValue()).isEqualTo("scott.fisher@zylker.com");
        assertThat(told.at("/params/chat/type").textValue()).isEqualTo("channel");
        assertThat(told.at("/params/chat/members").findValuesAsText("id")).containsExactly("123456", "55622671");
        assertThat(told.at("/params/target").toString()).isEqualTo(json("{'name':'Approve','hint':'Now','key':'k'}"));
        assertThat(told.at("/params/arguments").toString()).isEqualTo(json("{'key':'k'}"));
        assertThat(outcome.user()).isEqualTo("55622671");
        assertThat(outcome.action()).isEqualTo("invoke.function");
    }

    @Test
    void aFunctionMayMoveWhileTheSandboxRuns() {
        String id = setting.post(ClickSetting.PLAIN);
        try (FunctionServer elsewhere = new FunctionServer()) {
            sandbox.function(CliqFunction.of("approve", elsewhere.url("/moved")));

            sandbox.click(Click.on(id, "k"));

            assertThat(elsewhere.only().path()).isEqualTo("/moved");
            assertThat(setting.function.arrived()).isEmpty();
        }
    }

    @Test
    void theSignatureVerifiesWithThePublicKeyOverTheBytesThatArrived() throws Exception {
        try (Sandbox made = Sandbox.builder().organisation(setting.organisation).start()) {
            new Caller(made).post(ClickSetting.CHANNEL, ClickSetting.PLAIN);
            made.click(Click.on(made.messages().get(0).id(), "k"));

            FunctionServer.Arrived arrived = setting.function.only();
            byte[] signature = Base64.getDecoder().decode(arrived.signature());
            assertThat(Base64.getEncoder().encodeToString(signature)).isEqualTo(arrived.signature());
            assertThat(made.publicKey()).startsWith("MIIBIjANBgkq").doesNotContain("\n", "-");
            assertThat(verifies(made.publicKey(), arrived.body(), signature)).isTrue();
            byte[] tampered = arrived.body().clone();
            tampered[10] ^= 1;
            assertThat(verifies(made.publicKey(), tampered, signature)).isFalse();
        }
    }

    @Test
    void thePublicKeyIsShownOverHttp() {
        HttpResponse<String> answer = setting.caller.get("/sandbox/public-key");

        assertThat(answer.headers().firstValue("Content-Type")).hasValue("text/plain;charset=UTF-8");
        assertThat(answer.body()).isEqualTo(sandbox.publicKey());
    }

    @Test
    void clicksMayBeSignedWithKeysOfOnesOwn() {
        KeyPair keys = ClickSetting.keys();
        String expected = Base64.getEncoder().encodeToString(keys.getPublic().getEncoded());
        String pem = "-----BEGIN PRIVATE KEY-----\n"
                + Base64.getMimeEncoder().encodeToString(keys.getPrivate().getEncoded())
                + "\n-----END PRIVATE KEY-----\n";

        try (Sandbox given = Sandbox.builder().clickKeys(keys).start();
                Sandbox read = Sandbox.builder().clickKey(pem).start()) {
            assertThat(given.publicKey()).isEqualTo(expected);
            assertThat(read.publicKey()).isEqualTo(expected);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "secret", "bm90IGEga2V5"})
    void whatIsNoKeyIsRefusedWithoutShowingIt(String key) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Sandbox.builder().clickKey(key))
                .withMessage("the key is not an RSA private key in PKCS#8")
                .withNoCause();
    }

    @ParameterizedTest
    @MethodSource("permissions")
    void aFunctionIsToldWhatItsPermissionsAllow(Set<Permission> permissions, List<String> told) {
        Organisation organisation = Organisation.builder()
                .function(new CliqFunction("approve", URI.create(setting.function.url("/")), permissions))
                .build();
        try (Sandbox other = ClickSetting.with(organisation).start()) {
            new Caller(other).post(ClickSetting.CHANNEL, ClickSetting.PLAIN);

            other.click(Click.on(other.messages().get(0).id(), "k"));

            List<String> always = new ArrayList<>(List.of("environment", "access", "target", "event", "arguments"));
            always.addAll(told);
            assertThat(setting.function.only().json().path("params").fieldNames())
                    .toIterable()
                    .containsExactlyInAnyOrderElementsOf(always);
        }
    }

    static Stream<Arguments> permissions() {
        return Stream.of(
                arguments(EnumSet.noneOf(Permission.class), List.of()),
                arguments(EnumSet.of(Permission.USER), List.of("user")),
                arguments(EnumSet.of(Permission.CHAT), List.of("chat")),
                arguments(EnumSet.of(Permission.MESSAGE), List.of("message")),
                arguments(EnumSet.allOf(Permission.class), List.of("user", "chat", "message")));
    }

    static Stream<Arguments> buttons() {
        String call = "'action': {'type': 'invoke.function', 'data': {'name': 'approve', 'owner': 'a@x.com'}}";
        String top = "{'text': 'x', 'buttons': [{'label': 'A', " + call + "}, {'label': 'B', 'key': 'b', " + call
                + "}, {'label': 'C', 'key': '0', " + call + "}]}";
        String card = "{'text': 'x', 'card': {'title': 'T', 'buttons': [{'label': 'A', " + call + "}]}}";
        String slide = "{'text': 'x', 'slides': [{'type': 'text', 'data': 'x', 'buttons': [{'label': 'A', 'key': 's', "
                + call + "}]}]}";
        String instant = "{'text': '[Go]($go)', 'references': {'go': {'type': 'button', 'object': {'label': 'Go', "
                + "'action': {'type': 'invoke.function', 'data': {'name': 'approve'}}, 'arguments': {'n': 1}}}}}";
        return Stream.of(
                arguments(top, "b", "{'name':'B','hint':'','key':'b'}", "{'key':'b'}"),
                arguments(top, "1", "{'name':'B','hint':'','key':'b'}", "{'key':'b'}"),
                arguments(top, "0", "{'name':'C','hint':'','key':'0'}", "{'key':'0'}"),
                arguments(card, "0", "{'name':'A','hint':''}", "{}"),
                arguments(slide, "s", "{'name':'A','hint':'','key':'s'}", "{'key':'s'}"),
                arguments(slide, "0", "{'name':'A','hint':'','key':'s'}", "{'key':'s'}"),
                arguments(instant, "go", "{'name':'Go','hint':'','key':'go'}", "{'n':1,'key':'go'}"));
    }

    @ParameterizedTest
    @MethodSource("buttons")
    void aButtonIsFoundByKeyByReferenceAndByIndex(String message, String button, String target, String arguments) {
        sandbox.click(Click.on(setting.post(json(message)), button));

        JsonNode params = setting.function.only().json().path("params");
        assertThat(params.path("target").toString()).isEqualTo(json(target));
        assertThat(params.path("arguments").toString()).isEqualTo(json(arguments));
    }

    @Test
    void whatIsTypedIntoTheConfirmationStandsInTheTarget() {
        String id = setting.post(asking("'Why?'"));

        sandbox.click(Click.on(id, "k").typing("Within the plan."));
        sandbox.click(Click.on(id, "k"));

        assertThat(setting.function.arrived())
                .extracting(arrived -> arrived.json().at("/params/target/input").asText("none"))
                .containsExactly("Within the plan.", "none");
        assertThat(setting.function.arrived())
                .noneMatch(arrived -> arrived.json().at("/params/arguments").has("input"));
    }

    @Test
    void aTokenThatAPromptAsksForStandsInTheArguments() {
        String id = setting.post(asking("{'type': 'user_webhook_token'}"));

        sandbox.click(Click.on(id, "k").typing("1001.token"));

        JsonNode params = setting.function.only().json().path("params");
        assertThat(params.at("/arguments/input/token").textValue()).isEqualTo("1001.token");
        assertThat(params.path("target").has("input")).isFalse();
    }

    @Test
    void aTokenThatIsGivenAsOneStandsInTheArguments() {
        String id = setting.post(asking("'Your token?'"));

        sandbox.click(Click.on(id, "k").withToken("1001.token"));

        assertThat(setting.function
                        .only()
                        .json()
                        .at("/params/arguments/input/token")
                        .textValue())
                .isEqualTo("1001.token");
    }

    @Test
    void aBotIsToldAsTheSender() {
        setting.caller.post("/api/v2/bots/deploybot/message", ClickSetting.PLAIN);

        sandbox.click(Click.on(setting.newest().id(), "k"));

        JsonNode params = setting.function.only().json().path("params");
        assertThat(params.at("/message/sender/first_name").textValue()).isEqualTo("deploybot");
        assertThat(params.at("/chat/type").textValue()).isEqualTo("bot");
    }

    @Test
    void theOutcomeShowsTheRequestAndNoSecret() {
        ClickOutcome outcome = sandbox.click(Click.on(setting.post(ClickSetting.PLAIN), "k"));

        FunctionServer.Arrived arrived = setting.function.only();
        assertThat(outcome.request()).hasValueSatisfying(request -> {
            assertThat(request.url()).isEqualTo(setting.function.url("/approve?***"));
            assertThat(request.headers())
                    .isEqualTo(Map.of("Content-Type", "application/json", "X-Cliq-Signature", arrived.signature()));
            assertThat(request.body()).isEqualTo(new String(arrived.body(), StandardCharsets.UTF_8));
        });
        assertThat(outcome.answer())
                .hasValueSatisfying(answer -> assertThat(answer.status()).isEqualTo(200));
        assertThat(setting.newest().state().clicks()).containsExactly(outcome);
        assertThat(setting.caller.get("/sandbox/messages").body()).doesNotContain("function-secret");
        assertThat(outcome.toString()).doesNotContain("function-secret");
    }

    @ParameterizedTest
    @CsvSource({
        "other,   a@x.com, The organisation has no function other of a@x.com.",
        "owned,   a@x.com, The organisation has no function owned of a@x.com.",
        "nowhere, a@x.com, The function could not be reached: Connection refused"
    })
    void aFunctionThatCannotBeToldIsAFailure(String function, String owner, String error) {
        Organisation organisation = Organisation.builder()
                .function(new CliqFunction(
                        "owned", "b@x.com", URI.create(setting.function.url("/")), Set.of(Permission.USER)))
                .function("nowhere", "http://127.0.0.1:1/")
                .build();
        try (Sandbox other = ClickSetting.with(organisation).start()) {
            new Caller(other)
                    .post(ClickSetting.CHANNEL, ClickSetting.PLAIN.replace("\"approve\"", json("'" + function + "'")));

            ClickOutcome outcome = other.click(Click.on(other.messages().get(0).id(), "k"));

            assertThat(outcome.status()).isEqualTo(ClickStatus.FAILED);
            assertThat(outcome.error()).startsWith(error);
            assertThat(setting.function.arrived()).isEmpty();
        }
    }

    /** Over HTTP, where not all that is asked for is a click. */
    @Nested
    class OverHttp {

        private static final String MANDATORY = asking("'Why?', 'mandatory': 'true'");

        @Test
        void aClickIsGivenAndShownOverHttp() {
            setting.function.answers("{'output': {'type': 'banner', 'status': 'success', 'text': 'Saved'}}");
            String id = setting.post(MANDATORY);

            HttpResponse<String> answer = click(
                    "{'message': '" + id + "', 'button': 'k', 'user': '55622671', 'input': 'Fits.', 'token': false}");

            assertThat(answer.statusCode()).isEqualTo(200);
            JsonNode outcome = Caller.tree(answer);
            assertThat(outcome.path("id").textValue()).isEqualTo("click-1");
            assertThat(outcome.path("message").textValue()).isEqualTo(id);
            assertThat(outcome.path("button").textValue()).isEqualTo("k");
            assertThat(outcome.path("user").textValue()).isEqualTo("55622671");
            assertThat(outcome.path("action").textValue()).isEqualTo("invoke.function");
            assertThat(outcome.path("status").textValue()).isEqualTo("shown");
            assertThat(outcome.at("/request/url").textValue()).isEqualTo(setting.function.url("/approve?***"));
            assertThat(outcome.at("/request/headers/X-Cliq-Signature").textValue())
                    .isEqualTo(setting.function.only().signature());
            assertThat(outcome.at("/request/body").textValue()).contains("Fits.");
            assertThat(outcome.at("/answer/status").intValue()).isEqualTo(200);
            assertThat(outcome.at("/shown/kind").textValue()).isEqualTo("banner");
            assertThat(outcome.at("/shown/text").textValue()).isEqualTo("Saved");
            assertThat(outcome.at("/shown/json/status").textValue()).isEqualTo("success");
            assertThat(outcome.has("error")).isFalse();
            assertThat(Caller.tree(setting.caller.get("/sandbox/messages")).at("/0/clicks/0"))
                    .isEqualTo(outcome);
        }

        @ParameterizedTest
        @ValueSource(strings = {"", ", 'input': ''", ", 'input': '  '", ", 'input': null"})
        void aMandatoryInputLeftEmptyDeliversNothing(String input) {
            String id = setting.post(MANDATORY);

            HttpResponse<String> answer = click("{'message': '" + id + "', 'button': 'k'" + input + "}");

            assertThat(answer.statusCode()).isEqualTo(400);
            assertThat(Caller.tree(answer).at("/outcome/status").textValue()).isEqualTo("refused");
            assertThat(Caller.tree(answer).at("/outcome/error").textValue())
                    .isEqualTo("The confirmation requires a text.");
            assertThat(Caller.tree(answer).path("message").textValue()).isEqualTo("The confirmation requires a text.");
            assertThat(setting.function.arrived()).isEmpty();
            assertThat(sandbox.message(id).orElseThrow().state().clicks())
                    .extracting(ClickOutcome::status)
                    .containsExactly(ClickStatus.REFUSED);
        }

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                value = {
                    "404 | {'message': 'other', 'button': 'k'}                    | There is no message with this id.",
                    "404 | {'message': 'ID', 'button': 'x'}                       | The message has no such button.",
                    "404 | {'message': 'ID', 'button': '1'}                       | The message has no such button.",
                    "404 | {'message': 'ID', 'button': '-1'}                      | The message has no such button.",
                    "404 | {'message': 'ID', 'button': '99999999999999'}          | The message has no such button.",
                    "404 | {'message': 'ID', 'button': ''}                        | The message has no such button.",
                    "400 | {'message': 'ID', 'button': 'k', 'user': 'nobody'}     | There is no such user",
                    "400 | {'message': 'ID', 'button': 'k', 'input': 'x'}         | The button asks for no confirmation",
                    "400 | {'message': 'ID', 'button': 0}                         | button must be a string.",
                    "400 | {'message': 'ID'}                                      | button must be a string.",
                    "400 | {'button': 'k'}                                        | message must be a string.",
                    "400 | {'message': 'ID', 'button': 'k', 'token': 'x'}         | token must be true or false.",
                    "400 | {'message': 'ID', 'button': 'k', 'more': 1}            | The body has an unknown key",
                    "400 | nonsense                                               | The body is not JSON"
                })
        void whatCannotBeClickedIsSaid(int status, String body, String says) {
            String id = setting.post(ClickSetting.PLAIN);

            HttpResponse<String> answer = click(body.replace("ID", id));

            assertThat(answer.statusCode()).isEqualTo(status);
            assertThat(Caller.tree(answer).path("message").textValue()).startsWith(says);
            assertThat(setting.function.arrived()).isEmpty();
            assertThat(sandbox.message(id).orElseThrow().state().clicks()).isEmpty();
        }

        @Test
        void fromJavaWhatCannotBeClickedIsAnIllegalArgument() {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> sandbox.click(Click.on("other", "k")))
                    .withMessage("There is no message with this id.");
        }

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                value = {
                    "open.url    | open    | https://x.com/a | {'web': 'https://x.com/a', 'iOS': 'tel:1'}",
                    "open.url    | open    | tel:1           | {'android': 'tel:1'}",
                    "preview.url | preview | https://x.com/p | {'url': 'https://x.com/p'}",
                    "preview.url | preview | https://x.com/p | {'web': 'https://x.com/p'}",
                    "copy        | copy    | Copied!         | {'text': 'Copied!'}",
                    "system.api  | call    | audiocall/123   | {'api': 'audiocall/123'}"
                })
        void otherActionsAreSaidAndNotDone(String action, String kind, String text, String data) {
            String id = setting.post(json(Sample.buttonThat(Sample.action(action, data))));

            JsonNode outcome = Caller.tree(click("{'message': '" + id + "', 'button': '0'}"));

            assertThat(outcome.path("action").textValue()).isEqualTo(action);
            assertThat(outcome.path("status").textValue()).isEqualTo("shown");
            assertThat(outcome.at("/shown/kind").textValue()).isEqualTo(kind);
            assertThat(outcome.at("/shown/text").textValue()).isEqualTo(text);
            assertThat(outcome.at("/shown/json").toString())
                    .isEqualTo(json(data).replace(": ", ":").replace(", ", ","));
            assertThat(outcome.has("request")).isFalse();
            assertThat(setting.function.arrived()).isEmpty();
        }

        @Test
        void pagesFromElsewhereCannotClick() {
            String id = setting.post(ClickSetting.PLAIN);

            HttpResponse<String> answer = setting.caller.send(setting.caller
                    .to("/sandbox/click")
                    .header("Origin", "http://evil.example")
                    .POST(BodyPublishers.ofString(json("{'message': '" + id + "', 'button': 'k'}"))));

            assertThat(answer.statusCode()).isEqualTo(403);
            assertThat(setting.function.arrived()).isEmpty();
        }

        @Test
        void anAnswerTakesSomeTime() {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> Sandbox.builder().clickTimeout(Duration.ZERO));
        }

        @Test
        void andNotForEver() {
            Duration age = Duration.ofSeconds(Long.MAX_VALUE);

            assertThatIllegalArgumentException()
                    .isThrownBy(() -> Sandbox.builder().clickTimeout(age))
                    .withMessage("an answer takes at most 3650 days, not " + age);
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> Sandbox.builder().bodyTimeout(age));
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> Sandbox.builder().idleTimeout(age));
        }

        private HttpResponse<String> click(String body) {
            return setting.caller.post("/sandbox/click", json(body));
        }
    }

    private static String asking(String input) {
        return ClickSetting.PLAIN.replace(
                "\"a@x.com\"}",
                json("'a@x.com'}, 'confirm': {'title': 'Sure?', 'input': " + input + ", 'button_label': 'Yes'}"));
    }

    private static boolean verifies(String publicKey, byte[] body, byte[] signature) throws Exception {
        PublicKey key = KeyFactory.getInstance("RSA")
                .generatePublic(new X509EncodedKeySpec(Base64.getDecoder().decode(publicKey)));
        Signature verifier = Signature.getInstance("SHA256withRSA");
        verifier.initVerify(key);
        verifier.update(body);
        return verifier.verify(signature);
    }

    /** The pointer of everything in a tree. */
    private static List<String> pointers(String at, JsonNode node) {
        List<String> pointers = new ArrayList<>();
        node.properties().forEach(member -> pointers.addAll(pointers(at + "/" + member.getKey(), member.getValue())));
        for (int index = 0; node.isArray() && index < node.size(); index++) {
            pointers.addAll(pointers(at + "/" + index, node.get(index)));
        }
        pointers.add(at);
        return pointers;
    }
}
