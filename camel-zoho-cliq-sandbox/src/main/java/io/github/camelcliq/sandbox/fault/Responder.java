package io.github.camelcliq.sandbox.fault;

import io.github.camelcliq.sandbox.ScriptedAnswer;
import io.github.camelcliq.sandbox.http.Answer;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerResponse;
import java.time.Duration;

/** Sends answers to visits: when the fault dial says, and as cut off as a scripted one wants. */
public final class Responder {

    private final Vertx vertx;
    private final FaultDial dial;

    public Responder(Vertx vertx, FaultDial dial) {
        this.vertx = vertx;
        this.dial = dial;
    }

    /** Sends what the sandbox itself answers. */
    void send(Visit visit, Answer answer) {
        send(visit, answer, Duration.ZERO);
    }

    /** Sends what the sandbox itself answers, so much later than the dial says for all. */
    void send(Visit visit, Answer answer, Duration later) {
        whenItIsTime(visit, answer.status(), answer.text(), later, () -> write(visit, answer));
    }

    /** Sends what a test dictated, so much later than the dial says for all. */
    void send(Visit visit, ScriptedAnswer scripted, Duration later) {
        whenItIsTime(visit, scripted.status(), text(scripted), later, () -> {
            if (scripted.hangsUp()) {
                visit.cut();
            } else {
                write(visit, scripted);
            }
        });
    }

    /** Sends what the sandbox itself answers, at once, and closes the connection. */
    static void sendLast(Visit visit, Answer answer) {
        settleAndSend(visit, answer.status(), answer.text(), () -> {
            visit.context().response().putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE);
            write(visit, answer).onComplete(written -> visit.cut());
        });
    }

    private static Future<Void> write(Visit visit, Answer answer) {
        HttpServerResponse response = visit.context().response().setStatusCode(answer.status());
        answer.headers().forEach(response::putHeader);
        if (answer.body() == null) {
            return response.end();
        }
        return response.putHeader(HttpHeaders.CONTENT_TYPE, Answer.JSON_TYPE).end(answer.text());
    }

    private static void write(Visit visit, ScriptedAnswer scripted) {
        HttpServerResponse response = visit.context().response().setStatusCode(scripted.status());
        scripted.headers().forEach(response::putHeader);
        Buffer body = Buffer.buffer(scripted.body());
        if (!scripted.isCut()) {
            response.end(body);
            return;
        }
        response.putHeader(HttpHeaders.CONTENT_LENGTH, Integer.toString(body.length()));
        response.write(body.getBuffer(0, Math.min(scripted.bytesSent(), body.length())))
                .onComplete(written -> visit.cut());
    }

    private static String text(ScriptedAnswer scripted) {
        return scripted.hangsUp() ? "" : scripted.body();
    }

    private void whenItIsTime(Visit visit, int status, String text, Duration later, Runnable send) {
        long delay = dial.delay().plus(later).toMillis();
        if (delay <= 0) {
            settleAndSend(visit, status, text, send);
        } else {
            vertx.setTimer(delay, late -> settleAndSend(visit, status, text, send));
        }
    }

    private static void settleAndSend(Visit visit, int status, String text, Runnable send) {
        if (visit.isSettled()) {
            // the client has gone meanwhile
            return;
        }
        // before the bytes leave, so that whoever has read them finds the request in the journal
        visit.answering(text);
        visit.settle(status);
        send.run();
    }
}
