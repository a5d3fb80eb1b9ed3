package io.github.camelcliq.sandbox.fault;

import io.github.camelcliq.sandbox.ScriptedAnswer;
import io.github.camelcliq.sandbox.http.Answer;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerResponse;
import java.time.Duration;

/** Sends answers to exchanges, after the delay of the fault, and cut off if a scripted answer says so. */
public final class Responder {

    private final Vertx vertx;
    private final FaultInjector injector;

    public Responder(Vertx vertx, FaultInjector injector) {
        this.vertx = vertx;
        this.injector = injector;
    }

    /** Sends the sandbox's own answer. */
    void send(RequestExchange exchange, Answer answer) {
        send(exchange, answer, Duration.ZERO);
    }

    /** Sends the sandbox's own answer, after a delay on top of the delay for all answers. */
    void send(RequestExchange exchange, Answer answer, Duration later) {
        whenItIsTime(exchange, answer.status(), answer.text(), later, () -> write(exchange, answer));
    }

    /** Sends a scripted answer, after a delay on top of the delay for all answers. */
    void send(RequestExchange exchange, ScriptedAnswer scripted, Duration later) {
        whenItIsTime(exchange, scripted.status(), text(scripted), later, () -> {
            if (scripted.hangsUp()) {
                exchange.cut();
            } else {
                write(exchange, scripted);
            }
        });
    }

    /** Sends the sandbox's own answer at once, and closes the connection. */
    static void sendLast(RequestExchange exchange, Answer answer) {
        settleAndSend(exchange, answer.status(), answer.text(), () -> {
            exchange.context().response().putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE);
            write(exchange, answer).onComplete(written -> exchange.cut());
        });
    }

    private static Future<Void> write(RequestExchange exchange, Answer answer) {
        HttpServerResponse response = exchange.context().response().setStatusCode(answer.status());
        answer.headers().forEach(response::putHeader);
        if (answer.body() == null) {
            return response.end();
        }
        return response.putHeader(HttpHeaders.CONTENT_TYPE, Answer.JSON_TYPE).end(answer.text());
    }

    private static void write(RequestExchange exchange, ScriptedAnswer scripted) {
        HttpServerResponse response = exchange.context().response().setStatusCode(scripted.status());
        scripted.headers().forEach(response::putHeader);
        Buffer body = Buffer.buffer(scripted.body());
        if (!scripted.isCut()) {
            response.end(body);
            return;
        }
        response.putHeader(HttpHeaders.CONTENT_LENGTH, Integer.toString(body.length()));
        response.write(body.getBuffer(0, Math.min(scripted.bytesSent(), body.length())))
                .onComplete(written -> exchange.cut());
    }

    private static String text(ScriptedAnswer scripted) {
        return scripted.hangsUp() ? "" : scripted.body();
    }

    private void whenItIsTime(RequestExchange exchange, int status, String text, Duration later, Runnable send) {
        long delay = injector.delay().plus(later).toMillis();
        if (delay <= 0) {
            settleAndSend(exchange, status, text, send);
        } else {
            vertx.setTimer(delay, late -> settleAndSend(exchange, status, text, send));
        }
    }

    private static void settleAndSend(RequestExchange exchange, int status, String text, Runnable send) {
        if (exchange.isSettled()) {
            // the client has gone meanwhile
            return;
        }
        // before the bytes leave, so that the request is in the journal when the client reads them
        exchange.answering(text);
        exchange.settle(status);
        send.run();
    }
}
