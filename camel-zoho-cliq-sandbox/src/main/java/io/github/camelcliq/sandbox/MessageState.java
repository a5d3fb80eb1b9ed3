package io.github.camelcliq.sandbox;

import io.github.camelcliq.sandbox.click.ClickOutcome;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What has become of a message since it was accepted. Immutable.
 *
 * @param edited the message's JSON as it stands after the last edit; empty where nobody edited it
 * @param votes of a poll: who voted for which option, by the option's index from 0; options without votes are left out
 * @param clicks what came of the last {@value #MOST_CLICKS} clicks on it, oldest first
 */
public record MessageState(Optional<String> edited, SortedMap<Integer, List<String>> votes, List<ClickOutcome> clicks) {

    /** What came of how many clicks is kept with a message. */
    public static final int MOST_CLICKS = 20;

    /** A message that nobody has touched. */
    public static final MessageState NEW = new MessageState(Optional.empty(), Collections.emptySortedMap(), List.of());

    /** Copies what is mutable. */
    public MessageState {
        SortedMap<Integer, List<String>> copy = new TreeMap<>();
        votes.forEach((option, users) -> copy.put(option, List.copyOf(users)));
        votes = Collections.unmodifiableSortedMap(copy);
        clicks = List.copyOf(clicks);
    }

    /** The same after an edit; votes for options that are gone are lost with them. */
    public MessageState edited(String json, int options) {
        return new MessageState(Optional.of(json), votes.headMap(options), clicks);
    }

    /** The same after a vote: everybody has one, and may move it (our choice: the reference does not say). */
    public MessageState voted(int option, String user) {
        SortedMap<Integer, List<String>> moved = new TreeMap<>();
        for (Map.Entry<Integer, List<String>> entry : votes.entrySet()) {
            List<String> others = entry.getValue().stream()
                    .filter(other -> !other.equals(user))
                    .toList();
            if (!others.isEmpty()) {
                moved.put(entry.getKey(), others);
            }
        }
        List<String> voters = new ArrayList<>(moved.getOrDefault(option, List.of()));
        voters.add(user);
        moved.put(option, voters);
        return new MessageState(edited, moved, clicks);
    }

    /** The same after a click, or after more has come of one that is there. */
    public MessageState clicked(ClickOutcome outcome) {
        List<ClickOutcome> all = new ArrayList<>(clicks);
        int at = clicks.stream().map(ClickOutcome::id).toList().indexOf(outcome.id());
        if (at < 0) {
            all.add(outcome);
        } else {
            all.set(at, outcome.after(clicks.get(at)));
        }
        return new MessageState(edited, votes, all.subList(Math.max(0, all.size() - MOST_CLICKS), all.size()));
    }

    /** What came of a click, if it is among those that are kept. */
    public Optional<ClickOutcome> click(String id) {
        return clicks.stream().filter(click -> click.id().equals(id)).findFirst();
    }

    /** The characters of JSON and of bodies it holds. */
    int length() {
        return edited.map(String::length).orElse(0)
                + clicks.stream().mapToInt(ClickOutcome::length).sum();
    }
}
