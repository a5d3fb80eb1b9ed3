package io.github.camelcliq.sandbox.fault;

import io.github.camelcliq.sandbox.Fault;
import io.github.camelcliq.sandbox.http.Answer;
import io.github.camelcliq.sandbox.http.BodyReader;
import io.github.camelcliq.sandbox.http.TimelyBodies;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Takes a request in as the fault dial says: reads it or not, has it judged or not, answers it or not. */
public final class Reception {

    private final Vertx vertx;
    private final FaultDial dial;
    private final Responder responder;
    private final Runnable expireTokens;
    private final Duration bodyTimeout;

    /**
     * @param expireTokens lets all access tokens expire
     * @param bodyTimeout how long a request's body may take to arrive
     */
    public Reception(Vertx vertx, FaultDial dial, Responder responder, Runnable expireTokens, Duration bodyTimeout) {
        this.vertx = vertx;
        this.dial = dial;
        this.responder = responder;
        this.expireTokens = expireTokens;
        this.bodyTimeout = bodyTimeout;
    }

    /** Answers a request that no fault befalls, after reading it if nobody did. */
    public void answer(Visit visit, Answer answer) {
        if (visit.isRead()) {
            responder.send(visit, answer);
        } else {
            read(visit, () -> responder.send(visit, answer));
        }
    }

    /** Reads a request that no fault befalls, and answers it. */
    public void takeUnharmed(Visit visit, Supplier<Future<Answer>> judge) {
        read(visit, () -> judged(visit, judge, answer -> responder.send(visit, answer)));
    }

    /**
     * Reads a request that a fault may befall, and answers it.
     *
     * @param judge says, once and on the event loop, what the sandbox itself answers to it
     */
    public void take(Visit visit, Supplier<Future<Answer>> judge) {
        Fault fault = dial.atHead(visit::seen).orElse(null);
        if (fault != null && fault.isBodyUnread()) {
            visit.cut();
        } else if (fault != null && fault.isBeforeBody()) {
            BodyReader.discard(visit.request(), fault.bytes(), visit::cut);
        } else {
            read(visit, () -> befall(visit, fault != null ? fault : faultOf(visit), judge));
        }
    }

    private Fault faultOf(Visit visit) {
        return dial.atEnd(visit::seen).orElse(Fault.NONE);
    }

    /** Reads the body before anything is judged, so that the journal shows it even of what is refused. */
    private void read(Visit visit, Runnable then) {
        long tooLate = vertx.setTimer(bodyTimeout.toMillis(), time -> giveUp(visit));
        BodyReader.read(
                visit.request(),
                body -> {
                    vertx.cancelTimer(tooLate);
                    if (!visit.isSettled()) {
                        visit.read(body);
                        guarded(visit, then);
                    }
                },
                () -> {
                    vertx.cancelTimer(tooLate);
                    responder.send(
                            visit, Answer.error(413, "The body is larger than " + BodyReader.MOST_BYTES + " bytes."));
                });
    }

    /** Outside the router's own call nobody else turns what is thrown into an answer. */
    private static void guarded(Visit visit, Runnable step) {
        try {
            step.run();
        } catch (RuntimeException failed) {
            visit.context().fail(failed);
        }
    }

    private void giveUp(Visit visit) {
        Responder.sendLast(visit, TimelyBodies.late(bodyTimeout));
    }

    private void befall(Visit visit, Fault fault, Supplier<Future<Answer>> judge) {
        if (fault.expiresTokens()) {
            expireTokens.run();
        }
        if (fault.isAfterJudging()) {
            judged(visit, judge, answer -> conclude(visit, fault, answer));
        } else if (fault.hangs()) {
            hang(visit, () -> judged(visit, judge, answer -> responder.send(visit, answer)));
        } else {
            responder.send(visit, fault.answer().orElseThrow(), fault.delay());
        }
    }

    private void conclude(Visit visit, Fault fault, Answer answer) {
        if (fault.hangs()) {
            hang(visit, () -> responder.send(visit, answer));
        } else if (fault.answer().isPresent()) {
            responder.send(visit, fault.answer().get(), fault.delay());
        } else {
            responder.send(visit, answer, fault.delay());
        }
    }

    private static void judged(Visit visit, Supplier<Future<Answer>> judge, Consumer<Answer> then) {
        judge.get().onSuccess(then::accept).onFailure(visit.context()::fail);
    }

    private void hang(Visit visit, Runnable goOn) {
        dial.hang(new HangingVisit(visit, vertx.getOrCreateContext(), goOn));
    }

    /** A visit that waits for its answer, and the event loop it lives on. */
    private record HangingVisit(Visit visit, Context loop, Runnable rest) implements FaultDial.Hanging {

        @Override
        public void goOn() {
            loop.runOnContext(now -> {
                if (!visit.isSettled()) {
                    guarded(visit, rest);
                }
            });
        }

        @Override
        public void cut() {
            loop.runOnContext(now -> visit.cut());
        }

        @Override
        public boolean isOver() {
            return visit.isSettled();
        }
    }
}
