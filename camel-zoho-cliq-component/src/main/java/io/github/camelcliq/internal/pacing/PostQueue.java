package io.github.camelcliq.internal.pacing;

import io.github.camelcliq.internal.pacing.PostPacer.Acquisition;
import io.github.camelcliq.internal.pacing.PostPacer.PermitRequest;
import io.vertx.core.Promise;
import java.time.Duration;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * The posts that wait for a permit. A post waits behind an earlier post to its chat. The first post to a chat is ready,
 * and waits for room only. Each step takes logarithmic time. Not safe for several threads; the pacer guards it.
 */
final class PostQueue {

    private static final Comparator<Waiter> BY_PLACE = Comparator.comparingLong(waiter -> waiter.place);

    private final SortedSet<Waiter> byDeadline =
            new TreeSet<>(Comparator.comparingLong(Waiter::deadline).thenComparing(BY_PLACE));
    private final SortedSet<Waiter> ready = new TreeSet<>(BY_PLACE);
    private final SortedSet<Waiter> readyAndRestricted = new TreeSet<>(BY_PLACE);

    /** The chats to which a post is under way or ready. */
    private final Set<String> taken = new HashSet<>();

    /** The posts behind the first one, by chat, in order of arrival. */
    private final Map<String, Set<Waiter>> behind = new HashMap<>();

    private int restricted;
    private long first;
    private long last;

    /** A post that waits. */
    static final class Waiter {

        /** Longer than any wait, and short enough to be added to a time. */
        private static final Duration MAX_WAIT = Duration.ofDays(365_000);

        private final PermitRequest request;
        private final long place;
        private final long deadline;
        private final Promise<Acquisition> promise = Promise.promise();

        private Waiter(PermitRequest request, long place, long now) {
            Duration wait = request.waitLimit().maximumWait();
            this.request = request;
            this.place = place;
            this.deadline = now + (wait.compareTo(MAX_WAIT) < 0 ? wait : MAX_WAIT).toMillis();
        }

        PermitRequest request() {
            return request;
        }

        long deadline() {
            return deadline;
        }

        Promise<Acquisition> promise() {
            return promise;
        }
    }

    int size() {
        return byDeadline.size();
    }

    /** Returns how many of the posts need room in the smaller limit. */
    int restricted() {
        return restricted;
    }

    boolean isFree(String chat) {
        return !taken.contains(chat);
    }

    /** Takes the chat for a post that goes out. Later posts to the chat wait until {@link #free}. */
    void take(String chat) {
        if (chat != null) {
            taken.add(chat);
        }
    }

    /** Frees the chat of a post that has ended. The next post to the chat is then ready. */
    void free(String chat) {
        Set<Waiter> others = behind.get(chat);
        if (others == null) {
            taken.remove(chat);
            return;
        }
        Waiter next = others.iterator().next();
        removeBehind(others, next);
        ready(next.request).add(next);
    }

    /** Adds a post behind all others. */
    Waiter add(PermitRequest request, long now) {
        Waiter waiter = new Waiter(request, ++last, now);
        if (isFree(request.chat())) {
            addReady(waiter);
        } else {
            count(waiter);
            behind.computeIfAbsent(request.chat(), chat -> new LinkedHashSet<>())
                    .add(waiter);
        }
        return waiter;
    }

    /** Adds a post ahead of all others. The post was written before and kept its chat. */
    Waiter addFirst(PermitRequest request, long now) {
        Waiter waiter = new Waiter(request, --first, now);
        addReady(waiter);
        return waiter;
    }

    private void addReady(Waiter waiter) {
        count(waiter);
        take(waiter.request.chat());
        ready(waiter.request).add(waiter);
    }

    private void count(Waiter waiter) {
        byDeadline.add(waiter);
        restricted += waiter.request.restricted() ? 1 : 0;
    }

    private SortedSet<Waiter> ready(PermitRequest request) {
        return request.restricted() ? readyAndRestricted : ready;
    }

    boolean hasReady() {
        return !ready.isEmpty() || !readyAndRestricted.isEmpty();
    }

    /**
     * Removes the first post that waits for room only, and leaves its chat taken.
     *
     * @param withRestricted whether there is room in the smaller limit too
     * @return {@code null} if there is none
     */
    Waiter pollReady(boolean withRestricted) {
        Waiter plain = ready.isEmpty() ? null : ready.first();
        Waiter other = withRestricted && !readyAndRestricted.isEmpty() ? readyAndRestricted.first() : null;
        Waiter next = other == null || plain != null && BY_PLACE.compare(plain, other) < 0 ? plain : other;
        if (next != null) {
            ready(next.request).remove(next);
            uncount(next);
        }
        return next;
    }

    /** Returns the earliest time at which a post has waited too long; {@link Long#MAX_VALUE} if no post waits. */
    long nextDeadline() {
        return byDeadline.isEmpty() ? Long.MAX_VALUE : byDeadline.first().deadline;
    }

    /** Removes the post with the earliest deadline. If it held its chat, the next post to the chat gets the chat. */
    Waiter pollByDeadline() {
        Waiter waiter = byDeadline.first();
        uncount(waiter);
        if (ready(waiter.request).remove(waiter)) {
            free(waiter.request.chat());
        } else {
            removeBehind(behind.get(waiter.request.chat()), waiter);
        }
        return waiter;
    }

    private void removeBehind(Set<Waiter> others, Waiter waiter) {
        others.remove(waiter);
        if (others.isEmpty()) {
            behind.remove(waiter.request.chat());
        }
    }

    private void uncount(Waiter waiter) {
        byDeadline.remove(waiter);
        restricted -= waiter.request.restricted() ? 1 : 0;
    }
}
