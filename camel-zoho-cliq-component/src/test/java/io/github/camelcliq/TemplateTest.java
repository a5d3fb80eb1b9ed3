package io.github.camelcliq;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelcliq.message.Violation;
import io.github.camelcliq.sandbox.ReceivedMessage;
import io.vertx.core.buffer.Buffer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.apache.camel.Exchange;
import org.apache.camel.StreamCache;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.component.file.GenericFile;
import org.apache.camel.converter.stream.InputStreamCache;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Events of other systems become messages by templates. */
class TemplateTest extends CliqTestSupport {

    private static final String ALERT = "cliq:channel/operations?template=classpath:cards/alert.jslt&overflow=fit";

    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    Path folder;

    static byte[] event(String system) {
        try (InputStream event = TemplateTest.class.getResourceAsStream("/events/" + system + ".json")) {
            return event.readAllBytes();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String byTemplate(String system) {
        return ALERT.replace("alert.jslt", system + ".jslt");
    }

    /** Binds a template, in which ' stands for ", and returns the URI that names it. */
    private String template(String text) {
        context().getRegistry().bind("template", text.replace('\'', '"'));
        // another producer for each template
        return "cliq:chat/" + CHAT + "?template=ref:template&maximumWait=" + (90_000 + text.hashCode() % 10_000);
    }

    private static void assertPosted(Exchange exchange) {
        assertThat(exchange.getException()).isNull();
    }

    @Test
    void anAlertOfAlertmanagerBecomesATableAndTwoButtons() {
        assertPosted(post(ALERT, event("alertmanager"), Map.of()));

        assertThat(posted()).isEqualTo(tree("""
                {"text": "*InstanceDown* is firing, severity critical. An instance is \\"down\\" & <b>nobody</b> answers",
                 "card": {"title": "InstanceDown (2)", "theme": "modern-inline"},
                 "slides": [{"type": "table", "data": {
                   "headers": ["Instance", "Since", "Summary"],
                   "rows": [
                     {"Instance": "web-1:9100", "Since": "3 Aug 2018, 09:52 CEST",
                      "Summary": "An instance is \\"down\\" & <b>nobody</b> answers"},
                     {"Instance": "node", "Since": "3 Aug 2018, 09:53 CEST",
                      "Summary": "An instance is \\"down\\" & <b>nobody</b> answers"}]}}],
                 "buttons": [
                   {"label": "Silence", "type": "-", "key": "InstanceDown", "action": {"type": "invoke.function",
                     "data": {"name": "silence", "owner": "ops@zylker.com"},
                     "confirm": {"title": "Silence this alert?", "input": "For how long?", "button_label": "Silence"}}},
                   {"label": "Runbook", "type": "+", "action": {"type": "open.url",
                     "data": {"web": "https://runbooks.zylker.com/InstanceDown?from=alert#steps"}}}]}"""));
    }

    @Test
    void anAlertWithHardlyAnythingIsPostedToo() {
        assertPosted(post(ALERT, Map.of("status", "resolved"), Map.of()));

        assertThat(posted().get("text").textValue()).isEqualTo("*Alerts* is resolved, severity unknown. ");
        assertThat(posted().at("/card/title").textValue()).isEqualTo("Alerts (0)");
        assertThat(posted().has("slides")).isFalse();
    }

    @Test
    void alertsThatHaveLittleInCommonAreARowEach() {
        ObjectNode event = (ObjectNode) tree(new String(event("alertmanager"), StandardCharsets.UTF_8));
        event.putObject("commonAnnotations");
        event.putObject("commonLabels");
        event.putObject("groupLabels");
        ((ObjectNode) event.at("/alerts/1")).putObject("annotations");
        ((ObjectNode) event.at("/alerts/1")).putObject("labels");

        assertPosted(post(ALERT, event, Map.of()));

        assertThat(posted().get("text").textValue()).isEqualTo("*Alerts* is firing, severity unknown. ");
        assertThat(posted().at("/slides/0/data/rows/1"))
                .isEqualTo(json("{'Instance':'-','Since':'3 Aug 2018, 09:53 CEST','Summary':'-'}"));
        assertThat(posted().get("buttons")).hasSize(1);
    }

    @Test
    void anAlertOfGrafanaBecomesALineForEachAlert() {
        assertPosted(post(byTemplate("grafana"), event("grafana"), Map.of()));

        assertThat(posted()).isEqualTo(tree("""
                {"text": "[FIRING:2]  (web)\\n- \\"/var\\" of db-1 is > 90 % full & grows, A = 91.25, C = 1, since 2 Mar 2026, 08:51 UTC\\n- DatasourceNoData, no value, since 2 Mar 2026, 08:56 UTC",
                 "card": {"title": "Grafana: firing", "theme": "modern-inline"},
                 "buttons": [{"label": "Dashboard", "type": "+", "action": {"type": "open.url",
                   "data": {"web": "https://grafana.zylker.com/d/disks?from=1772437863157&orgId=1&to=1772441463157"}}}]}"""));
    }

    @Test
    void anIssueOfGitHubKeepsItsHtmlAndQuotes() {
        assertPosted(post(byTemplate("github"), event("github"), Map.of("X-GitHub-Event", "issues")));

        assertThat(posted()).isEqualTo(tree("""
                {"text": "zoe-fisher has opened *The \\"Pay\\" button <b>does nothing</b> & says so* in zylker/web-shop on 2 Mar 2026, 08:15 UTC.\\nSteps:\\r\\n\\r\\n1. Add a thing to the cart\\r\\n2. Press \\"Pay\\"\\r\\n\\r\\n<script>alert(\\"x\\")</script>\\r\\n\\r\\n- [ ] fixed, isn't it?",
                 "card": {"title": "#42 The \\"Pay\\" button <b>does nothing</b> & …", "theme": "modern-inline"},
                 "slides": [{"type": "list", "title": "Labels", "data": ["bug"]}],
                 "hint": "Event issues",
                 "buttons": [
                   {"label": "Open", "type": "+", "action": {"type": "open.url",
                     "data": {"web": "https://github.com/zylker/web-shop/issues/42"}}},
                   {"label": "Similar", "type": "+", "action": {"type": "open.url", "data": {"web":
                     "https://github.com/zylker/web-shop/issues?q=The%20%22Pay%22%20button%20%3Cb%3Edoes%20nothing%3C%2Fb%3E%20%26%20%E2%80%A6"}}}]}"""));
    }

    @Test
    void anIssueWithoutBodyAndLabelsIsPostedToo() {
        ObjectNode event = (ObjectNode) tree(new String(event("github"), StandardCharsets.UTF_8));
        ((ObjectNode) event.get("issue")).putNull("body").putArray("labels");

        assertPosted(post(byTemplate("github"), event, Map.of()));

        assertThat(posted().get("text").textValue()).endsWith("\nNo description.");
        assertThat(posted().has("slides")).isFalse();
        assertThat(posted().get("hint").textValue()).isEqualTo("Event unknown");
    }

    @Test
    void aBuildOfJenkinsShowsTheEndOfItsLog() throws IOException {
        String log = JSON.readTree(event("jenkins")).at("/build/log").textValue();
        assertThat(log).hasSizeGreaterThan(10_000);

        assertPosted(post(byTemplate("jenkins"), event("jenkins"), Map.of()));

        assertThat(posted().get("text").textValue())
                .startsWith("*Web Shop #18* FAILURE on origin/main, 2 Mar 2026, 13:45 IST\n```\n")
                .endsWith(log.substring(log.length() - 2_000) + "\n```");
        assertThat(posted().at("/buttons/0/action/data/web").textValue())
                .isEqualTo("https://jenkins.zylker.com/job/web-shop/18/");
    }

    /** Jenkins leaves out what it does not know, and sends no log unless a job asks for it. */
    @Test
    void aBuildThatHasJustBegunIsPostedToo() {
        ObjectNode event = (ObjectNode) tree(new String(event("jenkins"), StandardCharsets.UTF_8));
        ObjectNode build = (ObjectNode) event.get("build");
        build.remove(List.of("full_url", "status", "parameters", "notes", "test_summary"));
        build.put("phase", "STARTED").put("log", "").putObject("artifacts");
        build.putObject("scm").putArray("changes");

        assertPosted(post(byTemplate("jenkins"), event, Map.of()));

        assertThat(posted())
                .isEqualTo(json("{'text':'*Web Shop #18* STARTED on no branch, 2 Mar 2026, 13:45 IST',"
                        + "'card':{'title':'Web Shop STARTED','theme':'modern-inline'}}"));
    }

    @Test
    void anAlertWithAStackTraceIsCutAndPosted() throws IOException {
        ObjectNode event = (ObjectNode) JSON.readTree(event("alertmanager"));
        JsonNode log = JSON.readTree(event("jenkins")).at("/build/log");
        ((ObjectNode) event.get("commonAnnotations")).set("summary", log);
        ((ObjectNode) event.at("/alerts/0/annotations")).set("summary", log);

        Exchange exchange = post(ALERT, event, Map.of());

        assertPosted(exchange);
        assertThat(posted().get("text").textValue())
                .hasSizeBetween(9_900, 10_000)
                .endsWith("…");
        assertThat(exchange.getMessage().getHeader(CliqConstants.REMARKS, List.class))
                .isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"}], \"buttons\": [{\"label\": \"Mine\"}], \"x\": [{\"",
                "\"",
                "\\",
                "\u0000",
                "\u2028",
                "\uD83D",
                "[Press]($x)",
                "${body}",
                "{{sys:user.home}}",
                "$headers",
                "<script>alert(1)</script>",
                "javascript:alert(1)",
                "https://runbooks.zylker.com/\n",
                "https://runbooks.zylker.com/\u2028",
                "{@all}",
                "null",
                "",
                " "
            })
    void whatAnEventSaysStaysText(String hostile) throws IOException {
        ObjectNode event = (ObjectNode) JSON.readTree(event("alertmanager"));
        ((ObjectNode) event.get("commonLabels")).put("alertname", hostile);
        ((ObjectNode) event.get("commonAnnotations")).put("summary", hostile).put("runbook_url", hostile);
        ((ObjectNode) event.at("/alerts/0/labels")).put("instance", hostile);
        ((ObjectNode) event.at("/alerts/0/annotations")).put("summary", hostile);

        assertPosted(post(ALERT, event, Map.of()));

        String shown = hostile.equals("\uD83D") ? "\uFFFD" : hostile;
        assertThat(posted().get("text").textValue())
                .isEqualTo("*" + shown + "* is firing, severity critical. " + shown);
        assertNoForeignButton(posted(), event);
    }

    /** Any body that has the JSON of an event, whatever its type. */
    @Test
    void bodiesOfAllKindsAreTheSameInput() throws Exception {
        String text = "{\"a\": \"x\"}";
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        Path file = Files.write(folder.resolve("event.json"), bytes);
        String uri = template("{'text': 'a is ' + .a}");
        Object generic = consumer()
                .receiveBody(
                        "file:" + folder + "?noop=true&fileName=event.json",
                        Duration.ofMinutes(1).toMillis());
        assertThat(generic).isInstanceOf(GenericFile.class);
        List<Object> bodies = List.of(
                text,
                "\uFEFF" + text,
                bytes,
                text.getBytes(StandardCharsets.UTF_16),
                new ByteArrayInputStream(bytes),
                new StringReader(text),
                new InputStreamCache(bytes),
                ByteBuffer.wrap(bytes),
                Buffer.buffer(bytes),
                file,
                file.toFile(),
                generic,
                Map.of("a", "x"),
                JSON.readTree(text),
                new Event("x"));
        for (Object body : bodies) {
            sandbox.reset();
            Exchange exchange = post(uri, body, Map.of());
            assertPosted(exchange);
            assertThat(posted()).as(body.getClass().getName()).isEqualTo(json("{'text':'a is x'}"));
            assertThat(exchange.getMessage().getBody()).isSameAs(body);
            if (body instanceof StreamCache) {
                assertThat(exchange.getMessage().getBody(String.class)).isEqualTo(text);
            }
        }
    }

    public record Event(String a) {}

    public record Order(Instant placed, LocalDate due, Duration age, ZoneId zone) {}

    @Test
    void timesInAnEventAreText() {
        String uri = template("{'text': readable-time(.placed) + ', ' + .due + ', ' + .age + ', ' + .zone}");
        Order order = new Order(Instant.EPOCH, LocalDate.EPOCH, Duration.ofSeconds(90), ZoneId.of("Asia/Kolkata"));

        assertPosted(post(uri, order, Map.of()));
        assertPosted(post(
                uri,
                Map.of("placed", order.placed(), "due", order.due(), "age", order.age(), "zone", order.zone()),
                Map.of()));

        assertThat(sandbox.messages())
                .extracting(message -> tree(message.json()).get("text").textValue())
                .hasSize(2)
                .containsOnly("1 Jan 1970, 00:00 UTC, 1970-01-01, PT1M30S, Asia/Kolkata");
    }

    @Test
    void aBodyThatIsEmptyIsNull() {
        String uri = template("{'text': if (.) 'some' else 'none'}");
        for (Object body : new Object[] {null, "", " \n", new byte[0], new ByteArrayInputStream(new byte[0])}) {
            sandbox.reset();
            assertPosted(post(uri, body, Map.of()));
            assertThat(posted()).isEqualTo(json("{'text':'none'}"));
        }
    }

    @Test
    void aTextIsAnInputWhereTheEndpointSaysSo() {
        String uri = template("{'text': 'It says: ' + .}") + "&bodyFormat=text";

        assertPosted(post(uri, "{\"a\": 1", Map.of()));
        assertPosted(post(uri, "Grüße".getBytes(StandardCharsets.UTF_8), Map.of()));

        assertThat(sandbox.messages())
                .extracting(message -> tree(message.json()))
                .containsExactly(json("{'text':'It says: {\\'a\\': 1'}"), json("{'text':'It says: Grüße'}"));
    }

    @Test
    void aTemplateKnowsPlainHeadersVariablesAndProperties() {
        String uri = template("{'text': to-json({'h': $headers, 'v': $variables, 'p': $exchangeProperties.p})}");
        Map<String, Object> endless = new HashMap<>();
        endless.put("self", endless);

        Exchange exchange = template().send(uri, sent -> {
            sent.getMessage()
                    .setHeaders(new HashMap<>(Map.of(
                            "text",
                            "a \"b\"",
                            "number",
                            5,
                            "flag",
                            true,
                            "type",
                            Path.of("x").getClass(),
                            "object",
                            new Event("secret"),
                            "stream",
                            new ByteArrayInputStream(new byte[1]),
                            "list",
                            List.of("a", 1, new Object()))));
            sent.setVariable("node", json("{'a':1}"));
            sent.setVariable("endless", endless);
            sent.setProperty("p", UUID.fromString("00000000-0000-0000-0000-000000000001"));
        });

        assertPosted(exchange);
        JsonNode seen = tree(posted().get("text").textValue());
        assertThat(seen.get("h")).isEqualTo(json("{'text':'a \\\"b\\\"','number':5,'flag':true,'list':['a',1,null]}"));
        assertThat(seen.at("/v/node")).isEqualTo(json("{'a':1}"));
        assertThat(seen.get("p").textValue()).endsWith("1");
    }

    @Test
    void aPropertyThatContainsItselfIsLeftOutThere() {
        Map<String, Object> order = new HashMap<>(Map.of("id", 4711));
        List<Map<String, Object>> lines = new ArrayList<>();
        for (int line = 0; line < 30; line++) {
            lines.add(new HashMap<>(Map.of("order", order)));
        }
        order.put("lines", lines);
        context().getRegistry().bind("order", "{\"text\": \"\" + $exchangeProperties.order.id}");

        assertPosted(template().send("cliq:chat/" + CHAT + "?template=ref:order", sent -> {
            sent.setProperty("order", order);
            sent.getMessage().setBody("{}");
        }));

        assertThat(posted()).isEqualTo(json("{'text':'4711'}"));
    }

    @Test
    void headersOverrideAndTheBodyStaysAsItWas() {
        JsonNode body = json("{'message':{'text':'of the event','card':{'title':'t'},'hint':'h'}}");
        JsonNode before = body.deepCopy();

        Exchange exchange = post(
                template(".message"),
                body,
                Map.of(CliqConstants.CARD_TITLE, "mine", CliqConstants.TEXT, "of the header"));

        assertPosted(exchange);
        assertThat(posted()).isEqualTo(json("{'text':'of the header','card':{'title':'mine'},'hint':'h'}"));
        assertThat(exchange.getMessage().getBody()).isSameAs(body).isEqualTo(before);
    }

    @Test
    void whatATemplateMakesIsCheckedAsAnyMessage() {
        Exchange exchange = post(template("{'text': .a, 'buttons': [{'label': .b}]}"), json("{'b':'x'}"), Map.of());

        assertThat(violations(exchange)).extracting(Violation::pointer).contains("/text", "/buttons/0/action");
    }

    @Test
    void aTemplateThatMakesNoObjectSaysSoAndShowsNothing() {
        Exchange exchange = post(template(".a"), json("{'a':'secret'}"), Map.of());

        assertThat(violations(exchange))
                .extracting(Violation::toString)
                .containsExactly(
                        "the message: an object, which the template ref:template must make, was a value of the type"
                                + " string");
    }

    @Test
    void aFailureNamesTemplateLineAndReason() throws IOException {
        context().getComponent("cliq", CliqComponent.class).setTemplateFolder(folder.toString());
        Files.writeString(
                folder.resolve("bad.jslt"), "// a comment\n{\n  \"text\": \"a\",\n  \"slides\": [for (.a) .b]\n}");

        Exchange exchange = post("cliq:chat/" + CHAT + "?template=file:bad.jslt", json("{'a':5}"), Map.of());

        assertThat(violations(exchange)).isNotEmpty();
        assertThat(exchange.getException())
                .hasMessageContaining("Message to chat/" + CHAT + " breaks")
                .hasMessageContaining(
                        "a body of which the template file:bad.jslt can make a message (line 4, column 13:"
                                + " \"slides\": [for (.a) .b]), was an error: For loop can't iterate over 5");
    }

    @Test
    void aRequiredValueThatIsAbsentStopsTheMessage() {
        Exchange exchange = post(ALERT, Map.of("alerts", List.of()), Map.of());

        assertThat(violations(exchange)).isNotEmpty();
        assertThat(exchange.getException())
                .hasMessageContaining(
                        "a body of which the template classpath:cards/alert.jslt can make a message, was an error:"
                                + " required: status is absent");
    }

    @Test
    void aBodyThatIsNoJsonSaysWhere() {
        Exchange exchange = post(ALERT, "{\n\"a\": secret}", Map.of());

        assertThat(violations(exchange)).isNotEmpty();
        assertThat(exchange.getException())
                .hasMessageContaining("valid JSON (line 2, column ")
                .hasMessageContaining("which the template classpath:cards/alert.jslt can read")
                .hasMessageNotContaining("secret");
    }

    @Test
    void recursionEndsOneExchange() {
        String uri = template("def f(x) if ($x.deep) f($x) else 'a'\n{'text': f(.)}");

        Exchange exchange = post(uri, Map.of("deep", true), Map.of());
        assertThat(violations(exchange)).isNotEmpty();
        assertThat(exchange.getException())
                .hasMessageContaining("was an error: a function that calls itself without end");

        assertPosted(post(uri, Map.of("shallow", true), Map.of()));
    }

    /** The regular expressions of Java need a stack for each character of some patterns. */
    @Test
    void aTextThatIsTooLongForAPatternEndsOneExchange() {
        String uri = template("{'text': '' + test(.a, '(x|y)*')}");

        Exchange exchange = post(uri, Map.of("a", "x".repeat(1_000_000)), Map.of());
        assertThat(violations(exchange)).isNotEmpty();
        assertThat(exchange.getException()).hasMessageContaining("or an event too deep or too long for it");

        assertPosted(post(uri, Map.of("a", "x"), Map.of()));
    }

    @Test
    void anErrorIsShortAndOnOneLine() {
        Exchange exchange = post(
                template("{'text': error(.a)}"),
                Map.of("a", "a\n\u001B[31m\u202Eb\u2028c" + "x".repeat(5_000)),
                Map.of());

        assertThat(violations(exchange)).isNotEmpty();
        assertThat(exchange.getException().getMessage())
                .hasSizeLessThan(700)
                .contains("was an error: error: a [31m b cxxx")
                .endsWith("xxx…");
    }

    @Test
    void theComponentMaySetTheTemplateOfAllEndpoints() {
        context()
                .getComponent("cliq", CliqComponent.class)
                .getConfiguration()
                .setTemplate("classpath:cards/alert.jslt");

        assertPosted(post("cliq:channel/operations", event("alertmanager"), Map.of()));

        assertThat(posted().get("buttons")).hasSize(2);
    }

    /** Behind an outbox, the body is a finished message. */
    @Test
    void anEndpointMayHaveNoTemplateAlthoughTheComponentHasOne() {
        context()
                .getComponent("cliq", CliqComponent.class)
                .getConfiguration()
                .setTemplate("classpath:cards/alert.jslt");

        assertPosted(post("cliq:channel/operations?template=", "{\"text\": \"finished\"}", Map.of()));

        assertThat(posted()).isEqualTo(json("{'text':'finished'}"));
    }

    @Test
    void oneEndpointPostsEventsToManyChats() throws Exception {
        context().addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:events").toD("cliq:channel/${header.channel}?template=classpath:cards/alert.jslt");
            }
        });
        for (String channel : List.of("operations", "x?template=ref:y")) {
            assertPosted(post("direct:events", event("alertmanager"), Map.of("channel", channel)));
        }

        assertThat(sandbox.messages())
                .extracting(ReceivedMessage::target)
                .containsExactly("operations", "x?template=ref:y");
    }

    private static final boolean LONG = Boolean.getBoolean("long");
    private static final int EVENTS = LONG ? 10_000 : 300;

    @Test
    void randomAlertsAreAllPostedAndNoneBringsAButton() {
        long seed = Long.getLong("template.seed", new Random().nextLong());
        RandomAlerts alerts = new RandomAlerts(new Random(seed));
        int posted = 0;
        int fitted = 0;
        for (int i = 0; i < EVENTS; i++) {
            ObjectNode event = alerts.next();
            Exchange exchange = post(ALERT, event, Map.of());
            assertThat(exchange.getException())
                    .as("-Dtemplate.seed=%d, event %d: %s", seed, i, event)
                    .isNull();
            fitted += exchange.getMessage().getHeader(CliqConstants.REMARKS) == null ? 0 : 1;
            List<ReceivedMessage> messages = sandbox.messages();
            assertThat(messages).hasSize(1);
            assertNoForeignButton(tree(messages.get(0).json()), event);
            posted++;
            sandbox.reset();
        }
        System.out.printf("%,d random alerts posted, %,d of them cut or doubtful%n", posted, fitted);
        assertThat(posted).isEqualTo(EVENTS);
        assertThat(fitted).isBetween(EVENTS / 20, EVENTS);
    }

    /** The template's own two buttons, of which the second has no more of the event than a link. */
    private static void assertNoForeignButton(JsonNode posted, JsonNode event) {
        List<String> fields = new ArrayList<>();
        posted.fieldNames().forEachRemaining(fields::add);
        assertThat(fields).isSubsetOf("text", "card", "slides", "buttons");
        Set<JsonNode> buttons = new HashSet<>();
        posted.path("buttons").forEach(button -> buttons.add(((ObjectNode) button.deepCopy()).without("key")));
        ObjectNode runbook =
                (ObjectNode) json("{'label':'Runbook','type':'+','action':{'type':'open.url','data':{'web':''}}}");
        ((ObjectNode) runbook.at("/action/data")).set("web", event.at("/commonAnnotations/runbook_url"));
        assertThat(buttons)
                .isSubsetOf(
                        json(
                                "{'label':'Silence','type':'-','action':{'type':'invoke.function','data':{'name':'silence',"
                                        + "'owner':'ops@zylker.com'},'confirm':{'title':'Silence this alert?','input':'For how"
                                        + " long?','button_label':'Silence'}}}"),
                        runbook);
        assertThat(runbook.at("/action/data/web").asText().startsWith("http") || buttons.size() < 2)
                .isTrue();
        assertThat(posted.findValues("buttons")).hasSizeLessThanOrEqualTo(1);
        assertThat(posted.path("card").size()).isLessThanOrEqualTo(2);
        posted.path("slides").forEach(slide -> assertThat(slide.size()).isEqualTo(2));
    }
}
