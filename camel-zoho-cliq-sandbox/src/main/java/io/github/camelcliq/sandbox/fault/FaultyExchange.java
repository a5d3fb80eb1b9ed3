package io.github.camelcliq.sandbox.fault;

import io.github.camelcliq.sandbox.Fault;
import io.github.camelcliq.sandbox.http.Answer;
import io.github.camelcliq.sandbox.http.BodyTimeout;
import io.github.camelcliq.sandbox.http.RequestBody;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Reads, judges and answers a request, or leaves any of these out, as its fault says. */
public final class FaultyExchange {

    private final Vertx vertx;
    private final FaultInjector injector;
    private final Responder responder;
    private final Runnable expireTokens;
    private final Duration bodyTimeout;

    /**
     * @param expireTokens lets all access tokens expire
     * @param bodyTimeout how long a request's body may take to arrive
     */
    public FaultyExchange(
            Vertx vertx, FaultInjector injector, Responder responder, Runnable expireTokens, Duration bodyTimeout) {
        this.vertx = vertx;
        this.injector = injector;
        this.responder = responder;
        this.expireTokens = expireTokens;
        this.bodyTimeout = bodyTimeout;
    }

    /** Answers a request without a fault. Reads it first if it was not read. */
    public void answer(RequestExchange exchange, Answer answer) {
        if (exchange.isRead()) {
            responder.send(exchange, answer);
        } else {
            read(exchange, () -> responder.send(exchange, answer));
        }
    }

    /** Reads and answers a request without a fault. */
    public void takeUnharmed(RequestExchange exchange, Supplier<Future<Answer>> judge) {
        read(exchange, () -> judged(exchange, judge, answer -> responder.send(exchange, answer)));
    }

    /**
     * Reads and answers a request that may have a fault.
     *
     * @param judge gives the sandbox's own answer; runs once, on the event loop
     */
    public void take(RequestExchange exchange, Supplier<Future<Answer>> judge) {
        Fault fault = injector.atHead(exchange::seen).orElse(null);
        if (fault != null && fault.isBodyUnread()) {
            exchange.cut();
        } else if (fault != null && fault.isBeforeBody()) {
            RequestBody.discard(exchange.request(), fault.bytes(), exchange::cut);
        } else {
            read(exchange, () -> befall(exchange, fault != null ? fault : faultOf(exchange), judge));
        }
    }

    private Fault faultOf(RequestExchange exchange) {
        return injector.atEnd(exchange::seen).orElse(Fault.NONE);
    }

    /** Reads the body before the request is judged, so that the journal has it even if the request is refused. */
    private void read(RequestExchange exchange, Runnable then) {
        long tooLate = vertx.setTimer(bodyTimeout.toMillis(), time -> giveUp(exchange));
        RequestBody.read(
                exchange.request(),
                body -> {
                    vertx.cancelTimer(tooLate);
                    if (!exchange.isSettled()) {
                        exchange.read(body);
                        guarded(exchange, then);
                    }
                },
                () -> {
                    vertx.cancelTimer(tooLate);
                    responder.send(
                            exchange,
                            Answer.error(413, "The body is larger than " + RequestBody.MOST_BYTES + " bytes."));
                });
    }

    /** Runs a step and answers its exception. Outside the router's own call, the router does not. */
    private static void guarded(RequestExchange exchange, Runnable step) {
        try {
            step.run();
        } catch (RuntimeException failed) {
            exchange.context().fail(failed);
        }
    }

    private void giveUp(RequestExchange exchange) {
        Responder.sendLast(exchange, BodyTimeout.late(bodyTimeout));
    }

    private void befall(RequestExchange exchange, Fault fault, Supplier<Future<Answer>> judge) {
        if (fault.expiresTokens()) {
            expireTokens.run();
        }
        if (fault.isAfterJudging()) {
            judged(exchange, judge, answer -> conclude(exchange, fault, answer));
        } else if (fault.hangs()) {
            hang(exchange, () -> judged(exchange, judge, answer -> responder.send(exchange, answer)));
        } else {
            responder.send(exchange, fault.answer().orElseThrow(), fault.delay());
        }
    }

    private void conclude(RequestExchange exchange, Fault fault, Answer answer) {
        if (fault.hangs()) {
            hang(exchange, () -> responder.send(exchange, answer));
        } else if (fault.answer().isPresent()) {
            responder.send(exchange, fault.answer().get(), fault.delay());
        } else {
            responder.send(exchange, answer, fault.delay());
        }
    }

    private static void judged(RequestExchange exchange, Supplier<Future<Answer>> judge, Consumer<Answer> then) {
        judge.get().onSuccess(then::accept).onFailure(exchange.context()::fail);
    }

    private void hang(RequestExchange exchange, Runnable goOn) {
        injector.hang(new HangingExchange(exchange, vertx.getOrCreateContext(), goOn));
    }

    /** An exchange that waits for its answer, and the event loop it lives on. */
    private record HangingExchange(RequestExchange exchange, Context loop, Runnable rest)
            implements FaultInjector.Hanging {

        @Override
        public void goOn() {
            loop.runOnContext(now -> {
                if (!exchange.isSettled()) {
                    guarded(exchange, rest);
                }
            });
        }

        @Override
        public void cut() {
            loop.runOnContext(now -> exchange.cut());
        }

        @Override
        public boolean isOver() {
            return exchange.isSettled();
        }
    }
}
