package io.github.camelcliq.internal.account;

import io.github.camelcliq.CliqAccount;
import io.github.camelcliq.internal.client.ClientOptions;
import io.github.camelcliq.internal.client.CliqClient;
import io.github.camelcliq.internal.client.Credentials;
import io.github.camelcliq.internal.figures.AccountMonitor;
import io.github.camelcliq.internal.figures.Monitors;
import io.github.camelcliq.internal.http.EventLoop;
import io.github.camelcliq.internal.pacing.PacingLimits;
import io.github.camelcliq.internal.pacing.PacingStore;
import io.github.camelcliq.internal.pacing.PostPacer;
import io.github.camelcliq.internal.pacing.Timing;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.ext.web.client.WebClientOptions;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.camel.CamelContext;
import org.apache.camel.spi.LifecycleStrategy;
import org.apache.camel.support.LifecycleStrategySupport;
import org.apache.camel.support.jsse.SSLContextParameters;
import org.apache.camel.support.service.ServiceSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The Cliq accounts of a Camel context. Endpoints with the same credentials and the same host share one account with
 * one client. An account stays for some time after its last endpoint. So a route that starts again, or a new endpoint,
 * finds token, budget and lock unchanged.
 */
public final class AccountRegistry extends ServiceSupport {

    /** Longer than a window, the usual lock, and a restart of a route. Our choice. */
    private static final Duration IDLE_RETENTION = Duration.ofMinutes(15);

    private static final Logger LOG = LoggerFactory.getLogger(AccountRegistry.class);

    private final CamelContext context;
    private final Timing timing;
    private final Monitors monitors;
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
    private boolean stopping;

    private AccountRegistry(CamelContext context, Timing timing, Monitors monitors) {
        this.context = context;
        this.timing = timing;
        this.monitors = monitors;
    }

    /** Returns the accounts of a context; creates them on first use. */
    public static AccountRegistry of(CamelContext context) throws Exception {
        Timing timing = ContextTiming.of(context);
        Monitors monitors = ContextServices.monitors(context);
        return ContextServices.of(context, AccountRegistry.class, made -> new AccountRegistry(made, timing, monitors));
    }

    /**
     * Leases the client of an account. Opens no connection.
     *
     * @param name how operators see the account
     * @param source the options of the account
     * @param tls how TLS connections are made; {@code null} for the defaults of the JDK
     * @param vertx the application's Vert.x instance; {@code null} to use one that this component creates
     * @throws IllegalArgumentException if the account cannot post, or if another account with the same credentials or
     *     budget is in use with other options
     */
    public synchronized Lease lease(AccountName name, CliqAccount source, SSLContextParameters tls, Vertx vertx)
            throws Exception {
        List<String> complaints = AccountValidation.complaintsAbout(source);
        if (!complaints.isEmpty()) {
            throw new IllegalArgumentException("The account cannot post: " + String.join("; ", complaints));
        }
        AccountCredentials chosen = new AccountCredentials(source);
        Credentials credentials = chosen.credentials();
        AccountOptions options = new AccountOptions(source, credentials, tls);
        Account account = accounts.get(options.key());
        List<String> differences = account == null ? List.of() : options.differencesTo(account.options);
        if (!differences.isEmpty()) {
            if (!account.isIdle()) {
                throw inUse("credentials", differences);
            }
            forget(account);
        }
        SharedBudget budget = budget(name, source, options, vertx);
        account = accounts.get(options.key());
        if (account == null) {
            AccountMonitor monitor = monitor(name, source, options, chosen.option());
            account = newAccount(source, credentials, options, budget, monitor, tls, vertx);
            accounts.put(options.key(), account);
            if (stopping) {
                account.client.stop();
            }
        }
        account.monitor.watch(account.client::figures, limits(source), source.getMaximumQueued(), chosen.option());
        if (monitors.account(account.monitor.name()) != account.monitor) {
            monitors.open(account.monitor);
            account.monitor.started(details(source, chosen.option()));
        }
        return new Lease(account);
    }

    /**
     * Returns the monitor of a new account. An account that had the same name before goes on with the same figures. If
     * two accounts have the same name at once, as those of two components may, the second one gets a digest.
     */
    private AccountMonitor monitor(AccountName name, CliqAccount source, AccountOptions options, String credentials) {
        String shown = name.shown(source, options.shortKey());
        AccountMonitor known = monitors.account(shown);
        if (known != null
                && accounts.values().stream().allMatch(other -> other.monitor != known || other.source == source)) {
            known.accountChanged(source.cliqUrl(), credentials);
            return known;
        }
        return new AccountMonitor(
                known == null ? shown : shown + "-" + options.shortKey(), source.cliqUrl(), timing, monitors);
    }

