package io.github.camelcliq.internal.account;

import io.github.camelcliq.CliqAccount;
import io.github.camelcliq.client.StoreFailure;
import io.github.camelcliq.internal.client.Credentials;
import io.github.camelcliq.internal.client.SharedTokens;
import io.github.camelcliq.internal.http.EventLoop;
import io.github.camelcliq.internal.pacing.PacingLimits;
import io.github.camelcliq.internal.pacing.PacingStore;
import io.github.camelcliq.internal.pacing.Timing;
import io.github.camelcliq.internal.store.CorrectableStore;
import io.github.camelcliq.internal.store.FileStore;
import io.github.camelcliq.internal.store.MemoryStore;
import io.github.camelcliq.internal.store.SharedStoreFactory;
import io.github.camelcliq.internal.store.SharedStoreFactory.User;
import io.github.camelcliq.internal.store.SharingStore;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import org.apache.camel.CamelContext;
import org.apache.camel.support.CamelContextHelper;

/** Opens the store that counts the posts of an account, by its option {@code pacingStore}. */
final class StoreOptions {

    private static final String MEMORY = "memory";
    private static final String FILE = "file:";

    private final CliqAccount account;
    private final Object store;

    StoreOptions(CliqAccount account) {
        this.account = account;
        this.store = account.getPacingStore();
    }

    /** Adds the mistakes in the options. No complaint shows a value, since it may hold a password. */
    void check(OptionChecks checks) {
        checks.require(
                isMemory() || isFile() || isRedis(),
                "option pacingStore must be memory, file: with a folder, a URL redis://host:port, or a bean of the type"
                        + " io.vertx.redis.client.RedisOptions");
        checks.require(
                isMemory() || account.getAccessTokenSupplier() == null || account.getBudgetKey() != null,
                "option budgetKey is missing: pacingStore needs a name for the user, since an access token supplier"
                        + " does not show it");
        checks.require(
                account.getStorePrefix() != null && account.getStorePrefix().matches("[\\w.:-]+"),
                "option storePrefix must have letters, digits and _ . : - only");
    }

    /** Returns where the posts are counted, for the log. It shows neither folder nor URL. */
    String place() {
        if (isMemory()) {
            return "in memory";
        }
        return isFile() ? "in a file" : "by Redis";
    }

    private boolean isMemory() {
        return MEMORY.equals(store);
    }

    private boolean isFile() {
        return store instanceof String text && text.startsWith(FILE) && text.length() > FILE.length();
    }

    boolean isRedis() {
        // the class is there only with the module that connects to Redis
        return store instanceof String text
                ? text.matches("rediss?://.+") || isReference()
                : store != null && store.getClass().getName().equals("io.vertx.redis.client.RedisOptions");
    }

    /**
     * Returns whether the value names a bean. Spring Boot leaves the name as it is, since the option takes any type.
     */
    private boolean isReference() {
        return store instanceof String text && text.startsWith("#");
    }

    private Object server(CamelContext context) {
        return isReference()
                ? CamelContextHelper.mandatoryLookup(context, ((String) store).replaceFirst("^#(bean:)?", ""))
                : store;
    }

    /** Opens the store. The options must have no mistakes. */
    PacingStore open(String id, PacingLimits limits, EventLoop loop, CamelContext context, Timing timing) {
        if (isMemory() || !account.isPacing()) {
            return new MemoryStore(timing);
        }
        CorrectableStore opened = isFile() ? file(id, limits, timing) : redis(id, loop, context);
        return account.getStoreFailure() == StoreFailure.SHARE
                ? new SharingStore(opened, account.getFleetSize(), timing)
                : opened;
    }

    private CorrectableStore file(String id, PacingLimits limits, Timing timing) {
        try {
            return new FileStore(Path.of(((String) store).substring(FILE.length())), id, limits, timing);
        } catch (IOException unusable) {
            throw new UncheckedIOException("The folder of option pacingStore cannot be used: " + unusable, unusable);
        }
    }

    private CorrectableStore redis(String id, EventLoop loop, CamelContext context) {
        // a permit counts before the answer of the store arrives
        Duration lease = account.getTotalTimeout().plus(SharedStoreFactory.MAX_WAIT);
        return factory(context).connect(server(context), new User(account.getStorePrefix(), id, lease), loop);
    }

    /** Returns what shares the tokens of the account with other JVMs; {@code null} if nothing does. */
    SharedTokens tokens(String id, Credentials credentials, EventLoop loop, CamelContext context) {
        return isRedis() && credentials instanceof Credentials.Grant grant
                ? factory(context)
                        .shareTokens(
                                server(context),
                                new User(account.getStorePrefix(), id, account.getTotalTimeout()),
                                grant.clientSecret(),
                                loop)
                : null;
    }

    private static SharedStoreFactory factory(CamelContext context) {
        return context.getCamelContextExtension()
                .getDefaultFactoryFinder()
                .newInstance(SharedStoreFactory.NAME, SharedStoreFactory.class)
                .orElseThrow(() -> new IllegalArgumentException("Option pacingStore names a Redis, but the module that"
                        + " connects to it is missing: add the dependency io.github.camelcliq:camel-zoho-cliq-redis"));
    }
}
