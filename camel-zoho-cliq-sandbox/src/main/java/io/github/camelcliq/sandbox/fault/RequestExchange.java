package io.github.camelcliq.sandbox.fault;

import io.github.camelcliq.sandbox.http.MaskedQuery;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.IntConsumer;

/** One request to Cliq's own part, from its arrival to the one moment when it is settled. Lives on one event loop. */
public final class RequestExchange {

    private static final String KEY = RequestExchange.class.getName();

    private final RoutingContext context;
    private final InstantSource clock;
    private final IntConsumer whenSettled;
    private byte[] body = {};
    private Instant readAt;
    private String answerText = "";
    // written on the event loop alone; whoever counts what hangs reads it elsewhere
    private volatile boolean settled;

    private RequestExchange(RoutingContext context, InstantSource clock, IntConsumer whenSettled) {
        this.context = context;
        this.clock = clock;
        this.whenSettled = whenSettled;
    }

    /**
     * Opens the exchange that this request is; it is settled at the latest when the connection ends.
     *
     * @param whenSettled takes the status answered, once; 0 is a connection that ended without an answer
     */
    public static RequestExchange open(RoutingContext context, InstantSource clock, IntConsumer whenSettled) {
        RequestExchange exchange = new RequestExchange(context, clock, whenSettled);
        context.put(KEY, exchange);
        context.addEndHandler(ended -> exchange.settle(0));
        return exchange;
    }

    /** The exchange that this request is; {@code null} where it is none. */
    public static RequestExchange of(RoutingContext context) {
        return context.get(KEY);
    }

    RoutingContext context() {
        return context;
    }

    public HttpServerRequest request() {
        return context.request();
    }

    /** The body is there. */
    void read(Buffer whole) {
        body = whole.getBytes();
        readAt = clock.instant();
    }

    boolean isRead() {
        return readAt != null;
    }

    /** When the body was read to its end; {@code null} before. */
    public Instant readAt() {
        return readAt;
    }

    public byte[] body() {
        return body;
    }

    /** The body as text; what is not UTF-8 in it is replaced. */
    public String bodyText() {
        return new String(body, StandardCharsets.UTF_8);
    }

    /** What is about to be answered. */
    void answering(String text) {
        answerText = text;
    }

    /** The body answered; empty where there was none. */
    public String answerText() {
        return answerText;
    }

    boolean isSettled() {
        return settled;
    }

    void settle(int status) {
        if (!settled) {
            settled = true;
            whenSettled.accept(status);
        }
    }

    /** Closes the connection, whatever was read of it and written to it. */
    void cut() {
        // first, so that whoever sees the end finds the request in the journal
        settle(0);
        request().connection().close();
    }

    /** The request as the rules of the fault injector see it. */
    SeenRequest seen() {
        return new SeenRequest(
                request().method().name(),
                request().path(),
                MaskedQuery.masked(request().query()),
                bodyText());
    }
}