    /** Returns what the log tells of a new account, without secrets. */
    private static String details(CliqAccount source, String credentials) {
        String limits = source.isPacing()
                ? "at most " + source.getPostsPerWindow() + " posts and " + source.getRestrictedPostsPerWindow()
                        + " cards in " + source.getPacingWindow().toSeconds() + " s, counted "
                        + new StoreOptions(source).place()
                : "without pacing";
        return "data centre " + source.getDataCenter() + ", with its " + credentials + ": " + limits + "; at most "
                + source.getMaximumQueued() + " posts wait"
                + (credentials.equals("accessToken")
                        ? "; an accessToken lives an hour, and the component cannot renew it"
                        : "");
    }

    /** Removes an idle account whose options have changed. Its budget stays. */
    private void forget(Account account) {
        account.client.close();
        accounts.remove(account.options.key());
        closeUnused(account.monitor);
    }

    private void closeUnused(AccountMonitor monitor) {
        if (accounts.values().stream().noneMatch(account -> account.monitor == monitor)) {
            monitors.close(monitor);
        }
    }

    /**
     * Returns the budget of an account: the one of its key, or the one from before its credentials changed. Cliq counts
     * posts for the user, not for the token. An unused budget takes new limits, and then posts that Cliq still counts
     * stay counted. It takes another store too, which does not know of them.
     */
    private SharedBudget budget(AccountName name, CliqAccount source, AccountOptions options, Vertx vertx) {
        SharedBudget known = budgets.get(options.budgetKey());
        SharedBudget before = known != null ? known : budgetBefore(source, options);
        SharedBudget budget = before == null ? newBudget(name, source, options, vertx) : before;
        List<String> differences = options.budgetDifferencesTo(budget.options());
        if (!differences.isEmpty()) {
            if (isInUse(budget)) {
                throw inUse("a budget", differences);
            }
            if (options.hasStoreOf(budget.options())) {
                budget.budget().change(limits(source));
                SharedBudget changed = new SharedBudget(options, budget.budget(), budget.store());
                budgets.replaceAll((key, shared) -> shared == before ? changed : shared);
                budget = changed;
            } else {
                forget(budget);
                budget = newBudget(name, source, options, vertx);
            }
        }
        budgets.put(options.budgetKey(), budget);
        return budget;
    }

    private SharedBudget newBudget(AccountName name, CliqAccount source, AccountOptions options, Vertx vertx) {
        PacingLimits limits = limits(source);
        EventLoop loop = loop(vertx);
        PacingStore store = new StoreOptions(source).open(options.shortBudgetKey(), limits, loop, context, timing);
        String shown = name.shown(source, options.shortKey());
        return new SharedBudget(options, new PostPacer(store, limits, timing, shown), store);
    }

    /** Removes an unused budget and its accounts. */
    private void forget(SharedBudget budget) {
        accounts.values().stream()
                .filter(account -> budgetOf(account) == budget)
                .toList()
                .forEach(this::forget);
        budgets.values().removeIf(budget::equals);
        budget.store().close();
    }

    /** Returns the latest budget of the same account. A shared budget is found by its key only. */
    private SharedBudget budgetBefore(CliqAccount source, AccountOptions options) {
        return accounts.values().stream()
                .filter(account -> account.source == source && account.options.hasOwnBudget() && options.hasOwnBudget())
                .map(this::budgetOf)
                .reduce((earlier, later) -> later)
                .orElse(null);
    }

    private SharedBudget budgetOf(Account account) {
        return budgets.get(account.options.budgetKey());
    }

    private boolean isInUse(SharedBudget budget) {
        return accounts.values().stream().anyMatch(account -> budgetOf(account) == budget && !account.isIdle());
    }

