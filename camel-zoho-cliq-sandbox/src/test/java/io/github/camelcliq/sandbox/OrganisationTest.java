package io.github.camelcliq.sandbox;

import static io.github.camelcliq.sandbox.Caller.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelcliq.sandbox.organisation.CliqChannel;
import io.github.camelcliq.sandbox.organisation.CliqFunction;
import io.github.camelcliq.sandbox.organisation.CliqUser;
import io.github.camelcliq.sandbox.organisation.Organisation;
import io.github.camelcliq.sandbox.organisation.Permission;
import java.net.URI;
import java.net.http.HttpResponse;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Who and what there is in a sandbox, and what becomes of messages to something that there is not. */
class OrganisationTest {

    private static final String HELLO = json("{'text': 'Hello'}");
    private static final CliqUser ANN = new CliqUser("7", "Ann", "Lee", "ann@example.org", false);

    @Test
    void thereIsABelievableOneWhereNoneIsGiven() {
        try (Sandbox sandbox = Sandbox.builder().start()) {
            JsonNode shown = shown(sandbox);

            assertThat(shown.path("name").textValue()).isEqualTo("Zylker");
            assertThat(shown.path("strictTargets").booleanValue()).isFalse();
            assertThat(shown.at("/users/0").toString())
                    .isEqualTo(json("{'id':'55622663','name':'Scott Fisher','firstName':'Scott','lastName':'Fisher',"
                            + "'email':'scott.fisher@zylker.com','admin':true}"));
            assertThat(shown.path("chats"))
                    .extracting(
                            chat -> chat.path("kind").textValue(),
                            chat -> chat.path("target").textValue())
                    .contains(
                            tuple("channel", "announcements"),
                            tuple("chat", "CT_1203304812000146098_55622663-B2"),
                            tuple("bot", "deploybot"),
                            tuple("user", "scott.fisher@zylker.com"));
            assertThat(shown.at("/bots/0").toString())
                    .isEqualTo(json("{'uniqueName':'deploybot','name':'Deploy Bot'}"));
            assertThat(shown.at("/functions/0").toString())
                    .isEqualTo(
                            json("{'name':'approve_q4_budget','executionUrl':'http://localhost:8080/cliq/functions'}"));
        }
    }

    @Test
    void aFunctionThatComesLaterTakesThePlaceOfTheOneOfItsNameAndOwnerAndIsKeptByAReset() {
        try (Sandbox sandbox = Sandbox.builder().start()) {
            sandbox.function(CliqFunction.of("approve_q4_budget", "http://127.0.0.1:9/moved"));
            sandbox.function(CliqFunction.of("one_more", "http://127.0.0.1:9/new"));
            sandbox.reset();

            assertThat(shown(sandbox).path("functions").toString())
                    .isEqualTo(json("[{'name':'approve_q4_budget','executionUrl':'http://127.0.0.1:9/moved'},"
                            + "{'name':'one_more','executionUrl':'http://127.0.0.1:9/new'}]"));
        }
    }

    @Test
    void anUnknownTargetIsMadeWhenItIsFirstPostedToAndForgottenByAReset() {
        try (Sandbox sandbox = Sandbox.builder().start()) {
            Caller caller = new Caller(sandbox);
            int before = shown(sandbox).path("chats").size();

            caller.post("/api/v2/channelsbyname/new-one/message", HELLO);
            caller.post("/api/v2/channelsbyname/new-one/message", HELLO);
            caller.post("/api/v2/channelsbyname/refused/message", "{}");

            JsonNode chats = shown(sandbox).path("chats");
            assertThat(chats).hasSize(before + 1);
            assertThat(chats.get(before).path("kind").textValue()).isEqualTo("channel");
            assertThat(chats.get(before).path("target").textValue()).isEqualTo("new-one");
            assertThat(chats.get(before).path("title").textValue()).isEqualTo("new-one");
            sandbox.reset();
            assertThat(shown(sandbox).path("chats")).hasSize(before);
        }
    }

