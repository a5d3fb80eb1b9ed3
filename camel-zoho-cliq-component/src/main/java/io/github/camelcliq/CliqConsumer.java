package io.github.camelcliq;

import io.github.camelcliq.internal.click.CallBinding;
import io.github.camelcliq.internal.click.CallHandler;
import io.github.camelcliq.internal.click.CallTarget;
import io.github.camelcliq.internal.click.ClickPath;
import io.github.camelcliq.internal.click.ClickPathRegistry;
import io.github.camelcliq.internal.click.ClickRejection;
import io.github.camelcliq.internal.click.ClickResponse;
import io.github.camelcliq.internal.click.LateReplies;
import io.github.camelcliq.internal.click.PendingResponse;
import io.github.camelcliq.internal.click.ReplyBinding;
import io.github.camelcliq.internal.figures.ClickMonitor;
import io.github.camelcliq.internal.pacing.Timing;
import io.github.camelcliq.internal.view.OperatorViews;
import io.github.camelcliq.webhook.ClickId;
import io.github.camelcliq.webhook.FunctionCall;
import io.github.camelcliq.webhook.FunctionReply;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Consumer;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.apache.camel.Suspendable;
import org.apache.camel.api.management.ManagedAttribute;
import org.apache.camel.api.management.ManagedResource;
import org.apache.camel.support.DefaultConsumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Gives the calls of one function or bot, or all other calls, to a route, and returns the answer of the route to Cliq.
 * The exchange has only the content of the verified call. Only the answer goes back.
 */
@ManagedResource(description = "Managed Cliq Consumer")
public final class CliqConsumer extends DefaultConsumer implements CallHandler, Suspendable {

    private static final Logger LOG = LoggerFactory.getLogger(CliqConsumer.class);

    /** How long a stop waits for the server to write acknowledgements. Our choice. */
    private static final Duration WRITING = Duration.ofSeconds(2);

    private final CallTarget target;
    private final Duration replyTimeout;
    private final ClickResponse acknowledgement;
    private final ReplyBinding replies;
    private final LateReplies lateReplies;

    private final Set<PendingResponse> underWay = ConcurrentHashMap.newKeySet();

    private ClickPathRegistry paths;
    private ClickPath path;
    private ClickMonitor.Route clicks;
    private ExecutorService routes;
    private Timing timing;

