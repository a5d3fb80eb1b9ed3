package io.github.camelcliq.sandbox.fault;

import static io.github.camelcliq.sandbox.Caller.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.camelcliq.sandbox.Caller;
import io.github.camelcliq.sandbox.Fault;
import io.github.camelcliq.sandbox.Sandbox;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Which requests a fault befalls. */
class FaultInjectorTest {

    private static final String HELLO = json("{'text': 'Hello'}");

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
    void theNextRequestsHaveTheFaultsInTheirOrder() {
        sandbox.faults().next(2, Fault.htmlPage(502));
        sandbox.faults().next(Fault.htmlPage(503));
        sandbox.answerNext(500, null, "");

        assertThat(statuses(6)).containsExactly(502, 502, 503, 500, 204, 204);
    }

    @Test
    void everyThirdRequestHasOne() {
        sandbox.faults().every(3, Fault.htmlPage(502));

        assertThat(statuses(7)).containsExactly(204, 204, 502, 204, 204, 502, 204);
    }

    @Test
    void everyRequestHasOne() {
        sandbox.faults().always(Fault.htmlPage(502));

        assertThat(statuses(3)).containsExactly(502, 502, 502);
    }

    @Test
    void theRequestsThatATestPicksHaveOne() {
        sandbox.faults()
                .when(
                        request -> request.path().contains("CT_2")
                                && request.body().contains("Q4"),
                        Fault.htmlPage(502));

        assertThat(post("/api/v2/chats/CT_2/messages", HELLO)).isEqualTo(204);
        assertThat(post("/api/v2/chats/CT_2/messages", json("{'text': 'Q4'}"))).isEqualTo(502);
        assertThat(post("/api/v2/chats/CT_1/messages", json("{'text': 'Q4'}"))).isEqualTo(204);
    }

    @Test
    void faultsBeforeTheBodyCanBePickedByWhatIsInTheHead() throws Exception {
        List<SeenRequest> seen = new ArrayList<>();
        sandbox.faults().when(seen::add, Fault.cutBeforeReading());

        String answer = caller.raw("POST /api/v2/bots/b/message?appkey=k&zapikey=secret HTTP/1.1\r\nHost: localhost\r\n"
                + "Content-Length: 16\r\n\r\n{\"text\":\"Hello\"}");

        assertThat(answer).isEmpty();
        assertThat(seen).containsExactly(new SeenRequest("POST", "/api/v2/bots/b/message", "appkey=k&zapikey=***", ""));
    }

    @Test
    void aTestThatCannotPickIsAnsweredAsAFailureOfTheSandbox() {
        sandbox.faults()
                .when(
                        request -> {
                            throw new IllegalStateException("thrown on purpose");
                        },
                        Fault.hang());

        assertThat(post(Caller.CHAT, HELLO)).isEqualTo(500);
        sandbox.faults().clear();
        assertThat(post(Caller.CHAT, HELLO)).isEqualTo(204);
    }

    @Test
    void whatIsQueuedGoesBeforeRulesAndTheFirstRuleBeforeTheSecond() {
        sandbox.faults().every(2, Fault.htmlPage(502));
        sandbox.faults().always(Fault.htmlPage(503));
        sandbox.faults().next(Fault.htmlPage(500));

        assertThat(statuses(5)).containsExactly(500, 503, 502, 503, 502);
    }

    @Test
    void clearingTakesThemAllBack() {
        sandbox.faults().always(Fault.htmlPage(503));
        sandbox.faults().next(5, Fault.htmlPage(500));

        sandbox.faults().clear();

        assertThat(statuses(2)).containsExactly(204, 204);
    }

    @Test
    void postsAndTokenRequestsHaveFaultsOfTheirOwn() {
        sandbox.faults().next(Fault.htmlPage(502));
        sandbox.tokenFaults().next(Fault.htmlPage(503));

        assertThat(caller.refresh().statusCode()).isEqualTo(503);
        assertThat(caller.refresh().statusCode()).isEqualTo(200);
        assertThat(statuses(2)).containsExactly(502, 204);
    }

    @Test
    void whatCannotBeDialledIsRefusedAtOnce() {
        FaultInjector faults = sandbox.faults();
        assertThatIllegalArgumentException().isThrownBy(() -> faults.next(0, Fault.hang()));
        assertThatIllegalArgumentException().isThrownBy(() -> faults.every(0, Fault.hang()));
        assertThatExceptionOfType(NullPointerException.class).isThrownBy(() -> faults.next(null));
        assertThatExceptionOfType(NullPointerException.class).isThrownBy(() -> faults.always(null));
        assertThatExceptionOfType(NullPointerException.class).isThrownBy(() -> faults.when(null, Fault.hang()));
    }

    private List<Integer> statuses(int posts) {
        List<Integer> statuses = new ArrayList<>();
        for (int post = 0; post < posts; post++) {
            statuses.add(post(Caller.CHAT, HELLO));
        }
        return statuses;
    }

    private int post(String path, String message) {
        return caller.post(path, message).statusCode();
    }
}
