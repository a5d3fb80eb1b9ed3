package io.github.camelcliq;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelcliq.internal.post.Remarks;
import io.github.camelcliq.message.RuleLevel;
import io.github.camelcliq.message.TargetKind;
import io.github.camelcliq.message.Violation;
import io.github.camelcliq.message.json.MessageJson;
import io.github.camelcliq.message.json.MessageReader;
import io.github.camelcliq.message.rules.MessageRules;
import io.github.camelcliq.sandbox.JournalEntry;
import io.github.camelcliq.sandbox.Sandbox;
import io.github.camelcliq.sandbox.judging.Complaint;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.camel.Exchange;
import org.apache.logging.log4j.Level;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What each level refuses where Zoho's pages disagree or say nothing, posted to a local Cliq of the same level. */
class RuleLevelsTest extends CliqTestSupport {

    private static final String COPY = "'type':'+','action':{'type':'copy','data':{'text':'x'}}";
    private static final String BUTTON = "{'label':'a'," + COPY + "}";
    private static final String CARD = "'card':{'theme':'modern-inline','title':'t'}";
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final Map<RuleLevel, Sandbox> SANDBOXES = new EnumMap<>(RuleLevel.class);

    private final Map<RuleLevel, String> accounts = new EnumMap<>(RuleLevel.class);

    @BeforeAll
    static void startSandboxes() {
        for (RuleLevel level : RuleLevel.values()) {
            SANDBOXES.put(
                    level,
                    Sandbox.builder()
                            .rules(io.github.camelcliq.sandbox.judging.RuleLevel.valueOf(level.name()))
                            .start());
        }
    }

    @AfterAll
    static void stopSandboxes() {
        SANDBOXES.values().forEach(Sandbox::close);
    }

    /** Refused at every level. */
    static Stream<Arguments> always() {
        return Stream.of(
                row("/buttons/0/action/data/web", link("web", "myapp://open")),
                row("/buttons/0/action/data/windows", link("windows", "javascript:alert(1)")),
                row("/buttons/0/action/data/iOS", link("iOS", "DATA:text/html,x")),
                row("/buttons/0/action/data/android", link("android", "file:///etc/passwd")),
                row("/buttons/0/action/data/windows", link("windows", "vbscript:x")),
                row("/buttons/0/action/data/iOS", link("iOS", "myapp://a b")),
                row("/buttons/0/action/data/url", action("preview.url", "{'url':'myapp://open'}")),
                row("/buttons/0/action/data", action("open.url", "{}")),
                row("/buttons/0/label", "{'text':'a','buttons':[{'label':' '," + COPY + "}]}"),
                row("/buttons/0/label", "{'text':'a','buttons':[{'label':'" + "x".repeat(31) + "'," + COPY + "}]}"),
                row(
                        "/card/thumbnail",
                        "{'text':'a','card':{'theme':'poll','title':'t','thumbnail':'data:x',"
                                + "'options':[{'text':'a'},{'text':'b'}]}}"),
                row("/slides/0/data/0", "{'text':'a','slides':[{'type':'images','data':['javascript:x']}]}"),
                row("/bot/image", "{'text':'a','bot':{'image':'javascript:x'}}"),
                row("/text", "{'text':'\u2003'}"),
                row("/text", "{'text':'" + "x".repeat(10_001) + "'}"),
                row("/text", "{'slides':[{'type':'text','data':'x'}]}"),
                row("/reply_to", "{'text':'a','reply_to':'" + "x".repeat(101) + "'}"),
                row("/thread_title", "{'text':'a','thread_title':'" + "x".repeat(101) + "'}"),
                row(
                        "/slides",
                        "{'text':'a','slides':[" + "{'type':'text','data':'x'},".repeat(20)
                                + "{'type':'text','data':'x'}]}"),
                row("/sync_message", "{'text':'a','sync_message':'true'}"));
    }

