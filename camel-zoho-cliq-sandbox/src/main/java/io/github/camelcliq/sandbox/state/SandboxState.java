package io.github.camelcliq.sandbox.state;

import io.github.camelcliq.sandbox.JournalEntry;
import io.github.camelcliq.sandbox.MessageState;
import io.github.camelcliq.sandbox.ReceivedMessage;
import io.github.camelcliq.sandbox.click.ClickOutcome;
import io.github.camelcliq.sandbox.judging.Complaint;
import io.github.camelcliq.sandbox.limits.ThrottleAnswer;
import io.github.camelcliq.sandbox.oauth.TokenRequest;
import io.github.camelcliq.sandbox.state.SandboxEvent.Type;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;

/** The memory of one sandbox: messages, requests, and open requests. Safe from any thread. */
public final class SandboxState {

    private final MessageLog messages;
    private final BoundedHistory<JournalEntry> journal;
    private final BoundedHistory<TokenRequest> tokenRequests;
    private final OpenRequests posts = new OpenRequests();
    private final OpenRequests tokens = new OpenRequests();
    private final EventLog events = EventLog.ofNow();
    private final InstantSource clock;
    private final ThrottleAnswer initial;
    private ThrottleAnswer throttleAnswer;
    private int generation;

    /**
     * @param most how many messages, and how many requests of each kind, are remembered
     * @param clock gives the time of messages, requests and clicks
     * @param throttleAnswer the answer to a user who posts too often, at the start and after a reset
     */
    public SandboxState(HistorySize most, InstantSource clock, ThrottleAnswer throttleAnswer) {
        this.clock = clock;
        this.initial = throttleAnswer;
        this.throttleAnswer = throttleAnswer;
        messages = new MessageLog(most);
        journal = new BoundedHistory<>(most, SandboxState::length);
        tokenRequests = new BoundedHistory<>(most, request -> 0);
    }

    public MessageLog messages() {
        return messages;
    }

    public BoundedHistory<JournalEntry> journal() {
        return journal;
    }

    public BoundedHistory<TokenRequest> tokenRequests() {
        return tokenRequests;
    }

    /** Returns the log of events, which has each change of this memory. */
    public EventLog events() {
        return events;
    }

    public InstantSource clock() {
        return clock;
    }

    public Instant now() {
        return clock.instant();
    }

    public synchronized ThrottleAnswer throttleAnswer() {
        return throttleAnswer;
    }

    public synchronized void throttleAnswer(ThrottleAnswer other) {
        throttleAnswer = Objects.requireNonNull(other, "throttle answer");
        events.changed("limits");
    }

    public synchronized int openPosts() {
        return posts.now();
    }

    public synchronized int mostOpenPosts() {
        return posts.most();
    }

    public synchronized int openTokenRequests() {
        return tokens.now();
    }

    public synchronized Arrival postArrived() {
        Arrival arrival = new Arrival(now(), generation);
        posts.opened();
        return arrival;
    }

    public synchronized Arrival tokenRequestArrived() {
        Arrival arrival = new Arrival(now(), generation);
        tokens.opened();
        return arrival;
    }

    /** Adds a settled post to the journal, unless it arrived before a reset. */
    public synchronized void settled(Arrival arrival, JournalEntry entry) {
        posts.closed();
        if (arrival.generation() == generation) {
            journal.add(entry);
            events.add(Type.REQUEST, length(entry), entry);
        }
    }

    /** Adds a settled token request, unless it arrived before a reset. */
    public synchronized void settled(Arrival arrival, TokenRequest request) {
        tokens.closed();
        if (arrival.generation() == generation) {
            tokenRequests.add(request);
            events.add(Type.TOKEN_REQUEST, 0, request);
        }
    }

    /** Keeps an accepted message, unless its post arrived before a reset. */
    public synchronized void keep(Arrival arrival, ReceivedMessage message) {
        if (arrival.generation() == generation) {
            ReceivedMessage kept = messages.add(message);
            events.add(Type.MESSAGE, kept.length(), kept);
        }
    }

    /** Changes the edits, votes or clicks of a message, unless it is forgotten. */
    public synchronized Optional<ReceivedMessage> change(String id, Function<ReceivedMessage, MessageState> change) {
        Optional<ReceivedMessage> changed = messages.change(id, change);
        changed.ifPresent(now -> events.add(Type.EDITED, now.length(), now));
        return changed;
    }

    /** Returns the arrival of a click. The outcome of a click that began before a reset is not kept. */
    public synchronized Arrival clickBegan() {
        return new Arrival(now(), generation);
    }

    /** Keeps the outcome of a click with its message. Returns it joined with the earlier outcome of the click. */
    public synchronized ClickOutcome clicked(ClickOutcome outcome) {
        Optional<ClickOutcome> kept = change(
                        outcome.message(), message -> message.state().clicked(outcome))
                .flatMap(message -> message.state().click(outcome.id()));
        kept.ifPresent(all -> events.add(Type.CLICK, all.length(), all));
        return kept.orElse(outcome);
    }

    /** Forgets everything except requests that are open. */
    public synchronized void reset() {
        generation++;
        messages.clear();
        journal.clear();
        tokenRequests.clear();
        posts.reset();
        throttleAnswer = initial;
    }

    public List<ReceivedMessage> messagesTo(String target) {
        return messages.snapshot().stream()
                .filter(message -> message.target().equals(target))
                .toList();
    }

    private static int length(JournalEntry entry) {
        List<Complaint> said = new ArrayList<>(entry.complaints());
        said.addAll(entry.remarks());
        int length = entry.method().length()
                + entry.path().length()
                + (entry.query() == null ? 0 : entry.query().length())
                + entry.body().length()
                + entry.answer().length();
        for (Complaint complaint : said) {
            length += complaint.pointer().length() + complaint.text().length();
        }
        return length;
    }

    /**
     * The arrival of a request. * @param time the time on the sandbox's clock
     *
     * @param generation how many resets there were before
     */
    public record Arrival(Instant time, int generation) {}
}
