package io.github.camelcliq.sandbox;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** One request to the posting API, from its arrival to the one moment when it is settled. Lives on one event loop. */
final class Posting {

    private static final String KEY = Posting.class.getName();

    private final RoutingContext context;
    private final SandboxState state;
    private final SandboxState.Arrival arrival;
    private byte[] body = {};
    private List<Complaint> complaints = List.of();
    private boolean settled;

    private Posting(RoutingContext context, SandboxState state, SandboxState.Arrival arrival) {
        this.context = context;
        this.state = state;
        this.arrival = arrival;
    }

    /** Opens the posting that this request is; it is settled at the latest when the connection ends. */
    static Posting open(RoutingContext context, SandboxState state) {
        Posting posting = new Posting(context, state, state.opened());
        context.put(KEY, posting);
        context.addEndHandler(ended -> posting.settle(0));
        return posting;
    }

    /** The posting that this request is; {@code null} where it is none. */
    static Posting of(RoutingContext context) {
        return context.get(KEY);
    }

    void body(Buffer read) {
        body = read.getBytes();
    }

    byte[] body() {
        return body;
    }

    void complaints(List<Complaint> found) {
        complaints = found;
    }

    SandboxState.Arrival arrival() {
        return arrival;
    }

    boolean isSettled() {
        return settled;
    }

    /** Writes the posting into the journal, once; {@code status} 0 is a connection that ended without an answer. */
    void settle(int status) {
        if (!settled) {
            settled = true;
            state.settled(arrival, journalEntry(status));
        }
    }

    private JournalEntry journalEntry(int status) {
        HttpServerRequest request = context.request();
        return new JournalEntry(
                arrival.time(),
                request.method().name(),
                request.path(),
                QueryText.masked(request.query()),
                new String(body, StandardCharsets.UTF_8),
                status,
                complaints);
    }
}