    /** Refused from the reference on, and doubtful for tolerant rules. */
    static Stream<Arguments> fromReference() {
        return Stream.of(
                row("/buttons/0/action/data/owner", action("invoke.function", "{'name':'f'}")),
                row("/buttons/0/label", "{'text':'a','buttons':[{'label':'" + "x".repeat(30) + "'," + COPY + "}]}"),
                row("/buttons/0/action/confirm/input", confirm("'title':'Sure?','button_label':'Yes'")),
                row("/buttons/0/action/confirm/button_label", confirm("'title':'Sure?','input':'Why?'")),
                row("/buttons/0/action/confirm/input", confirm("'title':'Sure?'")),
                row("/text", "{" + CARD + "}"),
                row("/buttons/0/action/type", action("invoke.bot", "{'name':'b'}")),
                row("/card/theme", "{'text':'a','card':{'theme':'basic','title':'t'}}"),
                row("/card/theme", "{'text':'a','card':{'theme':'standard','title':'t'}}"),
                row(
                        "/buttons",
                        "{'text':'a','card':{'theme':'poll','title':'t','options':[{'text':'a'},{'text':'b'}]},"
                                + "'buttons':[" + BUTTON + "]}"),
                row("/broadcast", "{'text':'a','broadcast':'true'}"),
                row(
                        "/slides/0/data/rows/0/a",
                        "{'text':'a','slides':[{'type':'table','data':{'headers':['a'],'rows':[{'a':7}]}}]}"));
    }

    /** Refused by strict rules, and doubtful below. */
    static Stream<Arguments> whenStrict() {
        String instant = "{'type':'button','object':{'label':'a'," + COPY + "}}";
        String prompt = "{'text':'a','card':{'theme':'prompt',";
        return Stream.of(
                row("/buttons/0/type", "{'text':'a','buttons':[" + BUTTON.replace("'type':'+',", "") + "]}"),
                row("/card/title", "{'text':'a','card':{'theme':'prompt'},'buttons':[" + BUTTON + "]}"),
                row("/buttons", prompt + "'title':'t'}}"),
                row("/card/thumbnail", prompt + "'title':'t','thumbnail':'/x.png'},'buttons':[" + BUTTON + "]}"),
                row(
                        "/slides/0/styles/type",
                        "{'text':'a','slides':[{'type':'list','data':['a'],'styles':{'type':'bulleted'}}]}"),
                row("/hint", "{'text':'a','hint':'" + "x".repeat(101) + "'}"),
                row("/references/k", "{'text':'a','references':{'k':" + instant + "}}"),
                row("/text", "{'text':'[a]($k) see [log]($HOME/x)','references':{'k':" + instant + "}}"),
                row(
                        "/references/k/object/hint",
                        "{'text':'[a]($k)','references':{'k':" + instant.replace("'label'", "'hint':'h','label'")
                                + "}}"),
                row(
                        "/references/k/object/key",
                        "{'text':'[a]($k)','references':{'k':" + instant.replace("'label'", "'key':'k','label'")
                                + "}}"),
                row(
                        "/references/k/object/action/confirm",
                        "{'text':'[a]($k)','references':{'k':"
                                + instant.replace(
                                        "'data'", "'confirm':{'title':'t','input':'i','button_label':'b'},'data'")
                                + "}}"),
                row("/buttons/1/key", "{'text':'a','buttons':[" + keyed("k") + "," + keyed("k") + "]}"),
                row("/card/thumbnail", "{'text':'a','card':{'theme':'modern-inline','title':'t','thumbnail':''}}"),
                row("/card/thumbnail", "{'text':'a','card':{'theme':'modern-inline','title':'t','thumbnail':'//x/y'}}"),
                row("/slides/0/data", "{'text':'a','slides':[{'type':'list','data':[]}]}"),
                row("/slides/0/data/0/a", "{'text':'a','slides':[{'type':'label','data':[{'a':7}]}]}"),
                row("/slides/0/data/0", "{'text':'a','slides':[{'type':'images','data':['ftp://x/y']}]}"),
                row("/buttons/0/action/data/api", action("system.api", "{'api':'startchat/scott'}")));
    }

