package io.github.camelcliq.client;

import io.github.camelcliq.client.Budget.Demand;
import io.github.camelcliq.client.Budget.Leave;
import io.vertx.core.Promise;
import java.time.Duration;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedList;
import java.util.Map;

/** The posts that wait for leave, in the order of their arrival. Not safe for several threads; its budget guards it. */
final class PostQueue implements Iterable<PostQueue.Waiter> {

    private final LinkedList<Waiter> waiting = new LinkedList<>();
    private final Map<String, Integer> byChat = new HashMap<>();
    private int restricted;

    /** One that waits. */
    static final class Waiter {

        /** Far enough for anybody's patience, and near enough to be added to a time. */
        private static final Duration LONGEST = Duration.ofDays(365_000);

        private final Demand demand;
        private final boolean holdsChat;
        private final long deadline;
        private final Promise<Leave> promise = Promise.promise();

        /** @param holdsChat whether the chat is taken already, for this very post */
        Waiter(Demand demand, boolean holdsChat, long now) {
            Duration wait = demand.patience().maximumWait();
            this.demand = demand;
            this.holdsChat = holdsChat;
            this.deadline = now + (wait.compareTo(LONGEST) < 0 ? wait : LONGEST).toMillis();
        }

        Demand demand() {
            return demand;
        }

        boolean holdsChat() {
            return holdsChat;
        }

        long deadline() {
            return deadline;
        }

        Promise<Leave> promise() {
            return promise;
        }
    }

    int size() {
        return waiting.size();
    }

    /** How many of them need room in the smaller limit. */
    int restricted() {
        return restricted;
    }

    boolean hasOneFor(String chat) {
        return byChat.containsKey(chat);
    }

    void addLast(Waiter waiter) {
        waiting.addLast(waiter);
        count(waiter.demand, 1);
    }

    void addFirst(Waiter waiter) {
        waiting.addFirst(waiter);
        count(waiter.demand, 1);
    }

    /** From the first to the last; what is removed on the way no longer waits. */
    @Override
    public Iterator<Waiter> iterator() {
        Iterator<Waiter> all = waiting.iterator();
        return new Iterator<>() {
            private Waiter last;

            @Override
            public boolean hasNext() {
                return all.hasNext();
            }

            @Override
            public Waiter next() {
                last = all.next();
                return last;
            }

            @Override
            public void remove() {
                all.remove();
                count(last.demand, -1);
            }
        };
    }

    private void count(Demand demand, int change) {
        if (demand.restricted()) {
            restricted += change;
        }
        if (demand.chat() != null) {
            byChat.merge(demand.chat(), change, (had, more) -> had + more == 0 ? null : had + more);
        }
    }
}
