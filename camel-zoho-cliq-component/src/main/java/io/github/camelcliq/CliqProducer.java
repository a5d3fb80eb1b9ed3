package io.github.camelcliq;

import io.github.camelcliq.internal.account.AccountRegistry;
import io.github.camelcliq.internal.account.ReplyPool;
import io.github.camelcliq.internal.client.CliqClient;
import io.github.camelcliq.internal.client.Post;
import io.github.camelcliq.internal.client.PostFailure;
import io.github.camelcliq.internal.client.PostPath;
import io.github.camelcliq.internal.client.PostResult;
import io.github.camelcliq.internal.client.PostTarget;
import io.github.camelcliq.internal.client.Receipt;
import io.github.camelcliq.internal.http.Timeouts;
import io.github.camelcliq.internal.pacing.PostPacer;
import io.github.camelcliq.internal.post.ExchangeReader;
import io.github.camelcliq.internal.post.FitLog;
import io.github.camelcliq.internal.post.KindOptions;
import io.github.camelcliq.internal.post.Remarks;
import io.github.camelcliq.internal.post.UncheckedPost;
import io.github.camelcliq.message.CliqMessage;
import io.github.camelcliq.message.Findings;
import io.github.camelcliq.message.MessageJson;
import io.github.camelcliq.message.MessageRules;
import io.github.camelcliq.message.RecipientsField;
import io.github.camelcliq.message.TargetKind;
import io.github.camelcliq.message.Violation;
import io.vertx.core.Handler;
import io.vertx.core.buffer.Buffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.apache.camel.AsyncCallback;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.support.DefaultAsyncProducer;

/**
 * Takes one exchange's message to Cliq: read, check, write, post, settle. No thread waits for Cliq: the caller's goes
 * on as soon as the message is handed to the client, and the route continues on the reply pool once Cliq has answered.
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
    private ReplyPool replies;

    /** @param fixedTarget the target that the URI names; {@code null} if each message names its own */
    CliqProducer(CliqEndpoint endpoint, CliqAccount account, TargetKind kind, PostTarget fixedTarget) {
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
        this.reader = new ExchangeReader(configuration, kind, fixedTarget, rules);
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
        AccountRegistry accounts = AccountRegistry.of(getEndpoint().getCamelContext());
        CliqComponent component = getEndpoint().getComponent();
        lease = accounts.lease(account, component.tlsOf(account), component.getVertx());
        client = lease.client();
        replies = accounts.replies();
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
        try {
            forgetEarlierPosts(exchange.getMessage());
            draft = reader.read(exchange);
            doubtful = check(draft);
            post = write(draft.target(), draft.reading().message());
        } catch (Throwable e) {
            // errors too, such as a class that a body's getter does not find: whoever waits must hear of it
            exchange.setException(e);
            callback.done(true);
            return true;
        }
        client.post(post).onSuccess(new Settlement(exchange, draft, doubtful, callback));
        return false;
    }

    /** What an earlier post left on the message must neither pass for this one's receipt nor delay its redelivery. */
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

    /** Nothing leaves while anything is wrong with the message, the target included; what is doubtful passes. */
    private List<Violation> check(UncheckedPost draft) throws CliqInvalidMessageException {
        Findings found = draft.judge(rules, kind);
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

    /** Once, into the buffer that is sent. */
    private Post write(PostTarget target, CliqMessage message) {
        Buffer json = Buffer.buffer(MessageJson.write(message, recipientsField));
        boolean asksForId = Boolean.TRUE.equals(message.syncMessage());
        return new Post(kind, path.to(target), json, asksForId, permitRequest(target, message), timeouts);
    }

    /**
     * Cards, slides and posts into threads have a smaller limit of their own (message cards and threads references).
     */
    private PostPacer.PermitRequest permitRequest(PostTarget target, CliqMessage message) {
        boolean restricted = message.card() != null
                || message.slides() != null && !message.slides().isEmpty()
                || message.threadMessageId() != null
                || message.threadChatId() != null
                || target.isThread();
        return new PostPacer.PermitRequest(restricted, ordered ? target.key() : null, waitLimit);
    }

    /** What is left to do for one exchange once its post has ended, which it hears of on an event loop. */
    private final class Settlement implements Handler<PostResult>, Runnable {

        private final Exchange exchange;
        private final PostTarget target;
        private final List<Violation> changes;
        private final List<Violation> doubtful;
        private final AsyncCallback callback;
        private PostResult result;

        Settlement(Exchange exchange, UncheckedPost draft, List<Violation> doubtful, AsyncCallback callback) {
            this.exchange = exchange;
            this.target = draft.target();
            this.changes = draft.changes();
            this.doubtful = doubtful;
            this.callback = callback;
        }

        @Override
        public void handle(PostResult ended) {
            result = ended;
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

        /** What was changed of the message is told once it is posted, before what is doubtful about it. */
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

    /** A wait that is known goes where Camel's error handler reads it, so that it waits as long as Cliq asks. */
    private void failed(Exchange exchange, PostTarget target, PostFailure failure) {
        if (redeliveryDelay && failure.retryable() && failure.retryAfter() != null) {
            exchange.getMessage()
                    .setHeader(Exchange.REDELIVERY_DELAY, failure.retryAfter().toMillis());
        }
        exchange.setException(CliqException.of(place(target), failure));
    }

    /** With the account, if it has a name: it is the account that a failure asks to mend. */
    private String place(PostTarget target) {
        String name = getEndpoint().getConfiguration().getAccount();
        return name == null ? target.place() : target.place() + " with the account " + name;
    }

    /**
     * The receipt goes to headers, the body stays as it was; what was posted must not be posted again by a later step.
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