    @Test
    void allNamesOfAChannelLeadToOneChat() {
        Organisation organisation = Organisation.builder()
                .channel(new CliqChannel("news", "O1", "CT_9", "The news"))
                .build();
        try (Sandbox sandbox = Sandbox.builder().organisation(organisation).start()) {
            Caller caller = new Caller(sandbox);

            caller.post("/api/v2/channelsbyname/news/message", HELLO);
            caller.post("/api/v2/channels/O1/message", HELLO);
            caller.post("/api/v2/chats/CT_9/messages", HELLO);

            assertThat(shown(sandbox).path("chats"))
                    .filteredOn(chat -> chat.path("id").textValue().equals("CT_9"))
                    .extracting(
                            chat -> chat.path("title").textValue(),
                            chat -> chat.path("kind").textValue(),
                            chat -> chat.path("target").textValue())
                    .containsExactly(
                            tuple("The news", "channel", "news"),
                            tuple("The news", "channel-id", "O1"),
                            tuple("The news", "chat", "CT_9"));
            assertThat(shown(sandbox).path("chats").findValuesAsText("channelId"))
                    .containsOnly("O1");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "204, /api/v2/chats/CT_1/messages",
        "204, /api/v2/chats/CT_1-T-129/messages",
        "204, /api/v2/channelsbyname/news/message",
        "204, /api/v2/channels/O1/message",
        "204, /api/v2/buddies/ANN%40example.org/message",
        "204, /api/v2/buddies/7/message",
        "204, /api/v2/bots/helper/message",
        "404, /api/v2/chats/CT_2/messages",
        "404, /api/v2/chats/CT_2-T-129/messages",
        "404, /api/v2/chats/news/messages",
        "404, /api/v2/channelsbyname/other/message",
        "404, /api/v2/channels/O2/message",
        "404, /api/v2/buddies/8/message",
        "404, /api/v2/bots/other/message"
    })
    void strictTargetsAreThoseOfTheOrganisation(int status, String path) {
        Organisation organisation = Organisation.builder()
                .strictTargets(true)
                .user(ANN)
                .chat("CT_1", "One")
                .channel(new CliqChannel("news", "O1", "", ""))
                .bot("helper", "Helper")
                .build();
        try (Sandbox sandbox = Sandbox.builder().organisation(organisation).start()) {
            HttpResponse<String> answer = new Caller(sandbox).post(path, HELLO);

            assertThat(answer.statusCode()).isEqualTo(status);
            assertThat(sandbox.messages()).hasSize(status == 204 ? 1 : 0);
            if (status == 404) {
                assertThat(answer.body())
                        .isEqualTo(json("{'message':'The chat, channel, user or bot does not exist.'}"));
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "204, ann@example.org,  Hello",
        "204, 7,                {@all} come",
        "204, bob@example.org,  Hello",
        "403, bob@example.org,  Come {@all}",
        "403, eve@elsewhere.org, Hello"
    })
    void whoMayNotPostToAStrictOrganisationIsRefused(int status, String user, String text) {
        Organisation.Builder organisation = Organisation.builder()
                .user(new CliqUser("7", "Ann", "Bell", "ann@example.org", true))
                .user(new CliqUser("8", "Bob", "Cole", "bob@example.org", false))
                .channel("news");
        String path = "/api/v2/channelsbyname/news/message";
        try (Sandbox strict = sandbox(organisation.strictTargets(true).build(), user);
                Sandbox open = sandbox(organisation.strictTargets(false).build(), user)) {
            String message = json("{'text': '" + text + "'}");

            assertThat(new Caller(strict).postWith("theirs", path, message).statusCode())
                    .isEqualTo(status);
            assertThat(strict.messages()).hasSize(status == 204 ? 1 : 0);
            assertThat(new Caller(open).postWith("theirs", path, message).statusCode())
                    .isEqualTo(204);
        }
    }

    private static Sandbox sandbox(Organisation organisation, String user) {
        return Sandbox.builder()
                .organisation(organisation)
                .accessTokenOf(user, "theirs")
                .start();
    }

    @Test
    void twoThingsOfOneNameAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Organisation.builder().user(ANN).user(ANN).build())
                .withMessage("there are two users with the id 7");
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        Organisation.builder().channel("news").channel("news").build())
                .withMessage("there are two channels named news");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ftp://example.org/f",
                "example.org",
                "/f",
                "http:///f",
                "http://ann:secret@example.org/",
                "mailto:ann"
            })
    void anExecutionUrlIsAWebAddressWithoutCredentials(String url) {
        assertThatIllegalArgumentException().isThrownBy(() -> CliqFunction.of("f", url));
    }

    @Test
    void anExecutionUrlHasAtMost225Characters() {
        String longest = "http://example.org/" + "x".repeat(206);

        assertThat(CliqFunction.of("f", longest).executionUrl()).hasToString(longest);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CliqFunction.of("f", longest + "x"))
                .withMessage("an execution URL must have at most 225 characters");
    }

    @Test
    void theQueryOfAnExecutionUrlIsNotShown() {
        CliqFunction function = CliqFunction.of("f", "http://example.org/f?key=secret");
        Organisation organisation = Organisation.builder().function(function).build();
        try (Sandbox sandbox = Sandbox.builder().organisation(organisation).start()) {
            assertThat(shown(sandbox).at("/functions/0/executionUrl").textValue())
                    .isEqualTo("http://example.org/f?***");
            assertThat(function.toString()).doesNotContain("secret");
        }
    }

    @Test
    void aFunctionIsFoundByNameAndByOwnerWhereItHasOne() {
        CliqFunction ofAnn = new CliqFunction("f", "ann@example.org", URI.create("http://a"), Set.of(Permission.USER));
        Organisation organisation =
                Organisation.builder().function(ofAnn).function("g", "http://b").build();

        assertThat(organisation.function("f", "ANN@example.org")).contains(ofAnn);
        assertThat(organisation.function("f", "")).contains(ofAnn);
        assertThat(organisation.function("f", "bob@example.org")).isEmpty();
        assertThat(organisation.function("g", "bob@example.org")).isPresent();
        assertThat(organisation.function("h", "")).isEmpty();
    }

    private static JsonNode shown(Sandbox sandbox) {
        return Caller.tree(new Caller(sandbox).get("/sandbox/organisation"));
    }
}
