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
import io.github.camelcliq.internal.pacing.Timing;
import io.github.camelcliq.webhook.ClickId;
import io.github.camelcliq.webhook.FunctionCall;
import io.github.camelcliq.webhook.FunctionReply;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Consumer;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.apache.camel.Suspendable;
import org.apache.camel.api.management.ManagedAttribute;
import org.apache.camel.api.management.ManagedResource;
import org.apache.camel.support.DefaultConsumer;

/**
 * Takes the calls of one function or bot, or the rest of them, to a route, and what the route leaves back to Cliq. The
 * exchange is its own: nothing of the request is in it but what the verified bytes say, and nothing of the route's but
 * the answer leaves.
 */
@ManagedResource(description = "Managed Cliq Consumer")
public final class CliqConsumer extends DefaultConsumer implements CallHandler, Suspendable {

    /** How long a stop waits for the server to write acknowledgements, which takes it a moment; our choice. */
    private static final Duration WRITING = Duration.ofSeconds(2);

    private final CallTarget target;
    private final Duration replyTimeout;
    private final ClickResponse acknowledgement;
    private final ReplyBinding replies;
    private final LateReplies lateReplies;

    private final Set<PendingResponse> underWay = ConcurrentHashMap.newKeySet();
    private final LongAdder answered = new LongAdder();
    private final LongAdder acknowledged = new LongAdder();

    private ClickPathRegistry paths;
    private ClickPath path;
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
        return answered.sum();
    }

    /** Clicks that were acknowledged, since the route took longer than the reply timeout. */
    @ManagedAttribute(description = "Clicks that were acknowledged, since the route took longer than replyTimeout")
    public long getAcknowledgedClicks() {
        return acknowledged.sum();
    }

    /** Clicks whose route is not done. */
    @ManagedAttribute(description = "Clicks whose route is not done")
    public int getClicksUnderWay() {
        return underWay.size();
    }

    /** Requests to the path that were refused, whichever of its routes they were for. */
    @ManagedAttribute(description = "Requests to the path, whichever route they were for, that were refused")
    public long getRefusedRequests() {
        return path == null ? 0 : path.refusals().total();
    }

    /** The refused requests of the path by reason; one line. */
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
        paths = ClickPathRegistry.of(getEndpoint().getCamelContext());
        timing = paths.timing();
        routes = paths.routes();
        lateReplies.start();
        try {
            path = paths.add(this);
        } catch (Exception notTaken) {
            lateReplies.stop();
            throw notTaken;
        }
    }

    /**
     * The name stays taken, so that calls are refused rather than unknown, until the route starts again or is gone.
     * Camel has waited for the clicks under way; those that are left are acknowledged, or the server would hold on to
     * their requests. What stops next may interrupt the server's threads, so that the acknowledgements must be out.
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
        if (replyTimeout.isZero()) {
            run(taken, click);
            return;
        }
        try {
            routes.execute(() -> run(taken, click));
        } catch (RejectedExecutionException notRun) {
            underWay.remove(taken.answer());
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
            acknowledged.increment();
        }
    }

    private void run(Taken taken, ClickId click) {
        Exchange exchange = createExchange(false);
        try {
            CallBinding.fill(exchange, taken.call(), click);
            getAsyncProcessor().process(exchange, doneSync -> done(exchange, taken));
        } catch (Throwable failed) {
            // errors too: whoever waits must hear of it
            exchange.setException(failed);
            done(exchange, taken);
        }
    }

    /** Never fails: nobody above would answer. */
    private void done(Exchange exchange, Taken taken) {
        boolean failed = replies.isFailed(exchange);
        FunctionReply reply = reply(taken.call(), exchange);
        releaseExchange(exchange, false);
        underWay.remove(taken.answer());
        if (failed) {
            taken.forget().run();
        }
        if (give(taken, reply)) {
            answered.increment();
        }
    }

    /** {@code false} where the answer is late. */
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
            // errors too, such as those of an endless text: whoever waits must hear of it
            getExceptionHandler().handleException("The answer of cliq:" + target + " cannot be shown", exchange, unfit);
            return replies.failure();
        }
    }
}
