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
 * The edits, votes and clicks of a message since it was accepted. Immutable.
 *
 * @param edited the message's JSON after the last edit; empty if the message was never edited
 * @param votes the users who voted for each option of a poll, by the option's index from 0; options without votes are
 *     left out
 * @param clicks the outcomes of the last {@value #MOST_CLICKS} clicks on it, oldest first
 */
public record MessageState(Optional<String> edited, SortedMap<Integer, List<String>> votes, List<ClickOutcome> clicks) {

    /** How many click outcomes are kept with a message: {@value}. */
    public static final int MOST_CLICKS = 20;

    /** The state of a message without edits, votes and clicks. */
    public static final MessageState NEW = new MessageState(Optional.empty(), Collections.emptySortedMap(), List.of());

    /** Copies what is mutable. */
    public MessageState {
        SortedMap<Integer, List<String>> copy = new TreeMap<>();
        votes.forEach((option, users) -> copy.put(option, List.copyOf(users)));
        votes = Collections.unmodifiableSortedMap(copy);
        clicks = List.copyOf(clicks);
    }

    /** Returns the state after an edit. Votes for options that are gone are lost. */
    public MessageState edited(String json, int options) {
        return new MessageState(Optional.of(json), votes.headMap(options), clicks);
    }

    /**
     * Returns the state after a vote. Each user has one vote and may change it (our choice: the reference does not
     * say).
     */
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

    /** Returns the state with the outcome of a click, which replaces an earlier outcome of the same click. */
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

    /** Returns the outcome of a click, if it is among those that are kept. */
    public Optional<ClickOutcome> click(String id) {
        return clicks.stream().filter(click -> click.id().equals(id)).findFirst();
    }

    /** Returns how many characters of JSON and of bodies it holds. */
    int length() {
        return edited.map(String::length).orElse(0)
                + clicks.stream().mapToInt(ClickOutcome::length).sum();
    }
}
