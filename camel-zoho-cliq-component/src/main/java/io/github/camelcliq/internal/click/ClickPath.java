package io.github.camelcliq.internal.click;

import io.github.camelcliq.CliqConfiguration;
import io.github.camelcliq.Verification;
import io.github.camelcliq.internal.account.SharedOptions;
import io.github.camelcliq.internal.figures.ClickMonitor;
import io.github.camelcliq.internal.pacing.Timing;
import io.github.camelcliq.webhook.FunctionCall;
import io.github.camelcliq.webhook.TimestampWindow;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.apache.camel.CamelContext;
import org.apache.camel.CamelContextAware;
import org.apache.camel.spi.IdempotentRepository;
import org.apache.camel.support.processor.idempotent.MemoryIdempotentRepository;
import org.apache.camel.support.service.ServiceHelper;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One path that Cliq posts to, for all routes that take calls from it. It verifies a request, finds the route by the
 * name in the call, and gives the click to it once. The path is open from the start of its first route until its last
 * route is removed. A stopped or suspended route keeps its name, and its clicks are refused until it runs again.
 */
public final class ClickPath {

    /**
     * The number of click ids that are remembered without a repository: half an hour of 50 clicks a second. Our choice.
     */
    private static final int MAX_REMEMBERED = 100_000;

    private static final Logger LOG = LoggerFactory.getLogger(ClickPath.class);

    private final CamelContext context;
    private final String path;
    private final SharedOptions options;
    private final IdempotentRepository clicks;
    private final boolean ownRepository;
    private final boolean verified;
    private final ClickVerifier verifier;
    private final ClickDeduplicator deduplicator;
    private final ClickMonitor monitor;
    private final RejectionStats refusals;
    private final Map<CallTarget, CallHandler> handlers = new ConcurrentHashMap<>();
    private ClickServer server;

    /** @throws IllegalArgumentException if a key cannot be read */
    ClickPath(CamelContext context, CliqConfiguration configuration, ClickMonitor monitor, Timing timing) {
        this.context = context;
        this.path = configuration.getPath();
        this.options = sharedOptions(configuration);
        VerificationOptions verification = new VerificationOptions(configuration);
        this.verified = verification.kind().filter(Verification.NONE::equals).isEmpty();
        this.ownRepository = configuration.getReplayRepository() == null;
        this.clicks = ownRepository
                ? MemoryIdempotentRepository.memoryIdempotentRepository(MAX_REMEMBERED)
                : configuration.getReplayRepository();
        this.deduplicator = new ClickDeduplicator(clicks);
        this.monitor = monitor;
        this.refusals = new RejectionStats(monitor, timing::now);
        this.verifier = new ClickVerifier(
                verification.verification(context),
                configuration.getMaximumBodySize(),
                new TimestampWindow(Duration.ofMillis(configuration.getTimestampWindow())),
                timing::now);
    }

    /** Returns the options that must be the same for all routes of a path. */
    static SharedOptions sharedOptions(CliqConfiguration options) {
        return new SharedOptions()
                .with(
                        "verification",
                        new VerificationOptions(options).kind().map(Enum::name).orElse("unclear"))
                .withHidden("publicKey", options.getPublicKey())
                .withHidden("sharedSecret", options.getSharedSecret())
                .with("timestampWindow", options.getTimestampWindow())
                .with("maximumBodySize", options.getMaximumBodySize())
                .withHidden("replayRepository", options.getReplayRepository());
    }

    SharedOptions options() {
        return options;
    }

    /** Returns the counts of refused requests to the path. */
    public RejectionStats refusals() {
        return refusals;
    }

    /** Returns what counts the clicks of the path. */
    public ClickMonitor monitor() {
        return monitor;
    }

    boolean isUnused() {
        return handlers.isEmpty();
    }

    /** @throws IllegalArgumentException if another route takes the same calls */
    void add(CallHandler handler) {
        handlers.merge(handler.target(), handler, (other, same) -> {
            if (other != handler && !other.isOfSameRoute(handler)) {
                throw new IllegalArgumentException("Two routes take the calls of cliq:" + handler.target()
                        + " on the path " + path + ": " + other.routeName() + " and " + handler.routeName());
            }
            return handler;
        });
    }

    void remove(CallHandler handler) {
        handlers.remove(handler.target(), handler);
    }

    void open() throws Exception {
        if (!verified) {
            LOG.warn(
                    "The path {} takes every request as a call from Cliq, without a check (verification=NONE). Use this for tests, or behind a"
                            + " proxy that admits only Cliq.",
                    path);
        }
        CamelContextAware.trySetCamelContext(clicks, context);
        ServiceHelper.startService(clicks);
        server = HttpServers.open(context, path, this::answer);
    }

    /** Waits until the server has written all given answers, at most this long after the last one. */
    public void awaitWritten(Duration maximumWait) {
        server.awaitWritten(maximumWait);
    }

    /** Closes the path, even if it was opened only in part. */
    void close() {
        if (ownRepository) {
            ServiceHelper.stopAndShutdownService(clicks);
        }
        if (server != null) {
            try {
                server.close();
            } catch (RuntimeException stillOpen) {
                LOG.warn("The path {} could not be closed", path, stillOpen);
            }
        }
    }

    /** Answers a request once, even after a failure. Called on threads of the server. */
    private void answer(ClickRequest request, Consumer<ClickResponse> asked) {
        ClickVerifier.Admission admission = verifier.admit(request);
        if (admission instanceof ClickVerifier.Admitted click) {
            dispatch(click, asked);
        } else if (admission instanceof ClickVerifier.Rejected rejected) {
            refuse(rejected.rejection(), asked);
        }
    }

    private void dispatch(ClickVerifier.Admitted click, Consumer<ClickResponse> asked) {
        Optional<CallHandler> handler = handler(click.call());
        if (handler.isEmpty()) {
            refuse(ClickRejection.UNKNOWN, asked);
        } else if (!handler.get().isTakingCalls()) {
            refuse(ClickRejection.STOPPED, asked);
        } else {
            answerOnce(click, handler.get(), asked);
        }
    }

    private void answerOnce(ClickVerifier.Admitted click, CallHandler handler, Consumer<ClickResponse> asked) {
        try {
            deduplicator.answer(
                    click.click(),
                    asked,
                    (answer, forget) -> handler.take(click.call(), click.click(), answer, forget));
        } catch (RuntimeException | Error failed) {
            LOG.error(
                    "The click {} to {} was refused, because taking it failed. Unless the application stops, check the"
                            + " replay repository.",
                    click.click(),
                    path,
                    failed);
            refusals.count(ClickRejection.FAILED);
        }
    }

    private void refuse(ClickRejection refusal, Consumer<ClickResponse> asked) {
        refusals.count(refusal);
        asked.accept(refusal.answer());
    }

    /** Finds the route: by the exact name, then by its kind, then the route for all other calls. */
    private Optional<CallHandler> handler(FunctionCall call) {
        CallTarget target = CallTarget.of(call);
        return Stream.of(target, target.rest(), CallTarget.anythingElse())
                .map(handlers::get)
                .filter(Objects::nonNull)
                .findFirst();
    }
}
