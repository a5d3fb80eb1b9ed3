package io.github.camelcliq.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Calls are made in order, whatever becomes of one of them. */
class InOrderTest {

    private final InOrder calls = new InOrder();
    private final List<String> made = new ArrayList<>();

    @Test
    void whatACallAddsComesAfterWhatWasThere() {
        calls.add(() -> {
            calls.add(() -> made.add("third"));
            calls.makeAll();
            made.add("first");
        });
        calls.add(() -> made.add("second"));

        calls.makeAll();

        assertThat(made).containsExactly("first", "second", "third");
    }

    @Test
    void oneThatFailsHoldsUpNoOther() {
        calls.add(() -> {
            throw new NoClassDefFoundError("gone");
        });
        calls.add(() -> made.add("second"));
        calls.makeAll();
        calls.add(() -> made.add("third"));
        calls.makeAll();

        assertThat(made).containsExactly("second", "third");
    }
}