    CliqConsumer(CliqEndpoint endpoint, Processor processor, LateReplies lateReplies) {
        super(endpoint, processor);
        CliqConfiguration options = endpoint.getConfiguration();
        this.target = CallTarget.of(endpoint.getKind(), endpoint.getId());
        this.replyTimeout = Duration.ofMillis(options.getReplyTimeout());
        this.acknowledgement = ClickResponse.of(banner(options.getAcknowledgement()));
        this.replies = new ReplyBinding(options, target);
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

    @Override
    public CallTarget target() {
        return target;
    }

    @Override
    public CliqConfiguration options() {
        return getEndpoint().getConfiguration();
    }

    @Override
    public String routeName() {
        return getRouteId() == null ? getEndpoint().toString() : getRouteId();
    }

    @Override
    public boolean isOfSameRoute(CallHandler other) {
        return other instanceof CliqConsumer consumer
                && getRouteId() != null
                && getRouteId().equals(consumer.getRouteId());
    }

    /** Clicks that the route answered in time. */
    @ManagedAttribute(description = "Clicks that the route answered in time")
    public long getAnsweredClicks() {
        return clicks == null ? 0 : clicks.answeredClicks();
    }

    /** Clicks that were acknowledged, since the route took longer than the reply time-out. */
    @ManagedAttribute(description = "Clicks that were acknowledged, since the route took longer than replyTimeout")
    public long getAcknowledgedClicks() {
        return clicks == null ? 0 : clicks.acknowledgedClicks();
    }

    /** Clicks whose route is not done. */
    @ManagedAttribute(description = "Clicks whose route is not done")
    public int getClicksUnderWay() {
        return clicks == null ? 0 : clicks.clicksUnderWay();
    }

    /** Refused requests to the path, for all of its routes. */
    @ManagedAttribute(description = "Refused requests to the path, for all of its routes")
    public long getRefusedRequests() {
        return path == null ? 0 : path.refusals().total();
    }

    /** The refused requests to the path by reason, in one line. */
    @ManagedAttribute(description = "The refused requests to the path by reason")
    public String getRefusalReasons() {
        return path == null ? "" : path.refusals().figures();
    }

    @Override
    public boolean isTakingCalls() {
        return isStarted() && !isSuspended();
    }

    @Override
    protected void doStart() throws Exception {
        super.doStart();
        OperatorViews.show(getEndpoint().getCamelContext());
        paths = ClickPathRegistry.of(getEndpoint().getCamelContext());
        timing = paths.timing();
        routes = paths.routes();
        lateReplies.start();
        try {
            path = paths.add(this);
            clicks = clicks == null ? path.monitor().route() : clicks;
        } catch (Exception notTaken) {
            lateReplies.stop();
            throw notTaken;
        }
    }

    /**
     * Stops the route. Its name stays registered until the route starts again or is removed, so its calls are refused
     * and not unknown. Camel has already waited for the clicks under way. The remaining clicks are acknowledged, since
     * the server would otherwise keep their requests open. The stop waits until the acknowledgements are written,
     * because the next stop may interrupt the server's threads.
     */
    @Override
    protected void doStop() throws Exception {
        underWay.forEach(this::acknowledge);
        if (path != null) {
            path.awaitWritten(WRITING);
        }
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

    @Override
    public void take(FunctionCall call, ClickId click, Consumer<ClickResponse> answer, Runnable forget) {
        Taken taken = new Taken(call, new PendingResponse(answer), forget);
        underWay.add(taken.answer());
        clicks.begun();
        if (replyTimeout.isZero()) {
            run(taken, click);
            return;
        }
        try {
            routes.execute(() -> run(taken, click));
        } catch (RejectedExecutionException notRun) {
            underWay.remove(taken.answer());
            clicks.done();
            if (routes.isShutdown()) {
                throw notRun;
            }
            path.refusals().count(ClickRejection.BUSY);
            forget.run();
            give(taken, replies.failure());
            return;
        }
        taken.answer().orElse(() -> acknowledge(taken.answer()), timing, replyTimeout);
    }

    private record Taken(FunctionCall call, PendingResponse answer, Runnable forget) {}

    private void acknowledge(PendingResponse answer) {
        if (answer.give(acknowledgement)) {
            LOG.debug(
                    "Acknowledged a click to cliq:{}, since its route takes longer than {} ms",
                    target,
                    replyTimeout.toMillis());
            clicks.acknowledged();
        }
    }

    private void run(Taken taken, ClickId click) {
        Exchange exchange = createExchange(false);
        try {
            CallBinding.fill(exchange, taken.call(), click);
            getAsyncProcessor().process(exchange, doneSync -> done(exchange, taken));
        } catch (Throwable failed) {
            // an Error too: the click must be answered
            exchange.setException(failed);
            done(exchange, taken);
        }
    }

    /** Answers the click. Never throws, since no caller would answer then. */
    private void done(Exchange exchange, Taken taken) {
        boolean failed = replies.isFailed(exchange);
        FunctionReply reply = reply(taken.call(), exchange);
        releaseExchange(exchange, false);
        underWay.remove(taken.answer());
        clicks.done();
        if (failed) {
            taken.forget().run();
        }
        if (give(taken, reply)) {
            clicks.answered();
        }
    }

    /** Gives the answer. Returns {@code false} if it is too late. */
    private boolean give(Taken taken, FunctionReply reply) {
        boolean inTime = taken.answer().give(ClickResponse.of(reply));
        if (!inTime) {
            deliverLate(taken.call(), reply);
        }
        return inTime;
    }

    private void deliverLate(FunctionCall call, FunctionReply reply) {
        try {
            lateReplies.deliver(call, reply);
        } catch (RuntimeException undelivered) {
            getExceptionHandler().handleException("A late answer of cliq:" + target + " was lost", undelivered);
        }
    }

    private FunctionReply reply(FunctionCall call, Exchange exchange) {
        try {
            return replies.of(call, exchange);
        } catch (Throwable unfit) {
            // an Error too, such as that of an endless text: the click must be answered
            getExceptionHandler().handleException("The answer of cliq:" + target + " cannot be shown", exchange, unfit);
            return replies.failure();
        }
    }
}
