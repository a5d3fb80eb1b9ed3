package io.github.camelcliq.sandbox;

import static io.github.camelcliq.sandbox.Caller.json;

import io.github.camelcliq.sandbox.organisation.CliqUser;
import io.github.camelcliq.sandbox.organisation.Organisation;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.List;

/** A sandbox whose function {@code approve} is a server of the test's own. */
final class ClickSetting implements AutoCloseable {

    static final String CHANNEL = "/api/v2/channelsbyname/finance/message";

    /** A button {@code k} that calls the function, and asks for nothing. */
    static final String PLAIN = json(
            "{'text': 'Approve?', 'buttons': [{'label': 'Approve', 'type': '+', 'key': 'k', "
                    + "'hint': 'Now', 'action': {'type': 'invoke.function', 'data': {'name': 'approve', 'owner': 'a@x.com'}}}]}");

    private static final KeyPair KEYS = keys();

    final FunctionServer function = new FunctionServer();
    final Organisation organisation;
    final Sandbox sandbox;
    final Caller caller;

    ClickSetting() {
        this(Duration.ofSeconds(60));
    }

    /** @param timeout how long the function may take */
    ClickSetting(Duration timeout) {
        organisation = Organisation.builder()
                .user(new CliqUser("123456", "Scott", "Fisher", "scott.fisher@zylker.com", true))
                .user(new CliqUser("55622671", "Amelia", "Burrows", "amelia.burrows@zylker.com", false))
                .channel("finance")
                .function("approve", function.url("/approve?key=function-secret"))
                .build();
        sandbox = with(organisation).clickTimeout(timeout).start();
        caller = new Caller(sandbox);
    }

    /** For a sandbox of an organisation, which signs clicks with keys that are there already. */
    static Sandbox.Builder with(Organisation organisation) {
        return Sandbox.builder().organisation(organisation).clickKeys(KEYS);
    }

    /** A new pair of RSA keys. */
    static KeyPair keys() {
        try {
            KeyPairGenerator rsa = KeyPairGenerator.getInstance("RSA");
            rsa.initialize(2048);
            return rsa.generateKeyPair();
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new AssertionError(everyJavaHasIt);
        }
    }

    /** Posts a message to the channel, and gives its id. */
    String post(String message) {
        if (caller.post(CHANNEL, message).statusCode() != 204) {
            throw new AssertionError(
                    "refused: " + sandbox.requests().get(sandbox.requests().size() - 1));
        }
        return newest().id();
    }

    ReceivedMessage newest() {
        List<ReceivedMessage> messages = sandbox.messages();
        return messages.get(messages.size() - 1);
    }

    @Override
    public void close() {
        sandbox.close();
        function.close();
    }
}
