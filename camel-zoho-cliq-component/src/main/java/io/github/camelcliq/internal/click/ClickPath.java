package io.github.camelcliq.internal.click;

import io.github.camelcliq.CliqConfiguration;
import io.github.camelcliq.Verification;
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
 * One path that Cliq posts to, for all routes that take calls from it: lets in what is Cliq's, finds the route by the
 * name in the call, and has it answer once. The path is open from the first route's start until the last one is gone: a
 * route that is stopped or suspended keeps its name, and its clicks are refused until it is back.
 */
public final class ClickPath {

    /**
     * Ids of clicks that are remembered where no repository is given: half an hour of 50 clicks a second; our choice.
     */
    private static final int MAX_REMEMBERED = 100_000;

    private static final Logger LOG = LoggerFactory.getLogger(ClickPath.class);

    private final CamelContext context;
    private final String path;
    private final PathOptions options;
    private final IdempotentRepository clicks;
    private final boolean ownRepository;
    private final boolean verified;
    private final ClickVerifier verifier;
    private final ClickDeduplicator deduplicator;
    private final RejectionStats refusals;
    private final Map<CallTarget, CallHandler> handlers = new ConcurrentHashMap<>();
    private ClickServer server;

    /** @throws IllegalArgumentException when a key cannot be read */
    ClickPath(CamelContext context, CliqConfiguration configuration, Timing timing) {
        this.context = context;
        this.path = configuration.getPath();
        this.options = new PathOptions(configuration);
        VerificationOptions verification = new VerificationOptions(configuration);
        this.verified = verification.kind().filter(Verification.NONE::equals).isEmpty();
        this.ownRepository = configuration.getReplayRepository() == null;
        this.clicks = ownRepository
                ? MemoryIdempotentRepository.memoryIdempotentRepository(MAX_REMEMBERED)
                : configuration.getReplayRepository();
        this.deduplicator = new ClickDeduplicator(clicks);
        this.refusals = new RejectionStats(path, timing::now);
        this.verifier = new ClickVerifier(
                verification.verification(context),
                configuration.getMaximumBodySize(),
                new TimestampWindow(Duration.ofMillis(configuration.getTimestampWindow())),
                timing::now);
    }

    PathOptions options() {
        return options;
    }

    /** The requests to the path that were refused, counted. */
    public RejectionStats refusals() {
        return refusals;
    }

    boolean isUnused() {
        return handlers.isEmpty();
    }

    /** @throws IllegalArgumentException when another route takes the same calls */
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
                    "Whoever reaches the path {} is believed to be Cliq (verification=NONE): for tests, or where"
                            + " something before it lets nobody else through",
                    path);
        }
        CamelContextAware.trySetCamelContext(clicks, context);
        ServiceHelper.startService(clicks);
        server = HttpServers.open(context, path, this::answer);
    }

    /** Waits until the server has written the answers that were given, or none was given for that long. */
    public void awaitWritten(Duration maximumWait) {
        server.awaitWritten(maximumWait);
    }

    /** Closes what was opened, as far as it was. */
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

    /** Called on the server's threads; the answer is given once, whatever happens. */
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
                    "The click {} to {} was refused, since the replay repository failed, or the application ends",
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

    /** The exact name first, then whoever takes the rest of its kind, then whoever takes everything else. */
    private Optional<CallHandler> handler(FunctionCall call) {
        CallTarget target = CallTarget.of(call);
        return Stream.of(target, target.rest(), CallTarget.anythingElse())
                .map(handlers::get)
                .filter(Objects::nonNull)
                .findFirst();
    }
}
