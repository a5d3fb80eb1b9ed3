package io.github.camelcliq;

import static io.github.camelcliq.PatientWaits.LONGEST;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.camelcliq.message.Violation;
import io.github.camelcliq.sandbox.ReceivedMessage;
import io.github.camelcliq.sandbox.Sandbox;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.test.junit5.CamelTestSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;

/** A local Cliq for the tests of a class, and a Camel context for each of them whose component posts to it. */
abstract class CliqTestSupport extends CamelTestSupport {

    static final String CHAT = "CT_1203304812000146098_55622663-B2";

    private static final ObjectMapper JSON = new ObjectMapper();

    static Sandbox sandbox;

    private int accounts;

    @BeforeAll
    static void startSandbox() {
        sandbox = Sandbox.builder().start();
    }

    @AfterAll
    static void stopSandbox() {
        sandbox.close();
    }

    @BeforeEach
    void forgetEarlierTests() {
        sandbox.reset();
    }

    @Override
    protected CamelContext createCamelContext() throws Exception {
        CamelContext context = super.createCamelContext();
        CliqComponent cliq = context.getComponent("cliq", CliqComponent.class);
        cliq.getDefaultAccount().setBaseUrl(sandbox.baseUrl());
        cliq.getDefaultAccount().setAccessToken(Sandbox.DEFAULT_ACCESS_TOKEN);
        // these tests post more in a minute than Cliq takes, and the sandbox counts only where it is told to
        cliq.getDefaultAccount().setPacing(false);
        return context;
    }

    /**
     * Binds one more account, which posts as the component does but for some options, and names it for an endpoint URI.
     */
    final String account(Consumer<CliqAccount> options) {
        CliqAccount account = new CliqAccount();
        account.setBaseUrl(sandbox.baseUrl());
        account.setAccessToken(Sandbox.DEFAULT_ACCESS_TOKEN);
        account.setPacing(false);
        options.accept(account);
        String name = "account-" + accounts++;
        context().getRegistry().bind(name, account);
        return "account=" + name;
    }

    /** Sends one exchange to an endpoint and returns it when it is done, failed or not. */
    final Exchange post(String uri, Object body, Map<String, Object> headers) {
        return template().send(uri, exchange -> {
            exchange.getMessage().setBody(body);
            exchange.getMessage().setHeaders(new HashMap<>(headers));
        });
    }

    final Exchange post(Object body, Map<String, Object> headers) {
        return post("cliq:chat/" + CHAT, body, headers);
    }

    final Exchange post(Object body) {
        return post(body, Map.of());
    }

    /**
     * Waits for the messages of a route that nobody waits for, and for the end of its exchanges: where one is under way
     * when a context stops, Camel looks again after a second only.
     */
    final List<ReceivedMessage> awaitMessages(int number) {
        List<ReceivedMessage> messages = sandbox.awaitMessages(number, LONGEST);
        await().until(() -> context().getInflightRepository().size() == 0);
        return messages;
    }

    /** The one message that the sandbox accepted. */
    static JsonNode posted() {
        List<ReceivedMessage> messages = sandbox.messages();
        assertThat(messages)
                .as("accepted messages, requests were %s", sandbox.requests())
                .hasSize(1);
        return tree(messages.get(0).json());
    }

    /** What was wrong with an exchange of which nothing was posted. */
    static List<Violation> violations(Exchange exchange) {
        assertThat(exchange.getException()).isInstanceOf(CliqInvalidMessageException.class);
        assertThat(sandbox.requests()).isEmpty();
        return ((CliqInvalidMessageException) exchange.getException()).getViolations();
    }

    /** JSON in which ' stands for ". */
    static JsonNode json(String text) {
        return tree(text.replace('\'', '"'));
    }

    static JsonNode tree(String json) {
        try {
            return JSON.readTree(json);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
