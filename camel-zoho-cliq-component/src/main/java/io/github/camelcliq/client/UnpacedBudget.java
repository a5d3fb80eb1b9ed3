package io.github.camelcliq.client;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The budget of a user whose posts are paced elsewhere: every post may go at once, and only those to one chat wait for
 * one another, as long as it takes. Knows no lock.
 */
public final class UnpacedBudget implements Budget {

    // guarded by this; a chat is in the map while a post to it is under way
    private final Map<String, ArrayDeque<Promise<Leave>>> chats = new HashMap<>();
    private int inFlight;
    private int waiting;
    private volatile boolean stopped;

    @Override
    public synchronized Future<Leave> ask(Demand demand) {
        if (stopped) {
            return Future.succeededFuture(Refusal.STOPPING);
        }
        ArrayDeque<Promise<Leave>> before = demand.chat() == null ? null : chats.get(demand.chat());
        if (before != null) {
            Promise<Leave> promise = Promise.promise();
            before.addLast(promise);
            waiting++;
            return promise.future();
        }
        if (demand.chat() != null) {
            chats.put(demand.chat(), new ArrayDeque<>());
        }
        inFlight++;
        return Future.succeededFuture(new UnpacedPermit(demand.chat()));
    }

    @Override
    public void throttled(Duration lock) {
        // whoever paces elsewhere hears of it by the failure of the post
    }

    @Override
    public synchronized Figures figures() {
        return new Figures(Integer.MAX_VALUE, inFlight, 0, waiting, Duration.ZERO);
    }

    @Override
    public void stop() {
        List<Promise<Leave>> refused = new ArrayList<>();
        synchronized (this) {
            stopped = true;
            chats.values().forEach(queue -> {
                refused.addAll(queue);
                queue.clear();
            });
            waiting = 0;
        }
        refused.forEach(promise -> promise.complete(Refusal.STOPPING));
    }

    private void end(UnpacedPermit permit, boolean chatIsFree) {
        synchronized (this) {
            if (permit.ended) {
                return;
            }
            permit.ended = true;
            inFlight--;
        }
        if (chatIsFree) {
            free(permit.chat);
        }
    }

    /** Whoever waits for the chat goes next. */
    private void free(String chat) {
        if (chat == null) {
            return;
        }
        Promise<Leave> next;
        synchronized (this) {
            next = chats.get(chat).pollFirst();
            if (next == null) {
                chats.remove(chat);
            } else {
                waiting--;
                inFlight++;
            }
        }
        if (next != null) {
            next.complete(new UnpacedPermit(chat));
        }
    }

    private Future<Leave> askAgain(String chat) {
        synchronized (this) {
            if (!stopped) {
                inFlight++;
                return Future.succeededFuture(new UnpacedPermit(chat));
            }
        }
        free(chat);
        return Future.succeededFuture(Refusal.STOPPING);
    }

    private final class UnpacedPermit implements Permit {

        private final String chat;
        private boolean ended;

        UnpacedPermit(String chat) {
            this.chat = chat;
        }

        @Override
        public Optional<Refusal> lost() {
            return stopped ? Optional.of(Refusal.STOPPING) : Optional.empty();
        }

        @Override
        public void answered(boolean lockIsOver) {
            end(this, true);
        }

        @Override
        public void unused() {
            end(this, true);
        }

        @Override
        public Repeat repeated() {
            end(this, false);
            return new Repeat() {
                @Override
                public Future<Leave> ask() {
                    return askAgain(chat);
                }

                @Override
                public void giveUp() {
                    free(chat);
                }
            };
        }
    }
}
