package io.github.camelcliq;

import io.github.camelcliq.client.AccessToken;
import io.github.camelcliq.client.ClientOptions;
import io.github.camelcliq.client.CliqClient;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;
import org.apache.camel.CamelContext;
import org.apache.camel.spi.ThreadPoolProfile;
import org.apache.camel.support.service.ServiceHelper;
import org.apache.camel.support.service.ServiceSupport;
import org.apache.camel.util.concurrent.ThreadPoolRejectedPolicy;

/**
 * The Cliq accounts of a Camel context, one client each, shared by every endpoint that posts with the same credentials
 * to the same host. An account lives as long as the context: a route that is stopped and started again, or an endpoint
 * that came and went for one exchange, finds it as it was.
 */
final class CliqAccounts extends ServiceSupport {

    /**
     * The id of the thread pool profile on which routes go on after a post; an application may register one of its own.
     */
    static final String REPLY_POOL = "CliqReply";

    private static final int REPLY_POOL_SIZE = 8;

    private final CamelContext context;

    // guarded by this
    private final Map<String, CliqClient> clients = new HashMap<>();
    private Vertx ownVertx;
    private ExecutorService replies;

    private CliqAccounts(CamelContext context) {
        this.context = context;
    }

    /** The accounts of a context, made on first use. */
    static CliqAccounts of(CamelContext context) throws Exception {
        synchronized (context) {
            CliqAccounts accounts = context.hasService(CliqAccounts.class);
            if (accounts == null) {
                accounts = new CliqAccounts(context);
                context.addService(accounts);
            }
            ServiceHelper.startService(accounts);
            return accounts;
        }
    }

    /**
     * The client of the account that a configuration names. Opens no connection.
     *
     * @throws IllegalArgumentException if the account has a client already that was made for another number of
     *     connections
     */
    synchronized CliqClient client(CliqConfiguration configuration, CliqComponent component) {
        String baseUrl = configuration.getBaseUrl().replaceAll("/+$", "");
        String token = configuration.getAccessToken();
        ClientOptions options = new ClientOptions(baseUrl, configuration.getPoolSize());
        CliqClient client = clients.computeIfAbsent(
                key(baseUrl, token),
                key -> new CliqClient(vertx(component), options, new AccessToken(token), Clock.systemUTC()));
        if (!client.options().equals(options)) {
            throw new IllegalArgumentException(
                    "option poolSize is " + options.poolSize() + ", but another endpoint shares"
                            + " the connections of this account with poolSize "
                            + client.options().poolSize()
                            + ": set it on the component");
        }
        return client;
    }

    /**
     * The pool on which exchanges go on once their post is settled, so that the rest of a route never runs on, nor
     * blocks, an event loop.
     */
    synchronized ExecutorService replies() {
        if (replies == null) {
            replies = context.getExecutorServiceManager().newThreadPool(this, REPLY_POOL, replyProfile());
        }
        return replies;
    }

    /** How many clients there are. */
    synchronized int size() {
        return clients.size();
    }

    /**
     * The queue is unbounded: with Camel's default profile a full queue hands tasks back to the caller, the event loop.
     * A negative size would not do: Camel makes a direct hand-over of it, which is full as soon as all threads are
     * busy.
     */
    private ThreadPoolProfile replyProfile() {
        ThreadPoolProfile profile = new ThreadPoolProfile(REPLY_POOL);
        ThreadPoolProfile registered = context.getExecutorServiceManager().getThreadPoolProfile(REPLY_POOL);
        if (registered != null) {
            profile.addDefaults(registered);
        }
        ThreadPoolProfile defaults = new ThreadPoolProfile(REPLY_POOL);
        defaults.setPoolSize(profile.getMaxPoolSize() != null ? profile.getMaxPoolSize() : REPLY_POOL_SIZE);
        defaults.setMaxPoolSize(profile.getPoolSize() != null ? profile.getPoolSize() : REPLY_POOL_SIZE);
        defaults.setMaxQueueSize(Integer.MAX_VALUE);
        defaults.setKeepAliveTime(60L);
        defaults.setTimeUnit(TimeUnit.SECONDS);
        defaults.setAllowCoreThreadTimeOut(true);
        defaults.setRejectedPolicy(ThreadPoolRejectedPolicy.Abort);
        profile.addDefaults(defaults);
        return profile;
    }

    private Vertx vertx(CliqComponent component) {
        if (component.getVertx() != null) {
            return component.getVertx();
        }
        if (ownVertx == null) {
            VertxOptions options = component.getVertxOptions();
            // one event loop carries thousands of posts a second, and Cliq takes fifty a minute
            ownVertx = Vertx.vertx(options != null ? options : new VertxOptions().setEventLoopPoolSize(1));
        }
        return ownVertx;
    }

    /** By a digest, so that no secret stands in a map's key, a heap dump's string table or a debugger's view. */
    private static String key(String baseUrl, String token) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(baseUrl.getBytes(StandardCharsets.UTF_8));
            digest.update((byte) 0);
            digest.update(token.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }

    @Override
    protected synchronized void doStop() {
        clients.values().forEach(CliqClient::close);
        clients.clear();
        if (ownVertx != null) {
            ownVertx.close();
            ownVertx = null;
        }
        if (replies != null) {
            context.getExecutorServiceManager().shutdownGraceful(replies);
            replies = null;
        }
    }
}
