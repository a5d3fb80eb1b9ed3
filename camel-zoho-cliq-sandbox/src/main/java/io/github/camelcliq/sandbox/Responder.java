package io.github.camelcliq.sandbox;

import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;

/** Sends answers to posts: when the fault dial says, and as cut off as a scripted one wants. */
final class Responder {

    static final String JSON = "application/json;charset=UTF-8";

    private final Vertx vertx;
    private final FaultDial dial;

    Responder(Vertx vertx, FaultDial dial) {
        this.vertx = vertx;
        this.dial = dial;
    }

    /** Sends what the sandbox itself answers. */
    void send(RoutingContext context, Answer answer) {
        whenItIsTime(context, answer.status(), () -> {
            HttpServerResponse response = context.response().setStatusCode(answer.status());
            if (answer.body() == null) {
                response.end();
            } else {
                response.putHeader(HttpHeaders.CONTENT_TYPE, JSON)
                        .end(answer.body().toString());
            }
        });
    }

    /** Sends what a test dictated. */
    void send(RoutingContext context, ScriptedAnswer scripted) {
        whenItIsTime(context, scripted.status(), () -> {
            if (scripted.hangsUp()) {
                context.request().connection().close();
            } else {
                write(context, scripted);
            }
        });
    }

    private static void write(RoutingContext context, ScriptedAnswer scripted) {
        HttpServerResponse response = context.response().setStatusCode(scripted.status());
        scripted.headers().forEach(response::putHeader);
        Buffer body = Buffer.buffer(scripted.body());
        if (!scripted.isCut()) {
            response.end(body);
            return;
        }
        response.putHeader(HttpHeaders.CONTENT_LENGTH, Integer.toString(body.length()));
        response.write(body.getBuffer(0, Math.min(scripted.bytesSent(), body.length())))
                .onComplete(written -> context.request().connection().close());
    }

    private void whenItIsTime(RoutingContext context, int status, Runnable send) {
        long delay = dial.delay().toMillis();
        if (delay <= 0) {
            settleAndSend(context, status, send);
        } else {
            vertx.setTimer(delay, late -> settleAndSend(context, status, send));
        }
    }

    private static void settleAndSend(RoutingContext context, int status, Runnable send) {
        Posting posting = Posting.of(context);
        if (posting.isSettled()) {
            // the client has gone meanwhile
            return;
        }
        // before the bytes leave, so that whoever has read them finds the post in the journal
        posting.settle(status);
        send.run();
    }
}
