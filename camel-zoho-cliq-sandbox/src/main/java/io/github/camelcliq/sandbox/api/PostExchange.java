package io.github.camelcliq.sandbox.api;

import io.github.camelcliq.sandbox.JournalEntry;
import io.github.camelcliq.sandbox.ReceivedMessage;
import io.github.camelcliq.sandbox.fault.RequestExchange;
import io.github.camelcliq.sandbox.http.FormParameters;
import io.github.camelcliq.sandbox.http.MaskedQuery;
import io.github.camelcliq.sandbox.judging.Judgement;
import io.github.camelcliq.sandbox.state.SandboxState;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;

/** One request to the posting API, with the complaints about its message. Lives on one event loop. */
final class PostExchange {

    private static final String KEY = PostExchange.class.getName();

    private final SandboxState state;
    private final SandboxState.Arrival arrival;
    private final RequestExchange exchange;
    private Judgement judgement = Judgement.NOTHING;

    private PostExchange(RoutingContext context, SandboxState state) {
        this.state = state;
        this.arrival = state.postArrived();
        this.exchange =
                RequestExchange.open(context, state.clock(), status -> state.settled(arrival, journalEntry(status)));
    }

    /** Opens the exchange of a request. */
    static void open(RoutingContext context, SandboxState state) {
        context.put(KEY, new PostExchange(context, state));
    }

    /** Returns the exchange of a request. */
    static PostExchange of(RoutingContext context) {
        return context.get(KEY);
    }

    RequestExchange exchange() {
        return exchange;
    }

    void judged(Judgement said) {
        judgement = said;
    }

    /** Keeps the message, unless the sandbox was reset since the request arrived. */
    void keep(ReceivedMessage message) {
        state.keep(arrival, message);
    }

    /** Returns the body for the journal. A form is a token request at a wrong path, so its credentials are masked. */
    private String shownBody() {
        String type = exchange.request().getHeader(HttpHeaders.CONTENT_TYPE);
        return FormParameters.isForm(type) ? MaskedQuery.masked(exchange.bodyText()) : exchange.bodyText();
    }

    private JournalEntry journalEntry(int status) {
        return new JournalEntry(
                arrival.time(),
                exchange.request().method().name(),
                exchange.request().path(),
                MaskedQuery.masked(exchange.request().query()),
                shownBody(),
                status,
                judgement.complaints(),
                judgement.remarks(),
                exchange.answerText());
    }
}