    /** Doubtful at every level. */
    static Stream<Arguments> never() {
        return Stream.of(
                row("/text", "{'text':'" + "x".repeat(5_001) + "'}"),
                row("/card/theme", "{'text':'a','card':{'title':'t'}}"),
                row("/card/title", "{'text':'a','card':{'theme':'modern-inline'}}"),
                Arguments.of(
                        "/slides/0/type",
                        "{'text':'a','slides':[{'type':'percentage_chart','data':[{'label':'a','value':1}]}]}",
                        TargetKind.BOT));
    }

    /** Not even doubtful. */
    static Stream<Arguments> fine() {
        return Stream.of(
                row("", link("windows", "myapp://open")),
                row("", link("iOS", "itms-apps://x")),
                row("", link("android", "intent:x")),
                row("", "{'text':'[log]($HOME/x)'," + CARD + "}"),
                // the reference's own confirmation example
                row(
                        "",
                        "{'text':'The Q4 marketing budget is ready for review.','card':{'title':'Q4 Budget Proposal',"
                                + "'theme':'modern-inline'},'hint':'Please review the allocation details before approval.',"
                                + "'buttons':[{'label':'Approve Budget','type':'+','key':'approve_budget_q4','action':{"
                                + "'type':'invoke.function','data':{'name':'approve_q4_budget','owner':'finance@zylker.com'},"
                                + "'confirm':{'title':'Finalize Budget Approval','description':'Please provide approval remarks"
                                + " before proceeding.','input':'Enter approval remarks','emotion':'positive','button_label':"
                                + "'Confirm Approval','cancel_button_label':'Review Again','mandatory':'true'}}}]}"));
    }

    @ParameterizedTest
    @MethodSource("always")
    void isRefusedAtEveryLevel(String pointer, String json, TargetKind kind) {
        isRefusedFrom(RuleLevel.TOLERANT, pointer, json, kind);
    }

    @ParameterizedTest
    @MethodSource("fromReference")
    void isRefusedFromTheReferenceOn(String pointer, String json, TargetKind kind) {
        isRefusedFrom(RuleLevel.REFERENCE, pointer, json, kind);
    }

    @ParameterizedTest
    @MethodSource("whenStrict")
    void isRefusedByStrictRules(String pointer, String json, TargetKind kind) {
        isRefusedFrom(RuleLevel.STRICT, pointer, json, kind);
    }

    @ParameterizedTest
    @MethodSource("never")
    void isDoubtfulAtEveryLevel(String pointer, String json, TargetKind kind) {
        isRefusedFrom(null, pointer, json, kind);
    }

    @ParameterizedTest
    @MethodSource("fine")
    void isFineAtEveryLevel(String pointer, String json, TargetKind kind) {
        for (RuleLevel level : RuleLevel.values()) {
            Exchange posted = post(level, json, kind);

            assertThat(posted.getException()).isNull();
            assertThat(posted.getMessage().getHeader(CliqConstants.REMARKS)).isNull();
            assertThat(last(level).remarks()).isEmpty();
        }
    }

    @Test
    @SuppressWarnings("unchecked")
    void theHeaderOfARemarkIsThatOfThisPost() {
        Exchange posted = post(RuleLevel.REFERENCE, "{'text':'a','card':{'title':'t'}}", TargetKind.CHAT);

        assertThat((List<Violation>) posted.getMessage().getHeader(CliqConstants.REMARKS))
                .extracting(Violation::toString)
                .containsExactly("/card/theme: required, one of modern-inline, poll, prompt (message cards page),"
                        + " the buttons page leaves it out, was missing");
        posted.getMessage().setBody("fine");
        template().send(uri(RuleLevel.REFERENCE, TargetKind.CHAT), posted);
        assertThat(posted.getMessage().getHeader(CliqConstants.REMARKS)).isNull();
    }

