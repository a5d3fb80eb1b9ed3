package io.github.camelcliq.internal.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.camelcliq.internal.pacing.ManualTiming;
import io.github.camelcliq.internal.pacing.PacingLimits;
import io.github.camelcliq.internal.pacing.PacingStore;
import io.github.camelcliq.internal.pacing.PacingStore.Counts;
import io.github.camelcliq.internal.pacing.PacingStore.Release;
import io.github.camelcliq.internal.pacing.PacingStore.Turn;
import io.vertx.core.Future;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Counts in a file: they outlive the store, and agree with those in memory. */
class FileStoreTest {

    private static final PacingLimits LIMITS = new PacingLimits(5, 2, Duration.ofMinutes(1));
    private static final Duration WINDOW = LIMITS.window();

    private final ManualTiming time = new ManualTiming();
    private final Deque<PacingStore> open = new ArrayDeque<>();

    @TempDir
    Path folder;

    @AfterEach
    void close() {
        open.forEach(PacingStore::close);
    }

    @Test
    void releasedPermitsComeBackAtTheirTimeAfterARestart() throws Exception {
        PacingStore first = store();
        Turn early = acquired(first);
        got(first.release(LIMITS, early.permit(), Release.AFTER_WINDOW));
        time.pass(Duration.ofSeconds(20));
        Turn late = acquired(first);
        got(first.release(LIMITS, late.permit(), Release.AFTER_WINDOW));
        first.close();
        time.pass(Duration.ofSeconds(10));

        Counts counts = got(store().counts(LIMITS));

        assertThat(counts.posts().returns())
                .containsExactly(
                        Duration.ofSeconds(30).plusMillis(1),
                        Duration.ofSeconds(50).plusMillis(1));
        assertThat(counts.restricted().returns()).isEmpty();
    }

    @Test
    void permitsThatWereNotReleasedCountOneWindowFromTheRestart() throws Exception {
        PacingStore first = store();
        assertThat(got(first.acquire(LIMITS, true)).permit()).isNotNull();
        first.close();
        time.pass(WINDOW.multipliedBy(10));

        PacingStore second = store();

        List<Duration> oneWindow = List.of(WINDOW.plusMillis(1));
        assertThat(got(second.counts(LIMITS))).satisfies(counts -> {
            assertThat(counts.posts().returns()).isEqualTo(oneWindow);
            assertThat(counts.restricted().returns()).isEqualTo(oneWindow);
        });
        time.pass(WINDOW.plusMillis(1));
        assertThat(got(second.counts(LIMITS)).posts().returns()).isEmpty();
    }

    @Test
    void aLockAndNarrowedLimitsOutliveARestart() throws Exception {
        PacingStore first = store();
        got(first.lock(LIMITS, Duration.ofMinutes(10)));
        first.close();
        time.pass(Duration.ofMinutes(1));

        PacingStore second = store();

        assertThat(got(second.counts(LIMITS))).satisfies(counts -> {
            assertThat(counts.lock().left()).isEqualTo(Duration.ofMinutes(9));
            assertThat(counts.lock().isUnproven()).isTrue();
            assertThat(counts.posts().limit()).isLessThan(LIMITS.posts());
        });
        time.pass(Duration.ofMinutes(9));
        assertThat(acquired(second).isProbe()).isTrue();
    }

    @Test
    void aSecondStoreCannotOpenTheFile() throws Exception {
        store();

        assertThatThrownBy(this::store)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("user.lock")
                .hasMessageContaining("already counted");
    }

    @Test
    void anotherUserHasAnotherFile() throws Exception {
        acquired(store());
        PacingStore other = new FileStore(folder, "other", LIMITS, time);
        open.add(other);

        assertThat(got(other.counts(LIMITS)).posts().inFlight()).isZero();
    }

    @Test
    void aFileThatIsNotOursIsSetAsideAndPostsWaitOneWindow() throws Exception {
        for (String content :
                List.of("", "{}", "{\"format\": \"camel-zoho-cliq posts 1\", \"at\": 5", "shopping list")) {
            Files.writeString(folder.resolve("user.json"), content);

            PacingStore store = store();

            assertThat(got(store.acquire(LIMITS, false)).lookAgainIn()).isEqualTo(WINDOW);
            store.close();
            store = store();
            assertThat(got(store.counts(LIMITS)).lock().isOfUnknownPosts())
                    .as("after a restart")
                    .isTrue();
            time.pass(WINDOW);
            assertThat(acquired(store).isProbe()).isTrue();
            store.close();
            try (Stream<Path> files = Files.list(folder)) {
                assertThat(files.filter(file -> file.toString().contains("damaged"))
                                .map(FileStoreTest::text))
                        .contains(content);
            }
        }
    }

