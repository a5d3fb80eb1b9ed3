package io.github.camelcliq.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class MomentsTest {

    /** It grows while its first stands anywhere in the ring. */
    @Test
    void itHoldsWhatAQueueOfTheJdkHolds() {
        Random random = new Random(7);
        Moments moments = new Moments();
        ArrayDeque<Long> queue = new ArrayDeque<>();

        for (int step = 0; step < 100_000; step++) {
            boolean growing = step / 1_000 % 2 == 0;
            if (queue.isEmpty() || random.nextInt(10) < (growing ? 7 : 3)) {
                moments.addLast(step);
                queue.addLast((long) step);
            } else {
                moments.removeFirst();
                queue.removeFirst();
            }
            assertThat(moments.size()).isEqualTo(queue.size());
            if (step % 100 == 0) {
                assertThat(held(moments)).isEqualTo(new ArrayList<>(queue));
            }
        }
    }

    private static List<Long> held(Moments moments) {
        return IntStream.range(0, moments.size()).mapToObj(moments::get).toList();
    }
}
