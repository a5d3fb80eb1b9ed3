package io.github.camelcliq.client;

import io.vertx.core.AsyncResult;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.util.ArrayDeque;
import java.util.List;

/**
 * Hands out the account's token in the order in which posts ask for it. While some wait for a token, and while it is
 * handed out to them, a later one must not find it there already and go first: the order of posts is that in which they
 * ask.
 */
final class AuthorisationQueue {

    private final TokenSource tokens;

    // guarded by this
    private final ArrayDeque<Promise<Authorisation>> waiting = new ArrayDeque<>();
    private boolean busy;

    AuthorisationQueue(TokenSource tokens) {
        this.tokens = tokens;
    }

    /** The token to post with now, or what keeps it from being had. */
    Future<Authorisation> current() {
        Future<Authorisation> token;
        Future<Authorisation> mine;
        synchronized (this) {
            if (busy) {
                return waitForIt();
            }
            token = ask();
            if (token.isComplete()) {
                return token;
            }
            busy = true;
            mine = waitForIt();
        }
        token.onComplete(this::handOut);
        return mine;
    }

    private Future<Authorisation> waitForIt() {
        Promise<Authorisation> mine = Promise.promise();
        waiting.addLast(mine);
        return mine.future();
    }

    /**
     * One after the other, each outside the lock, since its post goes on right here. Who asked meanwhile comes next,
     * with what there is by then: a failure of before may be over.
     */
    private void handOut(AsyncResult<Authorisation> arrived) {
        AsyncResult<Authorisation> authorisation = arrived;
        while (authorisation != null) {
            for (Promise<Authorisation> next : takeWaiting()) {
                next.handle(authorisation);
            }
            authorisation = forTheNext();
        }
    }

    private synchronized List<Promise<Authorisation>> takeWaiting() {
        List<Promise<Authorisation>> taken = List.copyOf(waiting);
        waiting.clear();
        return taken;
    }

    /** What those get who wait now; {@code null} where nobody does, or where it is handed out once it has arrived. */
    private AsyncResult<Authorisation> forTheNext() {
        Future<Authorisation> token;
        synchronized (this) {
            busy = !waiting.isEmpty();
            if (!busy) {
                return null;
            }
            token = ask();
        }
        if (token.isComplete()) {
            return token;
        }
        token.onComplete(this::handOut);
        return null;
    }

    /** Whatever a source throws, those who wait must hear of it. */
    private Future<Authorisation> ask() {
        try {
            return tokens.current();
        } catch (RuntimeException failed) {
            return Future.failedFuture(failed);
        }
    }
}
