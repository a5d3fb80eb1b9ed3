package io.github.camelcliq.sandbox.function;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelcliq.sandbox.DestinationKind;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LateResponsesTest {

    @Test
    void theNumberOfClicksThatCanBeAnsweredIsBounded() {
        LateResponses answers = new LateResponses();
        List<String> names = new ArrayList<>();
        for (int open = 0; open <= LateResponses.MOST; open++) {
            names.add(answers.await(new PendingClick("m", "v2", DestinationKind.CHAT, "c", "f", null, null)));
        }

        assertThat(names).doesNotHaveDuplicates().allMatch(name -> name.matches("[0-9]{26}"));
        assertThat(answers.take(names.get(0))).isEmpty();
        assertThat(answers.take(names.get(1))).isPresent();
        assertThat(answers.take(names.get(1))).isEmpty();
    }
}