    @Test
    void withoutAFileToWriteThereIsNoPermit() throws Exception {
        PacingStore store = store();
        Path moved = folder.resolveSibling(folder.getFileName() + "-moved");
        Files.move(folder, moved);
        try {
            assertThatThrownBy(() -> acquired(store))
                    .hasRootCauseMessage("the counts of posts cannot be written to " + folder.resolve("user.json")
                            + ": " + "java.nio.file.NoSuchFileException: " + folder.resolve("user.json.new"));
        } finally {
            Files.move(moved, folder);
        }

        assertThat(acquired(store).permit()).isNotNull();
        assertThat(got(store.counts(LIMITS)).posts().inFlight()).isOne();
    }

    /** Such as on a full disk. */
    @Test
    void aChangeThatCouldNotBeWrittenIsWrittenByTheNextCall() throws Exception {
        PacingStore store = store();
        Path inTheWay = Files.createDirectory(folder.resolve("user.json.new"));
        assertThatThrownBy(() -> got(store.lock(LIMITS, WINDOW))).hasMessageContaining("cannot be written to");
        assertThatThrownBy(() -> got(store.acquire(LIMITS, false))).hasMessageContaining("cannot be written to");
        assertThatThrownBy(() -> got(store.counts(LIMITS))).hasMessageContaining("cannot be written to");

        Files.delete(inTheWay);

        got(store.counts(LIMITS));
        store.close();
        assertThat(got(store().counts(LIMITS)).lock().left()).isEqualTo(WINDOW);
    }

    /** Whatever happens to both in the same order, they give the same answers, restarts of the file store included. */
    @Test
    void fileAndMemoryAgree() throws Exception {
        for (int round = 0; round < 20; round++) {
            Random random = new Random(round);
            MemoryStore memory = new MemoryStore(time);
            PacingStore file = new FileStore(folder, "round-" + round, LIMITS, time);
            List<List<String>> permits = new ArrayList<>();
            for (int step = 0; step < 100; step++) {
                String at = "round " + round + ", step " + step;
                switch (random.nextInt(5)) {
                    case 0, 1 -> {
                        boolean restricted = random.nextBoolean();
                        Turn expected = got(memory.acquire(LIMITS, restricted));
                        Turn turn = got(file.acquire(LIMITS, restricted));
                        if (turn.permit() != null && expected.permit() != null) {
                            permits.add(List.of(expected.permit(), turn.permit()));
                        }
                        assertThat(turn)
                                .as(at)
                                .usingRecursiveComparison()
                                .ignoringFields("permit")
                                .isEqualTo(expected);
                        assertThat(turn.permit() == null).as(at).isEqualTo(expected.permit() == null);
                    }
                    case 2 -> {
                        if (!permits.isEmpty()) {
                            List<String> permit = permits.remove(random.nextInt(permits.size()));
                            Release release = Release.values()[random.nextInt(3)];
                            assertThat(got(file.release(LIMITS, permit.get(1), release)))
                                    .as(at)
                                    .isEqualTo(got(memory.release(LIMITS, permit.get(0), release)));
                        }
                    }
                    case 3 -> time.pass(Duration.ofSeconds(random.nextInt(40)));
                    default -> {
                        if (random.nextInt(4) == 0) {
                            Duration period = Duration.ofSeconds(random.nextInt(100));
                            assertThat(got(file.lock(LIMITS, period)))
                                    .as(at)
                                    .isEqualTo(got(memory.lock(LIMITS, period)));
                        } else if (permits.isEmpty()
                                && got(memory.counts(LIMITS)).posts().limit() == LIMITS.posts()) {
                            file.close();
                            file = new FileStore(folder, "round-" + round, LIMITS, time);
                        }
                    }
                }
                assertThat(got(file.counts(LIMITS))).as(at).isEqualTo(got(memory.counts(LIMITS)));
            }
            file.close();
        }
    }

    private PacingStore store() throws IOException {
        PacingStore store = new FileStore(folder, "user", LIMITS, time);
        open.add(store);
        return store;
    }

    private static Turn acquired(PacingStore store) throws Exception {
        Turn turn = got(store.acquire(LIMITS, false));
        assertThat(turn.permit()).isNotNull();
        return turn;
    }

    private static <T> T got(Future<T> answer) throws Exception {
        return answer.toCompletionStage().toCompletableFuture().get(1, TimeUnit.MINUTES);
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
