package io.github.camelcliq.sandbox;

import static io.github.camelcliq.sandbox.Caller.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelcliq.sandbox.MessageAuthor.Kind;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Votes in polls, and who wrote what. */
class VoteTest {

    private static final String LUNCH = json("{'text': 'Lunch?', 'card': {'theme': 'poll', 'title': 'Lunch?', "
            + "'options': [{'text': 'Soup'}, {'text': 'Salad'}]}}");

    private Sandbox sandbox;
    private Caller caller;

    @BeforeEach
    void start() {
        sandbox = Sandbox.builder().start();
        caller = new Caller(sandbox);
    }

    @AfterEach
    void stop() {
        sandbox.close();
    }

    @Test
    void everybodyHasOneVoteAndMayMoveIt() {
        String poll = post(LUNCH);

        sandbox.vote(poll, 0, "55622663");
        sandbox.vote(poll, 0, "amelia.burrows@zylker.com");
        sandbox.vote(poll, 1, "paula.rojas@zylker.com");
        sandbox.vote(poll, 0, "55622684");

        assertThat(sandbox.message(poll).orElseThrow().state().votes())
                .isEqualTo(Map.of(0, List.of("55622663", "55622671", "55622684")));
    }

    @Test
    void votesAreGivenAndShownOverHttp() {
        String poll = post(LUNCH);

        HttpResponse<String> answer = caller.post("/sandbox/vote", json("{'message': '" + poll + "', 'option': 1}"));

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(Caller.tree(answer).path("votes").toString()).isEqualTo(json("{'1':['55622663']}"));
        assertThat(Caller.tree(caller.get("/sandbox/messages")).get(0)).isEqualTo(Caller.tree(answer));
    }

    @ParameterizedTest
    @CsvSource({
        "404, POLL,  2, 55622663",
        "404, POLL, -1, 55622663",
        "404, other, 0, 55622663",
        "400, TEXT,  0, 55622663",
        "400, POLL,  0, nobody"
    })
    void otherVotesAreRefused(int status, String message, int option, String user) {
        String poll = post(LUNCH);
        String text = post(json("{'text': 'x'}"));
        String id = message.replace("POLL", poll).replace("TEXT", text);

        HttpResponse<String> answer = caller.post(
                "/sandbox/vote", json("{'message': '" + id + "', 'option': " + option + ", 'user': '" + user + "'}"));

        assertThat(answer.statusCode()).isEqualTo(status);
        assertThatIllegalArgumentException().isThrownBy(() -> sandbox.vote(id, option, user));
        assertThat(sandbox.message(poll).orElseThrow().state().votes()).isEmpty();
    }

    @Test
    void theAuthorIsWhoCliqWouldShow() {
        caller.post(Caller.CHAT, json("{'text': '1'}"));
        caller.post(Caller.CHAT, json("{'text': '2', 'bot': {'name': 'CI', 'image': 'https://x/ci.png'}}"));
        caller.post("/api/v2/channelsbyname/news/message?bot_unique_name=deploybot", json("{'text': '3'}"));
        caller.post("/api/v2/bots/unknown/message", json("{'text': '4'}"));

        assertThat(sandbox.messages())
                .extracting(ReceivedMessage::author)
                .extracting(MessageAuthor::kind, MessageAuthor::name, MessageAuthor::image)
                .containsExactly(
                        tuple(Kind.USER, "Scott Fisher", ""),
                        tuple(Kind.BOT, "CI", "https://x/ci.png"),
                        tuple(Kind.BOT, "Deploy Bot", ""),
                        tuple(Kind.BOT, "unknown", ""));
        JsonNode shown = Caller.tree(caller.get("/sandbox/messages"));
        assertThat(shown.at("/1/from").toString())
                .isEqualTo(json("{'kind':'bot','name':'CI','image':'https://x/ci.png'}"));
    }

    @Test
    void aUserWhoIsNotOfTheOrganisationIsShownAsTheTokenNamesThem() {
        try (Sandbox other =
                Sandbox.builder().accessTokenOf("the-ci", "token-of-ci").start()) {
            new Caller(other).postWith("token-of-ci", Caller.CHAT, json("{'text': '1'}"));

            assertThat(other.messages().get(0).author()).isEqualTo(new MessageAuthor(Kind.USER, "the-ci", ""));
        }
    }

    private String post(String message) {
        assertThat(caller.post(Caller.CHAT, message).statusCode()).isEqualTo(204);
        List<ReceivedMessage> messages = sandbox.messages();
        return messages.get(messages.size() - 1).id();
    }
}
