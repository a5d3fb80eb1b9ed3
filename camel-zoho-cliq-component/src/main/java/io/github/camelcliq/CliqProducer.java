package io.github.camelcliq;

import io.github.camelcliq.internal.account.AccountName;
import io.github.camelcliq.internal.account.AccountRegistry;
import io.github.camelcliq.internal.account.ReplyPool;
import io.github.camelcliq.internal.client.CliqClient;
import io.github.camelcliq.internal.client.Post;
import io.github.camelcliq.internal.client.PostFailure;
import io.github.camelcliq.internal.client.PostResult;
import io.github.camelcliq.internal.client.PostResult.Receipt;
import io.github.camelcliq.internal.figures.AccountMonitor;
import io.github.camelcliq.internal.http.HttpPost.Timeouts;
import io.github.camelcliq.internal.pacing.PostPacer;
import io.github.camelcliq.internal.post.ExchangeReader;
import io.github.camelcliq.internal.post.FitLog;
import io.github.camelcliq.internal.post.KindOptions;
import io.github.camelcliq.internal.post.PostPath;
import io.github.camelcliq.internal.post.PostTarget;
import io.github.camelcliq.internal.post.Remarks;
import io.github.camelcliq.internal.post.UncheckedPost;
import io.github.camelcliq.internal.post.template.MessageTemplate;
import io.github.camelcliq.internal.view.OperatorViews;
import io.github.camelcliq.message.CliqMessage;
import io.github.camelcliq.message.RecipientsField;
import io.github.camelcliq.message.TargetKind;
import io.github.camelcliq.message.Violation;
import io.github.camelcliq.message.json.MessageJson;
import io.github.camelcliq.message.rules.Judgement;
import io.github.camelcliq.message.rules.MessageRules;
import io.vertx.core.Handler;
import io.vertx.core.buffer.Buffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.apache.camel.AsyncCallback;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.spi.RouteController;
import org.apache.camel.support.DefaultAsyncProducer;
import org.apache.camel.support.ExchangeHelper;

/**
 * Posts the message of an exchange to Cliq: it reads, checks, writes and posts the message, and settles the exchange.
 * No thread waits for Cliq. The caller's thread continues as soon as the client has the message. The route continues on
 * the reply pool after Cliq's answer.
 */
final class CliqProducer extends DefaultAsyncProducer {

    private final CliqAccount account;
    private final TargetKind kind;
    private final PostPath path;
    private final ExchangeReader reader;
    private final MessageRules rules;
    private final Remarks remarks = new Remarks();
    private final RecipientsField recipientsField;
    private final Duration maximumWait;
    private final boolean ordered;
    private final boolean redeliveryDelay;

    private Timeouts timeouts;
    private PostPacer.WaitLimit waitLimit;

    private AccountRegistry.Lease lease;
    private CliqClient client;
    private AccountMonitor monitor;
    private ReplyPool replies;

    /**
     * @param fixedTarget the target that the URI names; {@code null} if each message names its own
     * @param template the template that makes messages of bodies; {@code null} if bodies are messages
     */
    CliqProducer(
            CliqEndpoint endpoint,
            CliqAccount account,
            TargetKind kind,
            PostTarget fixedTarget,
            MessageTemplate template) {
        super(endpoint);
        CliqConfiguration configuration = endpoint.getConfiguration();
        this.account = account;
        this.kind = kind;
        this.path = new KindOptions(configuration, kind).path();
        this.recipientsField = configuration.getRecipientsField();
        this.maximumWait = Duration.ofMillis(configuration.getMaximumWait());
        this.ordered = configuration.isOrdered();
        this.redeliveryDelay = configuration.isRedeliveryDelay();
        this.rules = configuration.messageRules();
        this.reader = new ExchangeReader(configuration, kind, fixedTarget, rules, template);
    }

    @Override
    public CliqEndpoint getEndpoint() {
        return (CliqEndpoint) super.getEndpoint();
    }

