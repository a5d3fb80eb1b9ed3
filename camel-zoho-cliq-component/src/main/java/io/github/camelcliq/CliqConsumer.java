package io.github.camelcliq;

import io.github.camelcliq.client.Timing;
import io.github.camelcliq.webhook.ClickId;
import io.github.camelcliq.webhook.FunctionCall;
import io.github.camelcliq.webhook.FunctionReply;
import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.apache.camel.Suspendable;
import org.apache.camel.support.DefaultConsumer;

/**
 * Takes the calls of one function or bot, or the rest of them, to a route, and what the route leaves back to Cliq. The
 * exchange is its own: nothing of the request is in it but what the verified bytes say, and nothing of the route's but
 * the answer leaves.
 */
final class CliqConsumer extends DefaultConsumer implements Suspendable {

    private final Callee callee;
    private final Duration replyTimeout;
    private final ClickAnswer acknowledgement;
    private final RouteReply replies;
    private final LateReplies lateReplies;

    private ClickPaths paths;
    private Executor routes;
    private Timing timing;

    CliqConsumer(CliqEndpoint endpoint, Processor processor, LateReplies lateReplies) {
        super(endpoint, processor);
        CliqConfiguration options = endpoint.getConfiguration();
        this.callee = Callee.of(endpoint.getKind(), endpoint.getId());
        this.replyTimeout = Duration.ofMillis(options.getReplyTimeout());
        this.acknowledgement = ClickAnswer.of(banner(options.getAcknowledgement()));
        this.replies = new RouteReply(options, callee);
        this.lateReplies = lateReplies;
    }

    private static FunctionReply banner(String acknowledgement) {
        return acknowledgement == null || acknowledgement.isBlank()
                ? FunctionReply.nothing()
                : FunctionReply.success(acknowledgement);
    }

    @Override
    public CliqEndpoint getEndpoint() {
        return (CliqEndpoint) super.getEndpoint();
    }

    /** Whose calls these are. */
    Callee callee() {
        return callee;
    }

    /** For errors that name two routes. */
    String routeName() {
        return getRouteId() == null ? getEndpoint().toString() : getRouteId();
    }

    /** A route that is stopped and started again does so with a new consumer. */
    boolean isOfSameRoute(CliqConsumer later) {
        return getRouteId() != null && getRouteId().equals(later.getRouteId());
    }

    boolean isTakingCalls() {
        return isStarted() && !isSuspended();
    }

    @Override
    protected void doStart() throws Exception {
        super.doStart();
        lateReplies.start();
        paths = ClickPaths.of(getEndpoint().getCamelContext());
        timing = paths.timing(getEndpoint().getComponent());
        routes = replyTimeout.isZero() ? Runnable::run : paths.routes();
        paths.add(this);
    }

    /** The name stays taken, so that calls are refused rather than unknown, until the route starts again or is gone. */
    @Override
    protected void doStop() throws Exception {
        lateReplies.stop();
        super.doStop();
    }

    @Override
    protected void doShutdown() throws Exception {
        if (paths != null) {
            paths.remove(this);
        }
        super.doShutdown();
    }

    /**
     * Has the route answer a call. Called on a thread of the server's, which waits for the answer and not for the
     * route.
     *
     * @param answer gets the answer, once: the route's, or where that takes too long an acknowledgement
     */
    void take(FunctionCall call, ClickId click, Consumer<ClickAnswer> answer) {
        PunctualAnswer punctual = new PunctualAnswer(answer);
        if (!replyTimeout.isZero()) {
            punctual.orElse(acknowledgement, timing, replyTimeout);
        }
        routes.execute(() -> run(call, click, punctual));
    }

    private void run(FunctionCall call, ClickId click, PunctualAnswer answer) {
        Exchange exchange = createExchange(false);
        try {
            CallExchange.fill(exchange, call, click);
            getAsyncProcessor().process(exchange, doneSync -> done(exchange, call, answer));
        } catch (Throwable failed) {
            // errors too: whoever waits must hear of it
            exchange.setException(failed);
            done(exchange, call, answer);
        }
    }

    private void done(Exchange exchange, FunctionCall call, PunctualAnswer answer) {
        FunctionReply reply = reply(exchange);
        releaseExchange(exchange, false);
        if (!answer.give(ClickAnswer.of(reply))) {
            lateReplies.deliver(call, reply);
        }
    }

    private FunctionReply reply(Exchange exchange) {
        try {
            return replies.of(exchange);
        } catch (Exception unfit) {
            getExceptionHandler().handleException("The answer of cliq:" + callee + " cannot be shown", exchange, unfit);
            return replies.failure();
        }
    }
}
