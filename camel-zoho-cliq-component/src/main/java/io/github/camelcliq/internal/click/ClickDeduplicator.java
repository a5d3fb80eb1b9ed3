package io.github.camelcliq.internal.click;

import io.github.camelcliq.webhook.ClickId;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.apache.camel.spi.IdempotentRepository;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sees to it that a click reaches its route once, however often it is sent. A repeat gets the first one's answer, once
 * that is there, or an empty one where it is no longer known, or was given by another application that shares the
 * repository. A click that failed is forgotten: repeats that waited for it are told so, and a later one reaches its
 * route again.
 */
final class ClickDeduplicator {

    private static final Logger LOG = LoggerFactory.getLogger(ClickDeduplicator.class);

    /** Answers that are kept for repeats, the latest; our choice. */
    private static final int MAX_ANSWERS = 1_000;

    private final IdempotentRepository clicks;

    // guarded by itself
    private final Map<ClickId, CompletableFuture<ClickResponse>> answers = new LinkedHashMap<>();

    ClickDeduplicator(IdempotentRepository clicks) {
        this.clicks = clicks;
    }

    /**
     * Has a click answered.
     *
     * @param asked gets the answer, once
     * @param first called where the click is new, with what takes the answer to it, once, and what forgets the click,
     *     before the answer or after; throws where no route hears of the click
     * @throws RuntimeException as the repository or the first throws it; the click may be sent again then
     */
    void answer(ClickId click, Consumer<ClickResponse> asked, BiConsumer<Consumer<ClickResponse>, Runnable> first) {
        CompletableFuture<ClickResponse> answer = new CompletableFuture<>();
        Optional<CompletableFuture<ClickResponse>> earlier = put(click, answer);
        if (earlier.isPresent()) {
            earlier.get().thenAccept(asked);
        } else {
            answer.thenAccept(asked);
            takeOnce(click, answer, first);
        }
    }

    private void takeOnce(
            ClickId click,
            CompletableFuture<ClickResponse> answer,
            BiConsumer<Consumer<ClickResponse>, Runnable> first) {
        try {
            if (clicks.add(click.value())) {
                takeNew(click, answer, first);
            } else {
                // the repository is asked again for the next repeat: the click may have failed elsewhere by then
                drop(click);
                answer.complete(ClickResponse.NOTHING);
            }
        } catch (RuntimeException | Error failed) {
            // errors too, such as a class that a driver does not find: a repeat would wait for ever
            drop(click);
            // whoever waits for it already hears of it here, and the caller by the exception
            answer.complete(ClickRejection.FAILED.answer());
            throw failed;
        }
    }

    /** No route has heard of a click whose taking failed: the repository must not say that one has. */
    private void takeNew(
            ClickId click,
            CompletableFuture<ClickResponse> answer,
            BiConsumer<Consumer<ClickResponse>, Runnable> first) {
        try {
            clicks.confirm(click.value());
            first.accept(answer::complete, () -> forget(click));
        } catch (RuntimeException | Error notTaken) {
            try {
                clicks.remove(click.value());
            } catch (RuntimeException stillThere) {
                notTaken.addSuppressed(stillThere);
            }
            throw notTaken;
        }
    }

    private Optional<CompletableFuture<ClickResponse>> put(ClickId click, CompletableFuture<ClickResponse> answer) {
        synchronized (answers) {
            CompletableFuture<ClickResponse> earlier = answers.putIfAbsent(click, answer);
            if (answers.size() > MAX_ANSWERS) {
                answers.remove(answers.keySet().iterator().next());
            }
            return Optional.ofNullable(earlier);
        }
    }

    /** The repository first: a repeat that comes between the two gets this one's answer, and is not lost. */
    private void forget(ClickId click) {
        try {
            clicks.remove(click.value());
        } catch (RuntimeException | Error stillThere) {
            // errors too: whoever waits for the answer must get it
            LOG.warn("The failed click {} is still in the replay repository: repeats show nothing", click, stillThere);
        }
        drop(click);
    }

    private void drop(ClickId click) {
        synchronized (answers) {
            answers.remove(click);
        }
    }
}
