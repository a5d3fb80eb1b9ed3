package io.github.camelcliq.internal.account;

import io.github.camelcliq.CliqAccount;
import io.github.camelcliq.internal.client.ClientOptions;
import io.github.camelcliq.internal.client.CliqClient;
import io.github.camelcliq.internal.client.Credentials;
import io.github.camelcliq.internal.http.EventLoop;
import io.github.camelcliq.internal.pacing.PacingLimits;
import io.github.camelcliq.internal.pacing.PostPacer;
import io.github.camelcliq.internal.pacing.SlidingWindowPacer;
import io.github.camelcliq.internal.pacing.Timing;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.ext.web.client.WebClientOptions;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.camel.CamelContext;
import org.apache.camel.spi.LifecycleStrategy;
import org.apache.camel.support.LifecycleStrategySupport;
import org.apache.camel.support.jsse.SSLContextParameters;
import org.apache.camel.support.service.ServiceSupport;

/**
 * The Cliq accounts of a Camel context that post, one client each, shared by every endpoint that posts with the same
 * credentials to the same host. An account outlives the last endpoint that uses it by a while: a route that is stopped
 * and started again, or an endpoint that came and went for one exchange, finds token, budget and lock as they were.
 */
public final class AccountRegistry extends ServiceSupport {

    /** Longer than a window and the usual lock, and than a route takes to start again; our choice. */
    private static final Duration IDLE_RETENTION = Duration.ofMinutes(15);

    private final CamelContext context;
    private final Timing timing;
    private final LifecycleStrategy endOfContext = new LifecycleStrategySupport() {
        @Override
        public void onContextStopping(CamelContext stopping) {
            settleWhatWaits();
        }
    };

    // guarded by this
    private final Map<String, Account> accounts = new LinkedHashMap<>();
    private final Map<String, SharedBudget> budgets = new HashMap<>();
    private final Map<Vertx, EventLoop> loops = new HashMap<>();
    private Vertx ownVertx;
    private ReplyPool replies;

    private AccountRegistry(CamelContext context, Timing timing) {
        this.context = context;
        this.timing = timing;
    }

    /** The accounts of a context, made on first use. */
    public static AccountRegistry of(CamelContext context) throws Exception {
        Timing timing = ContextTiming.of(context);
        return ContextServices.of(context, AccountRegistry.class, made -> new AccountRegistry(made, timing));
    }

    /**
     * The client of an account. Opens no connection.
     *
     * @param source says what the account is
     * @param tls how TLS connections are made; {@code null} for the defaults of the JDK
     * @param vertx of the application; {@code null} for one of the component's own
     * @throws IllegalArgumentException if the account cannot post, or another account with the same credentials, or the
     *     same budget, is in use with other options
     */
    public synchronized Lease lease(CliqAccount source, SSLContextParameters tls, Vertx vertx) throws Exception {
        List<String> complaints = AccountValidation.complaintsAbout(source);
        if (!complaints.isEmpty()) {
            throw new IllegalArgumentException("The account cannot post: " + String.join("; ", complaints));
        }
        Credentials credentials = new AccountCredentials(source).credentials();
        AccountOptions options = new AccountOptions(source, credentials, tls);
        Account account = accounts.get(options.key());
        List<String> differences = account == null ? List.of() : options.differencesTo(account.options);
        if (!differences.isEmpty()) {
            if (!account.isIdle()) {
                throw inUse("credentials", differences);
            }
            forget(account);
        }
        SharedBudget budget = budget(source, options);
        account = accounts.get(options.key());
        if (account == null) {
            account = newAccount(source, credentials, options, budget, tls, vertx);
            accounts.put(options.key(), account);
        }
        return new Lease(account);
    }

    /** A route came back with other options, and nobody else uses the account. Its budget stays. */
    private void forget(Account account) {
        account.client.close();
        accounts.remove(account.options.key());
    }

    /**
     * The budget of an account: the one of its key, or the one that it had before its credentials changed, since Cliq
     * counts for the user and not for the token. A budget that nobody uses takes other limits; what counts with Cliq
     * counts on.
     */
    private SharedBudget budget(CliqAccount source, AccountOptions options) {
        SharedBudget known = budgets.get(options.budgetKey());
        SharedBudget before = known != null ? known : budgetBefore(source, options);
        SharedBudget budget =
                before == null ? new SharedBudget(options, new SlidingWindowPacer(limits(source), timing)) : before;
        List<String> differences = options.budgetDifferencesTo(budget.options());
        if (!differences.isEmpty()) {
            if (isInUse(budget)) {
                throw inUse("a budget", differences);
            }
            budget.budget().change(limits(source));
            SharedBudget changed = new SharedBudget(options, budget.budget());
            budgets.replaceAll((key, shared) -> shared == before ? changed : shared);
            budget = changed;
        }
        budgets.put(options.budgetKey(), budget);
        return budget;
    }

    /** The latest one of the same account; a budget that others share is found by its key alone. */
    private SharedBudget budgetBefore(CliqAccount source, AccountOptions options) {
        return accounts.values().stream()
                .filter(account -> account.source == source && account.options.hasOwnBudget() && options.hasOwnBudget())
                .map(account -> budgets.get(account.options.budgetKey()))
                .reduce((earlier, later) -> later)
                .orElse(null);
    }

