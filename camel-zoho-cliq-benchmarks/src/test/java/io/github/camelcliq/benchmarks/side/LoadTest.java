package io.github.camelcliq.benchmarks.side;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class LoadTest {

    private static final long MILLISECOND = 1_000_000;

    @Test
    void chatsBeginOneAfterTheOther() throws Exception {
        Unanswered posts = new Unanswered();
        Load load = new Load(posts, 4);

        load.start(40);
        load.stop();
        posts.answerAll(null);
        load.drain();

        assertThat(LongStream.range(1, 4).map(chat -> posts.begunAfter((int) chat) - chat * 10 * MILLISECOND))
                .as("nanoseconds after the time that is due")
                .allMatch(late -> late >= 0);
        assertThat(load.accepted()).isEqualTo(4);
    }

    @Test
    void whatIsNotAcceptedEndsTheLoad() {
        Unanswered posts = new Unanswered();
        Load load = new Load(posts, 2);
        load.start(0);

        posts.answerAll(new IllegalStateException("answered with 500"));

        assertThat(load.goesOn()).isFalse();
        assertThatThrownBy(load::drain).hasRootCauseMessage("answered with 500");
    }

    /** Keeps when posts began, and answers only when told to. */
    private static final class Unanswered implements Poster {

        private final long made = System.nanoTime();
        private final List<Long> begun = new ArrayList<>();
        private final List<Answered> open = new ArrayList<>();

        @Override
        public void post(int chat, Answered answered) {
            begun.add(System.nanoTime());
            open.add(answered);
        }

        long begunAfter(int chat) {
            return begun.get(chat) - made;
        }

        void answerAll(Throwable failure) {
            List.copyOf(open).forEach(answered -> answered.answered(failure));
        }

        @Override
        public void close() {}
    }
}