    private Account newAccount(
            CliqAccount source,
            Credentials credentials,
            AccountOptions options,
            SharedBudget budget,
            AccountMonitor monitor,
            SSLContextParameters tls,
            Vertx vertx)
            throws Exception {
        WebClientOptions transport = TransportOptions.of(source, tls, context);
        EventLoop loop = loop(vertx);
        ClientOptions clientOptions = new ClientOptions(
                source.cliqUrl(),
                source.tokenUrl(),
                source.getAuthorizationScheme(),
                source.getMaximumRetryAfter(),
                source.timeouts(),
                new StoreOptions(source).tokens(options.shortKey(), credentials, loop, context));
        CliqClient client =
                new CliqClient(loop, transport, clientOptions, credentials, budget.budget(), timing, monitor::token);
        return new Account(source, options, client, loop, monitor);
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

    /** The use of an account by an endpoint. The endpoint gives it back when it no longer posts. */
    public final class Lease {

        private final Account account;
        private boolean givenBack;

        private Lease(Account account) {
            this.account = account;
            account.leases++;
            account.monitor.used();
        }

        public CliqClient client() {
            return account.client;
        }

        public AccountMonitor monitor() {
            return account.monitor;
        }

        public void giveBack() {
            synchronized (AccountRegistry.this) {
                if (!givenBack) {
                    givenBack = true;
                    account.leases--;
                    account.monitor.unused();
                    account.unusedSince = timing.millis();
                    forgetUnused();
                }
            }
        }
    }

    /** Guarded by the registry. */
    private static final class Account {

        private final CliqAccount source;
        private final AccountOptions options;
        private final CliqClient client;
        private final EventLoop loop;
        private final AccountMonitor monitor;
        private int leases;
        private long unusedSince;

        Account(CliqAccount source, AccountOptions options, CliqClient client, EventLoop loop, AccountMonitor monitor) {
            this.source = source;
            this.options = options;
            this.client = client;
            this.loop = loop;
            this.monitor = monitor;
        }

        boolean isIdle() {
            return leases == 0 && client.inFlight() == 0;
        }

        boolean isLongUnused(long now) {
            return isIdle() && now - unusedSince > IDLE_RETENTION.toMillis();
        }

        /** Returns whether Cliq no longer counts any post of the account. */
        boolean isSettled() {
            PostPacer.Figures figures = client.figures();
            return figures.posts().used() == 0 && figures.lock().isZero();
        }
    }

    private record SharedBudget(AccountOptions options, PostPacer budget, PacingStore store) {}

    /** Closes accounts that are unused for a long time. Called when an endpoint gives back an account. */
    private void forgetUnused() {
        List<Account> before = List.copyOf(accounts.values());
        accounts.values().removeIf(account -> {
            boolean forgettable =
                    account.isLongUnused(timing.millis()) && (account.isSettled() || sharesBudget(account));
            if (forgettable) {
                account.client.close();
            }
            return forgettable;
        });
        before.forEach(account -> closeUnused(account.monitor));
        Set<SharedBudget> budgetsBefore = Set.copyOf(budgets.values());
        budgets.keySet()
                .retainAll(accounts.values().stream()
                        .map(account -> account.options.budgetKey())
                        .collect(Collectors.toSet()));
        budgetsBefore.stream()
                .filter(budget -> !budgets.containsValue(budget))
                .forEach(budget -> budget.store().close());
    }

    /** Returns whether another account has the same budget, such as the one with changed credentials. */
    private boolean sharesBudget(Account account) {
        SharedBudget budget = budgetOf(account);
        return accounts.values().stream().anyMatch(other -> other != account && budgetOf(other) == budget);
    }

    /** Returns the threads on which exchanges continue after their post. */
    public synchronized ReplyPool replies() {
        if (replies == null) {
            replies = new ReplyPool(context);
        }
        return replies;
    }

    /** Returns the number of clients. */
    public synchronized int size() {
        return accounts.size();
    }

    /** @param given the application's Vert.x instance; {@code null} for the component's own */
    private EventLoop loop(Vertx given) {
        Vertx vertx = given == null ? ownVertx() : given;
        return loops.computeIfAbsent(vertx, of -> new EventLoop(of, () -> settleWhatWaits(of)));
    }

    private Vertx ownVertx() {
        if (ownVertx == null) {
            // one event loop carries thousands of posts a second, and Cliq takes fifty a minute
            ownVertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(1));
        }
        return ownVertx;
    }

    /** Ends all waits before the routes of the context drain, since they would only delay the stop. */
    private synchronized void settleWhatWaits() {
        stopping = true;
        settle(List.copyOf(accounts.values()));
    }

    /**
     * Ends all waits of accounts, and logs how many posts that settled. A pacer that another account still uses goes
     * on. There a post of a stopped account ends when its turn comes.
     */
    private void settle(List<Account> stopped) {
        long before = settled(stopped);
        stopped.forEach(account -> account.client.stop());
        List<SharedBudget> inUse = accounts.values().stream()
                .filter(account -> !account.client.isStopped())
                .map(this::budgetOf)
                .toList();
        stopped.stream()
                .map(this::budgetOf)
                .filter(budget -> !inUse.contains(budget))
                .forEach(budget -> budget.budget().stop());
        if (!stopped.isEmpty()) {
            LOG.info(
                    "Stopping: {} posts that waited were settled as not delivered, {} posts are being sent and may finish",
                    settled(stopped) - before,
                    stopped.stream()
                            .mapToInt(account -> account.client.inFlight())
                            .sum());
        }
    }

    private static long settled(List<Account> accounts) {
        return accounts.stream()
                .map(account -> account.monitor)
                .distinct()
                .mapToLong(AccountMonitor::stopped)
                .sum();
    }

    /** Ends all waits when the application closes its Vert.x instance before its context. */
    private synchronized void settleWhatWaits(Vertx closing) {
        settle(accounts.values().stream()
                .filter(account -> account.loop.vertx() == closing)
                .toList());
    }

    @Override
    protected void doStart() throws Exception {
        super.doStart();
        stopping = false;
        context.addLifecycleStrategy(endOfContext);
    }

    @Override
    protected synchronized void doStop() {
        context.getLifecycleStrategies().remove(endOfContext);
        accounts.values().forEach(account -> account.client.close());
        accounts.clear();
        Set.copyOf(budgets.values()).forEach(budget -> budget.store().close());
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
