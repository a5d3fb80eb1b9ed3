package io.github.camelcliq.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** The short form of the load that the benchmarks put on a sandbox. */
class LoadTest {

    private static final int POSTERS = 8;
    private static final int MESSAGES = 2_000;
    private static final int HISTORY = 500;

    @Test
    void everyMessageIsAnsweredAndTheHistoryStaysBounded() throws Exception {
        try (Sandbox sandbox = Sandbox.builder().history(HISTORY).start()) {
            assertThat(answers(sandbox, MESSAGES, "Hello")).containsOnly(204).hasSize(MESSAGES);

            assertThat(sandbox.budget().accepted()).isEqualTo(MESSAGES);
            assertThat(sandbox.messages()).hasSize(HISTORY);
            assertThat(sandbox.messages().get(HISTORY - 1).sequence()).isEqualTo(MESSAGES);
            assertThat(sandbox.requests()).hasSize(HISTORY);
            assertThat(sandbox.awaitMessages(MESSAGES, Duration.ZERO)).hasSize(HISTORY);
        }
    }

    @Test
    void longMessagesAreForgottenByTheirBytes() throws Exception {
        int quarterMebibyte = 256 * 1024;
        try (Sandbox sandbox = Sandbox.builder().historyBytes(8 * 1024 * 1024).start()) {
            assertThat(answers(sandbox, 100, "y".repeat(quarterMebibyte))).containsOnly(204);

            // in the unknown key, which is taken; two bytes each
            assertThat(sandbox.messages()).hasSizeBetween(14, 15);
            assertThat(sandbox.requests()).hasSizeBetween(14, 15);
            assertThat(sandbox.messages())
                    .allSatisfy(message -> assertThat(message.json()).hasSizeGreaterThan(quarterMebibyte));
        }
    }

    /** Posts so many messages as fast as a few connections can, and gives the status of each. */
    private static List<Integer> answers(Sandbox sandbox, int messages, String unknown) throws Exception {
        String request =
                RawConnection.request("POST", Caller.CHAT, "{\"text\": \"x\", \"unknown\": \"" + unknown + "\"}");
        Callable<List<Integer>> poster = () -> {
            List<Integer> answers = new ArrayList<>();
            try (RawConnection connection = RawConnection.to(sandbox)) {
                while (answers.size() < messages / POSTERS) {
                    answers.add(connection.write(request).answer().status());
                }
            }
            return answers;
        };
        ExecutorService posters = Executors.newFixedThreadPool(POSTERS);
        try {
            List<Integer> all = new ArrayList<>();
            for (Future<List<Integer>> answers : posters.invokeAll(Collections.nCopies(POSTERS, poster))) {
                all.addAll(answers.get());
            }
            return all;
        } finally {
            posters.shutdown();
        }
    }
}