    @Override
    protected void doStart() throws Exception {
        super.doStart();
        timeouts = account.timeouts();
        waitLimit = new PostPacer.WaitLimit(maximumWait, account.getMaximumQueued());
        OperatorViews.show(getEndpoint().getCamelContext());
        AccountRegistry accounts = AccountRegistry.of(getEndpoint().getCamelContext());
        CliqComponent component = getEndpoint().getComponent();
        lease = accounts.lease(accountName(), account, component.tlsOf(account), component.getVertx());
        client = lease.client();
        monitor = lease.monitor();
        replies = accounts.replies();
    }

    private AccountName accountName() {
        String name = getEndpoint().getConfiguration().getAccount();
        return name == null
                ? AccountName.ofComponent(getEndpoint().getComponent().name())
                : AccountName.of(name);
    }

    @Override
    protected void doStop() throws Exception {
        super.doStop();
        if (lease != null) {
            lease.giveBack();
        }
    }

    @Override
    public boolean process(Exchange exchange, AsyncCallback callback) {
        UncheckedPost draft;
        List<Violation> doubtful;
        Post post;
        AccountMonitor.Observed observed;
        try {
            forgetEarlierPosts(exchange.getMessage());
            draft = reader.read(exchange);
            doubtful = check(draft);
            observed = monitor.observe(kind, exchange.getExchangeId(), exchange.getFromRouteId());
            post = write(draft.target(), draft.reading().message(), observed::permitted, () -> routesRun(exchange));
        } catch (Throwable e) {
            // an Error too, such as a missing class of a body's getter: the exchange must end
            exchange.setException(e);
            callback.done(true);
            return true;
        }
        observed.begun();
        client.post(post).onSuccess(new Settlement(exchange, draft, doubtful, observed, callback));
        return false;
    }

    /**
     * Removes the headers of an earlier post. They are not the receipt of this post, and must not delay its redelivery.
     */
    private static void forgetEarlierPosts(Message message) {
        if (message.hasHeaders()) {
            message.removeHeader(Exchange.REDELIVERY_DELAY);
            message.removeHeader(CliqConstants.MESSAGE_ID);
            message.removeHeader(CliqConstants.MISSING_MESSAGE_ID);
            message.removeHeader(CliqConstants.MESSAGE_DETAILS);
            message.removeHeader(CliqConstants.STATUS);
            message.removeHeader(CliqConstants.REMARKS);
        }
    }

    /** Checks the message and its target, and returns what is doubtful. A message with violations is not posted. */
    private List<Violation> check(UncheckedPost draft) throws CliqInvalidMessageException {
        Judgement found = draft.judge(rules, kind);
        if (!found.violations().isEmpty()) {
            throw new CliqInvalidMessageException(what(draft), found.violations());
        }
        if (!found.remarks().isEmpty()) {
            remarks.log(what(draft), found.remarks());
        }
        return found.remarks();
    }

    private String what(UncheckedPost draft) {
        return "Message to " + draft.place(kind);
    }

    /** Writes the message once, into the buffer that is sent. */
    private Post write(PostTarget target, CliqMessage message, Runnable permitted, BooleanSupplier wanted) {
        Buffer json = Buffer.buffer(MessageJson.write(message, recipientsField));
        boolean asksForId = Boolean.TRUE.equals(message.syncMessage());
        return new Post(
                kind, path.to(target), json, asksForId, permitRequest(target, message), timeouts, permitted, wanted);
    }

    /**
     * Returns whether the routes of an exchange run. Camel fails an exchange whose route was stopped by force, so a
     * source may give its message once more.
     */
    private static boolean routesRun(Exchange exchange) {
        RouteController routes = exchange.getContext().getRouteController();
        return Stream.of(exchange.getFromRouteId(), ExchangeHelper.getAtRouteId(exchange))
                .filter(Objects::nonNull)
                .map(routes::getRouteStatus)
                .noneMatch(status -> status != null && (status.isStopped() || status.isSuspended()));
    }