    private boolean isInUse(SharedBudget budget) {
        return accounts.values().stream()
                .anyMatch(account -> budgets.get(account.options.budgetKey()) == budget && !account.isIdle());
    }

    private Account newAccount(
            CliqAccount source,
            Credentials credentials,
            AccountOptions options,
            SharedBudget budget,
            SSLContextParameters tls,
            Vertx vertx)
            throws Exception {
        WebClientOptions transport = TransportOptions.of(source, tls, context);
        ClientOptions clientOptions = new ClientOptions(
                source.cliqUrl(),
                source.tokenUrl(),
                source.getAuthorizationScheme(),
                source.getMaximumRetryAfter(),
                source.timeouts());
        EventLoop loop = loop(vertx == null ? ownVertx() : vertx);
        CliqClient client = new CliqClient(loop, transport, clientOptions, credentials, budget.budget(), timing);
        return new Account(source, options, client, loop);
    }

    private static PacingLimits limits(CliqAccount account) {
        return account.isPacing()
                ? new PacingLimits(
                        account.getPostsPerWindow(), account.getRestrictedPostsPerWindow(), account.getPacingWindow())
                : PacingLimits.NONE;
    }

    private static IllegalArgumentException inUse(String shared, List<String> differences) {
        return new IllegalArgumentException("Accounts that share " + shared
                + " must have the same options while one of them posts; different are "
                + String.join(", ", differences));
    }

    /** An endpoint's share in an account; given back when the endpoint no longer posts. */
    public final class Lease {

        private final Account account;
        private boolean givenBack;

        private Lease(Account account) {
            this.account = account;
            account.leases++;
        }

        public CliqClient client() {
            return account.client;
        }

        public void giveBack() {
            synchronized (AccountRegistry.this) {
                if (!givenBack) {
                    givenBack = true;
                    account.leases--;
                    account.unusedSince = timing.millis();
                    forgetUnused();
                }
            }
        }
    }

    /** Guarded by the accounts. */
    private static final class Account {

        private final CliqAccount source;
        private final AccountOptions options;
        private final CliqClient client;
        private final EventLoop loop;
        private int leases;
        private long unusedSince;

        Account(CliqAccount source, AccountOptions options, CliqClient client, EventLoop loop) {
            this.source = source;
            this.options = options;
            this.client = client;
            this.loop = loop;
        }

        boolean isIdle() {
            return leases == 0 && client.inFlight() == 0;
        }

        boolean isLongUnused(long now) {
            return isIdle() && now - unusedSince > IDLE_RETENTION.toMillis();
        }

        /** Whether nothing of its budget could still count with Cliq. */
        boolean isSettled() {
            PostPacer.Figures figures = client.figures();
            return figures.inFlight() == 0
                    && figures.coolingOff() == 0
                    && figures.lock().isZero();
        }
    }

    private record SharedBudget(AccountOptions options, SlidingWindowPacer budget) {}

    /** Accounts of tokens that came and went, looked for whenever another one falls out of use. */
    private void forgetUnused() {
        accounts.values().removeIf(account -> {
            boolean forgettable =
                    account.isLongUnused(timing.millis()) && (account.isSettled() || sharesBudget(account));
            if (forgettable) {
                account.client.close();
            }
            return forgettable;
        });
        budgets.keySet()
                .retainAll(accounts.values().stream()
                        .map(account -> account.options.budgetKey())
                        .collect(Collectors.toSet()));
    }

    /** Whether another account keeps its budget, as the one does that has its place since its credentials changed. */
    private boolean sharesBudget(Account account) {
        SharedBudget budget = budgets.get(account.options.budgetKey());
        return accounts.values().stream()
                .anyMatch(other -> other != account && budgets.get(other.options.budgetKey()) == budget);
    }

    /** The threads on which exchanges go on once their post is settled. */
    public synchronized ReplyPool replies() {
        if (replies == null) {
            replies = new ReplyPool(context);
        }
        return replies;
    }

    /** How many clients there are. */
    public synchronized int size() {
        return accounts.size();
    }

    private EventLoop loop(Vertx vertx) {
        return loops.computeIfAbsent(vertx, of -> new EventLoop(of, () -> settleWhatWaits(of)));
    }

    private Vertx ownVertx() {
        if (ownVertx == null) {
            // one event loop carries thousands of posts a second, and Cliq takes fifty a minute
            ownVertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(1));
        }
        return ownVertx;
    }

    /** The context is about to stop, before its routes drain: what waits here would only hold them up. */
    private synchronized void settleWhatWaits() {
        accounts.values().forEach(account -> account.client.stop());
    }

    /** The application closes its Vert.x before its context: nothing that waits can be posted any more. */
    private synchronized void settleWhatWaits(Vertx closing) {
        accounts.values().stream()
                .filter(account -> account.loop.vertx() == closing)
                .forEach(account -> account.client.stop());
    }

    @Override
    protected void doStart() throws Exception {
        super.doStart();
        context.addLifecycleStrategy(endOfContext);
    }

    @Override
    protected synchronized void doStop() {
        context.getLifecycleStrategies().remove(endOfContext);
        accounts.values().forEach(account -> account.client.close());
        accounts.clear();
        budgets.clear();
        loops.forEach((vertx, loop) -> loop.close(vertx == ownVertx));
        loops.clear();
        if (ownVertx != null) {
            ownVertx.close();
            ownVertx = null;
        }
        if (replies != null) {
            replies.shutDown();
            replies = null;
        }
    }
}