    @Test
    @SuppressWarnings("unchecked")
    void whatWasCutStandsBeforeWhatIsDoubtful() {
        String json = "{'text':'a','card':{'title':'t'},'buttons':[{'label':'" + "x".repeat(40) + "'," + COPY + "}]}";

        Exchange posted =
                post(uri(RuleLevel.TOLERANT, TargetKind.CHAT) + "&overflow=fit", json.replace('\'', '"'), Map.of());

        assertThat((List<Violation>) posted.getMessage().getHeader(CliqConstants.REMARKS))
                .extracting(each -> each.pointer() + " " + each.rule())
                .containsExactly(
                        "/buttons/0/label cut to at most 30 characters (buttons page: 20)",
                        "/card/theme required, one of modern-inline, poll, prompt (message cards page),"
                                + " the buttons page leaves it out",
                        "/buttons/0/label at most 20 characters (buttons page), the message cards page takes 30");
        assertThat(tree(last(RuleLevel.TOLERANT).body()).at("/buttons/0/label").textValue())
                .hasSize(30);
    }

    /** Beside a body that is no text, a card in headers makes a message where a card needs no text. */
    @Test
    void aCardInHeadersMakesAMessageOfTolerantRules() {
        byte[] picture = {(byte) 0x89, 'P', 'N', 'G', (byte) 0xff, 0};
        Map<String, Object> card = Map.of(CliqConstants.CARD_TITLE, "t");

        Exchange posted = post(uri(RuleLevel.TOLERANT, TargetKind.CHAT), picture, card);
        Exchange refused = post(uri(RuleLevel.REFERENCE, TargetKind.CHAT), picture, card);

        assertThat(posted.getException()).isNull();
        assertThat(tree(last(RuleLevel.TOLERANT).body())).isEqualTo(json("{'card':{'title':'t'}}"));
        assertThat(refused.getException()).isInstanceOf(CliqInvalidMessageException.class);
    }

    @Test
    void aRuleIsLoggedOnceForEachEndpoint() {
        String other = uri(RuleLevel.TOLERANT, TargetKind.CHAT) + "&syncMessage=true";
        try (CapturedLog log = new CapturedLog(Remarks.class.getName(), Level.WARN)) {
            for (String text : List.of("a", "b")) {
                post(
                        uri(RuleLevel.STRICT, TargetKind.CHAT) + "&syncMessage=true",
                        Map.of("text", text, "card", Map.of()),
                        Map.of());
                post(other, Map.of("text", text, "card", Map.of()), Map.of());
            }

            assertThat(log.lines())
                    .hasSize(4)
                    .allMatch(line -> line.contains("Message to chat/" + CHAT + " is doubtful at /card/"))
                    .filteredOn(line -> line.contains("/card/theme: required"))
                    .hasSize(2);
        }
    }

    @Test
    void aViolationNamesTheOtherPageAndTheOptionThatLetsItPass() throws Exception {
        assertThat(MessageRules.DEFAULT.check(
                        MessageReader.read(MessageJson.parse(
                                action("invoke.function", "{'name':'f'}").replace('\'', '"'))),
                        TargetKind.CHAT))
                .singleElement()
                .hasToString("/buttons/0/action/data/owner: required (buttons page), the message cards and bots"
                        + " pages leave it out: rules=tolerant, was missing");
    }

    /** What some pages read in another shape is posted in the one that all of them have. */
    @Test
    void numbersAndFlagsAsTextArePostedAsTheReferenceHasThem() {
        post(
                RuleLevel.TOLERANT,
                "{'text':'a','broadcast':'true','slides':[{'type':'table','data':{'headers':['a'],'rows':[{'a':1.50}]}}]}",
                TargetKind.CHAT);

        JsonNode sent = tree(last(RuleLevel.TOLERANT).body());
        assertThat(sent.path("broadcast").isBoolean()).isTrue();
        assertThat(sent.at("/slides/0/data/rows/0/a").textValue()).isEqualTo("1.50");
    }

