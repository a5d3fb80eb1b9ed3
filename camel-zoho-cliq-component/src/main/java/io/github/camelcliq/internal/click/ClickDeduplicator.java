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
 * Gives a click to its route once, even if it is sent several times. A repeat waits for the first answer and gets the
 * same one. The answer is empty if the first answer is no longer known, or came from another application with the same
 * repository. A failed click is forgotten: waiting repeats get the failure, and a later repeat reaches the route again.
 */
final class ClickDeduplicator {

    private static final Logger LOG = LoggerFactory.getLogger(ClickDeduplicator.class);

    /** The number of latest answers that are kept for repeats. Our choice. */
    private static final int MAX_ANSWERS = 1_000;

    private final IdempotentRepository clicks;

    // guarded by itself
    private final Map<ClickId, CompletableFuture<ClickResponse>> answers = new LinkedHashMap<>();

    ClickDeduplicator(IdempotentRepository clicks) {
        this.clicks = clicks;
    }

    /**
     * Answers a click.
     *
     * @param asked takes the answer, once
     * @param first called if the click is new. Its arguments are a consumer that takes the answer once, and a call that
     *     forgets the click, before or after the answer. It throws if no route gets the click
     * @throws RuntimeException if the repository or {@code first} throws it; the click may then be sent again
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
                // ask the repository again for the next repeat: the click may have failed elsewhere by then
                drop(click);
                answer.complete(ClickResponse.NOTHING);
            }
        } catch (RuntimeException | Error failed) {
            // an Error too, such as a missing class of a driver: otherwise a repeat waits for ever
            drop(click);
            // repeats that wait get the failure here; the caller gets the exception
            answer.complete(ClickRejection.FAILED.answer());
            throw failed;
        }
    }

    /** Gives a new click to its route. If that fails, the repository must not keep the click. */
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

    /** Forgets a click, first in the repository. So a repeat that comes meanwhile gets this answer, and is not lost. */
    private void forget(ClickId click) {
        try {
            clicks.remove(click.value());
        } catch (RuntimeException | Error stillThere) {
            // an Error too: the waiting repeats must get the answer
            LOG.warn(
                    "The click {} failed, and is still in the replay repository. If Cliq repeats it, the person sees"
                            + " nothing",
                    click,
                    stillThere);
        }
        drop(click);
    }

    private void drop(ClickId click) {
        synchronized (answers) {
            answers.remove(click);
        }
    }
}
