package io.github.camelcliq.sandbox.fault;

import io.github.camelcliq.sandbox.http.MaskedQuery;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.IntConsumer;

/** One request to a path of Cliq's, from its arrival until it is settled. Lives on one event loop. */
public final class RequestExchange {

    private static final String KEY = RequestExchange.class.getName();

    private final RoutingContext context;
    private final InstantSource clock;
    private final IntConsumer whenSettled;
    private byte[] body = {};
    private Instant readAt;
    private String answerText = "";
    // written only on the event loop; threads that count hanging requests read it
    private volatile boolean settled;

    private RequestExchange(RoutingContext context, InstantSource clock, IntConsumer whenSettled) {
        this.context = context;
        this.clock = clock;
        this.whenSettled = whenSettled;
    }

    /**
     * Opens the exchange of a request. It is settled at the latest when the connection ends.
     *
     * @param whenSettled takes the status of the answer, once; 0 is a connection that ended without an answer
     */
    public static RequestExchange open(RoutingContext context, InstantSource clock, IntConsumer whenSettled) {
        RequestExchange exchange = new RequestExchange(context, clock, whenSettled);
        context.put(KEY, exchange);
        context.addEndHandler(ended -> exchange.settle(0));
        return exchange;
    }

    /** Returns the exchange of a request; {@code null} if none was opened. */
    public static RequestExchange of(RoutingContext context) {
        return context.get(KEY);
    }

    RoutingContext context() {
        return context;
    }

    public HttpServerRequest request() {
        return context.request();
    }

    /** Sets the body. */
    void read(Buffer whole) {
        body = whole.getBytes();
        readAt = clock.instant();
    }

    boolean isRead() {
        return readAt != null;
    }

    /** Returns when the body was read to its end; {@code null} before that. */
    public Instant readAt() {
        return readAt;
    }

    public byte[] body() {
        return body;
    }

    /** Returns the body as text. Bytes that are not UTF-8 are replaced. */
    public String bodyText() {
        return new String(body, StandardCharsets.UTF_8);
    }

    /** Sets the text of the answer. */
    void answering(String text) {
        answerText = text;
    }

    /** Returns the body of the answer; empty if there was none. */
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

    /** Closes the connection, even in the middle of a request or an answer. */
    void cut() {
        // first, so that the request is in the journal when the client sees the end
        settle(0);
        request().connection().close();
    }

    /** Returns the request as the rules of the fault injector see it. */
    SeenRequest seen() {
        return new SeenRequest(
                request().method().name(),
                request().path(),
                MaskedQuery.masked(request().query()),
                bodyText());
    }
}
