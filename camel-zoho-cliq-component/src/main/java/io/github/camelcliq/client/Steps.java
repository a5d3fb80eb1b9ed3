package io.github.camelcliq.client;

import io.vertx.core.AsyncResult;
import io.vertx.core.Future;
import java.util.function.Function;

/** One step after another, at once where there is nothing to wait for. */
final class Steps {

    private Steps() {}

    /**
     * The second step with what the first one gave.
     *
     * @param next the second step, whose future always succeeds
     * @param otherwise what comes of it where the first step failed, or the second throws
     * @return a future that always succeeds
     */
    static <T, R> Future<R> then(Future<T> first, Function<T, Future<R>> next, Function<Throwable, R> otherwise) {
        return first.isComplete() ? now(first, next, otherwise) : first.transform(given -> now(given, next, otherwise));
    }

    private static <T, R> Future<R> now(
            AsyncResult<T> given, Function<T, Future<R>> next, Function<Throwable, R> otherwise) {
        if (given.failed()) {
            return Future.succeededFuture(otherwise.apply(given.cause()));
        }
        try {
            return next.apply(given.result());
        } catch (Throwable failed) {
            // errors too: whoever waits must hear of it
            return Future.succeededFuture(otherwise.apply(failed));
        }
    }
}
