package io.github.camelcliq.client;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.util.ArrayDeque;

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

    /** The token to post with now. The future always succeeds. */
    Future<Authorisation> current() {
        Promise<Authorisation> mine = Promise.promise();
        Future<Authorisation> token;
        synchronized (this) {
            if (busy) {
                waiting.addLast(mine);
                return mine.future();
            }
            token = tokens.current();
            if (token.isComplete()) {
                return token;
            }
            busy = true;
            waiting.addLast(mine);
        }
        token.onSuccess(this::handOut);
        return mine.future();
    }

    /** One after the other, each outside the lock, since its post goes on right here. */
    private void handOut(Authorisation authorisation) {
        for (Promise<Authorisation> next = next(); next != null; next = next()) {
            next.complete(authorisation);
        }
    }

    private synchronized Promise<Authorisation> next() {
        Promise<Authorisation> next = waiting.pollFirst();
        busy = next != null;
        return next;
    }
}
