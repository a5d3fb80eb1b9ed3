package io.github.camelcliq.sandbox;

import static io.github.camelcliq.sandbox.Caller.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.github.camelcliq.sandbox.judging.RuleLevel;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.provider.Arguments;

/**
 * Tests that post one message after another to one sandbox of the strictest level and look at what it finds wrong with
 * them.
 */
public abstract class JudgedMessages {

    private static Sandbox sandbox;
    private static Caller caller;

    @BeforeAll
    static void start() {
        sandbox = Sandbox.builder().rules(RuleLevel.STRICT).start();
        caller = new Caller(sandbox);
    }

    @AfterAll
    static void stop() {
        sandbox.close();
    }

    /** One rule: a message just within it, one just beyond, and where the sandbox complains about the latter. */
    protected static Arguments rule(String what, String within, String beyond, String... pointers) {
        return arguments(what, within, beyond, List.of(pointers));
    }

    protected static void isTaken(String message) {
        assertThat(caller.complaintsAbout(Caller.CHAT, json(message)))
                .as(message)
                .isEmpty();
    }

    protected static void isRefusedAt(List<String> pointers, String message) {
        assertThat(caller.complaintsAbout(Caller.CHAT, json(message)))
                .as(message)
                .containsExactlyInAnyOrderElementsOf(pointers);
    }

    protected static void botTakes(String message) {
        assertThat(caller.complaintsAbout(Caller.BOT, json(message)))
                .as(message)
                .isEmpty();
    }

    protected static void botRefusesAt(String pointer, String message) {
        assertThat(caller.complaintsAbout(Caller.BOT, json(message)))
                .as(message)
                .containsExactly(pointer);
    }
}
