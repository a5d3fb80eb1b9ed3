package io.github.camelcliq.sandbox.http;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;

/** Limits the time in which a body must arrive. A later body is answered with 408, and its connection is closed. */
public final class BodyTimeout {

    private final Duration longest;

    /** @param longest how long a body may take, from the head of its request to its last byte */
    public BodyTimeout(Duration longest) {
        this.longest = longest;
    }

    public void check(RoutingContext context) {
        long tooLate = context.vertx().setTimer(longest.toMillis(), late -> giveUp(context));
        context.request().end().onComplete(ended -> context.vertx().cancelTimer(tooLate));
        context.next();
    }

    /** Returns the answer to a body that is late. */
    public static Answer late(Duration longest) {
        return Answer.error(408, "The body did not arrive within " + longest.toMillis() + " ms.");
    }

    private void giveUp(RoutingContext context) {
        HttpServerResponse response = context.response();
        // closes the connection even if an answer was sent
        context.addEndHandler(ended -> context.request().connection().close());
        if (response.headWritten()) {
            context.request().connection().close();
        } else {
            response.putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE);
            LocalHttp.answer(context, late(longest));
        }
    }
}