    private void isRefusedFrom(RuleLevel from, String pointer, String json, TargetKind kind) {
        for (RuleLevel level : RuleLevel.values()) {
            SANDBOXES.get(level).reset();
            Exchange posted = post(level, json, kind);
            boolean refused = from != null && level.compareTo(from) >= 0;

            assertThat(posted.getException() instanceof CliqInvalidMessageException)
                    .as("refused at %s: %s", level, posted.getException())
                    .isEqualTo(refused);
            assertThat(pointers(posted, refused)).as("at %s", level).contains(pointer);
            sandboxSaysTheSame(level, pointer, json, kind, refused);
        }
    }

    /** Posted past the component, since the component posts nothing that it refuses. */
    private void sandboxSaysTheSame(RuleLevel level, String pointer, String json, TargetKind kind, boolean refused) {
        Sandbox cliq = SANDBOXES.get(level);
        String path = kind == TargetKind.BOT ? "/api/v2/bots/b/message" : "/api/v2/chats/" + CHAT + "/messages";
        int status = HTTP.sendAsync(
                        HttpRequest.newBuilder(URI.create(cliq.baseUrl() + path))
                                .header("Authorization", "Bearer " + Sandbox.DEFAULT_ACCESS_TOKEN)
                                .header("Content-Type", "application/json")
                                .POST(HttpRequest.BodyPublishers.ofString(json.replace('\'', '"')))
                                .build(),
                        HttpResponse.BodyHandlers.ofString())
                .join()
                .statusCode();

        assertThat(status / 100).as("at %s", level).isEqualTo(refused ? 4 : 2);
        List<Complaint> said = refused ? last(level).complaints() : last(level).remarks();
        assertThat(said).as("at %s", level).extracting(Complaint::pointer).anyMatch(each -> covers(each, pointer));
    }

    /** A list may be named for its entries. */
    private static boolean covers(String some, String pointer) {
        return pointer.equals(some) || pointer.startsWith(some + "/");
    }

    @SuppressWarnings("unchecked")
    private static List<String> pointers(Exchange posted, boolean refused) {
        List<Violation> said = refused
                ? ((CliqInvalidMessageException) posted.getException()).getViolations()
                : (List<Violation>) posted.getMessage().getHeader(CliqConstants.REMARKS);
        return said.stream().map(Violation::pointer).toList();
    }

    private Exchange post(RuleLevel level, String json, TargetKind kind) {
        return post(uri(level, kind), json.replace('\'', '"'), Map.of());
    }

    private String uri(RuleLevel level, TargetKind kind) {
        String target = kind == TargetKind.BOT ? "bot/b" : "chat/" + CHAT;
        String account = accounts.computeIfAbsent(
                level,
                each -> account(
                        options -> options.setBaseUrl(SANDBOXES.get(each).baseUrl())));
        return "cliq:" + target + "?rules=" + level.name().toLowerCase(Locale.ROOT) + "&" + account;
    }

    private static JournalEntry last(RuleLevel level) {
        List<JournalEntry> requests = SANDBOXES.get(level).requests();
        return requests.get(requests.size() - 1);
    }

    private static Arguments row(String pointer, String json) {
        return Arguments.of(pointer, json, TargetKind.CHAT);
    }

    private static String link(String device, String address) {
        return action("open.url", "{'" + device + "':'" + address + "'}");
    }

    private static String action(String type, String data) {
        return "{'text':'a','buttons':[{'label':'a','type':'+','action':{'type':'" + type + "','data':" + data + "}}]}";
    }

    private static String confirm(String confirm) {
        return "{'text':'a','buttons':[{'label':'a','type':'+','action':{'type':'copy','data':{'text':'x'},'confirm':{"
                + confirm + "}}}]}";
    }

    private static String keyed(String key) {
        return BUTTON.replace("{'label'", "{'key':'" + key + "','label'");
    }
}