    /**
     * Returns the request for a permit. Cards, slides and posts into threads have a smaller limit (message cards and
     * threads references).
     */
    private PostPacer.PermitRequest permitRequest(PostTarget target, CliqMessage message) {
        boolean restricted = message.card() != null
                || message.slides() != null && !message.slides().isEmpty()
                || message.threadMessageId() != null
                || message.threadChatId() != null
                || target.isThread();
        return new PostPacer.PermitRequest(restricted, ordered ? target.key() : null, waitLimit);
    }

    /** Settles one exchange after its post. It gets the result on an event loop, and continues on the reply pool. */
    private final class Settlement implements Handler<PostResult>, Runnable {

        private final Exchange exchange;
        private final PostTarget target;
        private final List<Violation> changes;
        private final List<Violation> doubtful;
        private final AccountMonitor.Observed observed;
        private final AsyncCallback callback;
        private PostResult result;

        Settlement(
                Exchange exchange,
                UncheckedPost draft,
                List<Violation> doubtful,
                AccountMonitor.Observed observed,
                AsyncCallback callback) {
            this.exchange = exchange;
            this.target = draft.target();
            this.changes = draft.changes();
            this.doubtful = doubtful;
            this.observed = observed;
            this.callback = callback;
        }

        @Override
        public void handle(PostResult ended) {
            result = ended;
            observed.ended(ended);
            replies.execute(this);
        }

        @Override
        public void run() {
            try {
                if (result instanceof Receipt receipt) {
                    accepted(exchange.getMessage(), receipt);
                    tell(exchange.getMessage());
                } else {
                    failed(exchange, target, (PostFailure) result);
                }
            } catch (Throwable unsettled) {
                exchange.setException(unsettled);
            } finally {
                callback.done(false);
            }
        }

        /** Logs the changes to the posted message, then what is doubtful about it. */
        private void tell(Message message) {
            if (!changes.isEmpty()) {
                FitLog.tell("Message to " + target.place(), changes);
            }
            if (!changes.isEmpty() || !doubtful.isEmpty()) {
                List<Violation> all = new ArrayList<>(changes);
                all.addAll(doubtful);
                message.setHeader(CliqConstants.REMARKS, List.copyOf(all));
            }
        }
    }

    /**
     * Fails the exchange. A known wait goes into the header that Camel's error handler reads, so that it waits as long
     * as Cliq asks.
     */
    private void failed(Exchange exchange, PostTarget target, PostFailure failure) {
        if (redeliveryDelay && failure.retryable() && failure.retryAfter() != null) {
            exchange.getMessage()
                    .setHeader(Exchange.REDELIVERY_DELAY, failure.retryAfter().toMillis());
        }
        exchange.setException(CliqException.of(place(target), failure));
    }

    /**
     * Returns the target for an error, with the name of the account if it has one, since an error may come from the
     * account.
     */
    private String place(PostTarget target) {
        String name = getEndpoint().getConfiguration().getAccount();
        return name == null ? target.place() : target.place() + " with the account " + name;
    }

    /**
     * Sets the headers of the receipt, and leaves the body unchanged. Removes the posted headers, so that a later step
     * does not post them again.
     */
    private static void accepted(Message message, Receipt receipt) {
        ExchangeReader.takeOffHeaders(message);
        message.setHeader(CliqConstants.STATUS, receipt.status());
        if (receipt.messageId() != null) {
            message.setHeader(CliqConstants.MESSAGE_ID, receipt.messageId());
        }
        if (receipt.missingId() != null) {
            message.setHeader(CliqConstants.MISSING_MESSAGE_ID, receipt.missingId());
        }
        if (!receipt.messageDetails().isEmpty()) {
            message.setHeader(CliqConstants.MESSAGE_DETAILS, receipt.messageDetails());
        }
    }
}
