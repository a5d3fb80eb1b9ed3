package io.github.camelcliq.internal.pacing;

import io.github.camelcliq.internal.pacing.PostPacer.Acquisition;
import io.github.camelcliq.internal.pacing.PostPacer.PermitRequest;
import io.vertx.core.Promise;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * The posts that wait for a permit. A post waits behind an earlier post to its chat. The first post to a chat is ready,
 * and waits for room only. Not safe for several threads; the pacer guards it.
 */
final class PostQueue {

    static final Comparator<Waiter> BY_PLACE = Comparator.comparingLong(Waiter::place);

    private final SortedSet<Waiter> byDeadline =
            new TreeSet<>(Comparator.comparingLong(Waiter::deadline).thenComparing(BY_PLACE));

    /**
     * The posts that wait for room only, restricted or not. In two sets, so that no search goes past posts without
     * room.
     */
    private final Map<Boolean, SortedSet<Waiter>> ready =
            Map.of(false, new TreeSet<>(BY_PLACE), true, new TreeSet<>(BY_PLACE));

    /** Each chat with a post that is under way or ready, and the later posts to that chat in order of arrival. */
    private final Map<String, Queue<Waiter>> taken = new HashMap<>();

    private int restricted;
    private long first;
    private long last;

    /** A post that waits. */
    record Waiter(PermitRequest request, long place, long since, long deadline, Promise<Acquisition> promise) {}

    int size() {
        return byDeadline.size();
    }

    /** Returns how many of the posts need room in the smaller limit. */
    int restricted() {
        return restricted;
    }

    boolean holds(Waiter waiter) {
        return byDeadline.contains(waiter);
    }

    /** @param holdsChat whether the post had a permit before and kept its chat; it then goes ahead of all others */
    Waiter add(PermitRequest request, long now, long deadline, boolean holdsChat) {
        Waiter waiter = new Waiter(request, holdsChat ? --first : ++last, now, deadline, Promise.promise());
        byDeadline.add(waiter);
        restricted += request.restricted() ? 1 : 0;
        Queue<Waiter> behind = taken.get(request.chat());
        if (behind != null && !holdsChat) {
            behind.add(waiter);
        } else {
            addReady(waiter);
        }
        if (behind == null && request.chat() != null) {
            taken.put(request.chat(), new ArrayDeque<>());
        }
        return waiter;
    }

    private void addReady(Waiter waiter) {
        ready.get(waiter.request().restricted()).add(waiter);
    }

    /** Returns the first post that waits for room only. */
    Optional<Waiter> firstReady(boolean restricted) {
        return ready.get(restricted).stream().findFirst();
    }

    /** Removes a post. If it was ready, its chat stays taken until {@link #free}. Returns whether it was ready. */
    boolean poll(Waiter waiter) {
        byDeadline.remove(waiter);
        restricted -= waiter.request().restricted() ? 1 : 0;
        return ready.get(waiter.request().restricted()).remove(waiter);
    }

    /** Returns the earliest time at which a post has waited too long; {@link Long#MAX_VALUE} if no post waits. */
    long nextDeadline() {
        return byDeadline.isEmpty() ? Long.MAX_VALUE : byDeadline.first().deadline();
    }

    /** Returns how long the first post waits. */
    Duration longestWait(long now) {
        return Duration.ofMillis(
                now - byDeadline.stream().mapToLong(Waiter::since).min().orElse(now));
    }

    /** Removes the post with the earliest deadline. */
    Waiter pollByDeadline() {
        Waiter waiter = byDeadline.first();
        remove(waiter);
        return waiter;
    }

    /** Removes a post that is rejected. If it held its chat, the next post to the chat gets the chat. */
    void remove(Waiter waiter) {
        if (poll(waiter)) {
            free(waiter.request().chat());
        } else {
            taken.get(waiter.request().chat()).remove(waiter);
        }
    }

    /** Frees the chat of a post that has ended. The next post to the chat is then ready. */
    void free(String chat) {
        Queue<Waiter> behind = taken.get(chat);
        if (behind != null && !behind.isEmpty()) {
            addReady(behind.remove());
        } else {
            taken.remove(chat);
        }
    }
}
