package io.github.camelcliq.internal.store;

import io.github.camelcliq.internal.pacing.PacingLimits;
import io.github.camelcliq.internal.pacing.Timing;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Counts in memory, and writes each change to a file before it answers. So a process that starts again on the same host
 * goes on with the counts, even after a crash of the process. One process at a time uses the file. All calls run on a
 * thread of the store's own, in order.
 *
 * <p>The file has periods and the time of day at which they began. If the clock was set back since, the posts count
 * longer. If it was set forward, they count shorter.
 */
public final class FileStore implements CorrectableStore {

    private static final Logger LOG = LoggerFactory.getLogger(FileStore.class);

    private static final String FORMAT = "camel-zoho-cliq posts 1";

    private final Path file;
    private final Timing timing;
    private final MemoryStore memory;
    private final ThreadPoolExecutor thread =
            new ThreadPoolExecutor(1, 1, 10, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), FileStore::thread);

    /** Whether the file could not be written. Each call then tries it again. */
    private boolean isUnsaved;

    /** Locks the file for this process until it is closed. */
    private final FileChannel lock;

    /**
     * Opens the file. Creates the file and its folder if they do not exist.
     *
     * @param id the name of the file without its ending
     * @throws IllegalStateException if another store, of this process or another one, has the file open
     */
    public FileStore(Path folder, String id, PacingLimits limits, Timing timing) throws IOException {
        this.file = folder.resolve(id + ".json");
        this.timing = timing;
        Files.createDirectories(folder);
        this.lock = lock(folder.resolve(id + ".lock"));
        try {
            this.memory = load(limits);
            save(limits);
        } catch (IOException | RuntimeException unusable) {
            lock.close();
            throw unusable;
        }
        thread.allowCoreThreadTimeOut(true);
    }

    private static Thread thread(Runnable calls) {
        Thread thread = new Thread(calls, "CliqStore");
        thread.setDaemon(true);
        return thread;
    }

    private static FileChannel lock(Path file) throws IOException {
        FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            if (channel.tryLock() != null) {
                return channel;
            }
        } catch (OverlappingFileLockException ofThisProcess) {
            // as if it were of another process
        } catch (IOException unsupported) {
            channel.close();
            throw unsupported;
        }
        channel.close();
        throw new IllegalStateException("The posts of this Cliq user are already counted in this folder, by another"
                + " process or Camel context, which holds the lock of " + file
                + ". Stop it, or let all of them count by Redis (option pacingStore)");
    }

    private MemoryStore load(PacingLimits limits) throws IOException {
        if (!Files.exists(file)) {
            return new MemoryStore(timing);
        }
        try {
            return new MemoryStore(timing, limits, read(new JsonObject(Files.readString(file)), limits));
        } catch (IOException | RuntimeException damaged) {
            Path aside = file.resolveSibling(
                    file.getFileName() + ".damaged-" + timing.now().toEpochMilli());
            Files.move(file, aside);
            LOG.warn(
                    "{} has no counts of posts, or is damaged ({}). It is now {}. Posts wait one window, since Cliq may"
                            + " still count earlier ones.",
                    file,
                    damaged.getClass().getSimpleName(),
                    aside.getFileName());
            MemoryStore unknown = new MemoryStore(timing);
            unknown.awaitUnknownPosts(limits);
            return unknown;
        }
    }

    private MemoryStore.State read(JsonObject saved, PacingLimits limits) {
        if (!FORMAT.equals(saved.getString("format"))) {
            throw new IllegalArgumentException("another format");
        }
        long passed = Math.max(0, timing.now().toEpochMilli() - saved.getLong("at"));
        Counts counts = new Counts(
                count(saved.getJsonObject("posts"), passed),
                count(saved.getJsonObject("restricted"), passed),
                new Lock(
                        left(saved.getLong("lock"), passed),
                        saved.getBoolean("lockIsUnproven"),
                        saved.getBoolean("lockIsOfUnknownPosts")));
        long widened = saved.getInteger("parts") + passed / limits.window().toMillis();
        return new MemoryStore.State(counts, (int) Math.min(Integer.MAX_VALUE, widened));
    }

    private static Count count(JsonObject saved, long passed) {
        List<Duration> returns = saved.getJsonArray("returns").stream()
                .map(in -> left(((Number) in).longValue(), passed))
                .toList();
        return new Count(0, saved.getInteger("inFlight"), returns);
    }

    private static Duration left(long saved, long passed) {
        return Duration.ofMillis(Math.max(0, saved - passed));
    }

    /** Replaces the file, which is whole at any time. No {@code fsync}: a crash of the process loses nothing. */
    private synchronized void save(PacingLimits limits) throws IOException {
        if (!lock.isOpen()) {
            throw new IllegalStateException("the store in " + file + " is closed");
        }
        isUnsaved = true;
        MemoryStore.State state = memory.state(limits);
        JsonObject saved = new JsonObject()
                .put("format", FORMAT)
                .put("at", timing.now().toEpochMilli())
                .put("posts", json(state.counts().posts()))
                .put("restricted", json(state.counts().restricted()))
                .put("lock", state.counts().lock().left().toMillis())
                .put("lockIsUnproven", state.counts().lock().isUnproven())
                .put("lockIsOfUnknownPosts", state.counts().lock().isOfUnknownPosts())
                .put("parts", state.parts());
        Path whole = file.resolveSibling(file.getFileName() + ".new");
        Files.writeString(whole, saved.encode());
        Files.move(whole, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        isUnsaved = false;
    }

    private static JsonObject json(Count count) {
        JsonArray returns = new JsonArray();
        count.returns().forEach(in -> returns.add(in.toMillis()));
        return new JsonObject().put("inFlight", count.inFlight()).put("returns", returns);
    }

    @Override
    public Future<Turn> acquire(PacingLimits limits, boolean restricted) {
        return inTurn(() -> memory.acquire(limits, restricted).map(turn -> {
            if (turn.permit() != null || isUnsaved) {
                try {
                    save(limits);
                } catch (IOException | RuntimeException unwritten) {
                    if (turn.permit() != null) {
                        memory.release(limits, turn.permit(), Release.UNUSED);
                    }
                    throw failed(unwritten);
                }
            }
            return turn;
        }));
    }

    @Override
    public Future<Lock> release(PacingLimits limits, String permit, Release release) {
        return inTurn(() -> saved(limits, memory.release(limits, permit, release)));
    }

    @Override
    public Future<Counts> lock(PacingLimits limits, Duration period) {
        return inTurn(() -> saved(limits, memory.lock(limits, period)));
    }

    @Override
    public Future<Counts> counts(PacingLimits limits) {
        return inTurn(() -> isUnsaved ? saved(limits, memory.counts(limits)) : memory.counts(limits));
    }

    @Override
    public Future<Lock> awaitUnknownPosts(PacingLimits limits) {
        return inTurn(() -> saved(limits, memory.awaitUnknownPosts(limits)));
    }

    private <T> Future<T> saved(PacingLimits limits, Future<T> answer) {
        try {
            save(limits);
            return answer;
        } catch (IOException | RuntimeException unwritten) {
            return Future.failedFuture(failed(unwritten));
        }
    }

    private IllegalStateException failed(Exception unwritten) {
        return new IllegalStateException("the counts of posts cannot be written to " + file + ": " + unwritten);
    }

    private <T> Future<T> inTurn(Supplier<Future<T>> call) {
        Promise<T> answer = Promise.promise();
        thread.execute(
                () -> Future.succeededFuture().compose(begun -> call.get()).onComplete(answer));
        return answer.future();
    }

    /** Gives the file free for the next store. Calls that are not answered yet may fail. */
    @Override
    public synchronized void close() {
        thread.shutdown();
        try {
            lock.close();
        } catch (IOException e) {
            LOG.warn("The lock of {} was not given free: {}", file, e.toString());
        }
    }
}
