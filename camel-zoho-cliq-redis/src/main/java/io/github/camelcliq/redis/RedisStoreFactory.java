package io.github.camelcliq.redis;

import io.github.camelcliq.internal.http.EventLoop;
import io.github.camelcliq.internal.store.CorrectableStore;
import io.github.camelcliq.internal.store.SharedStoreFactory;
import io.vertx.core.net.NetClientOptions;
import io.vertx.redis.client.RedisOptions;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.concurrent.TimeUnit;

/** Connects accounts to Redis. Camel's factory finder finds this class by its name in a file. */
public final class RedisStoreFactory implements SharedStoreFactory {

    /** A Redis answers within milliseconds. A connection that is silent for longer is given up. Our choice. */
    private static final int MAX_SILENCE_SECONDS = 10;

    @Override
    public CorrectableStore connect(Object server, User user, EventLoop loop) {
        RedisOptions options = server instanceof RedisOptions bean ? bean : options((String) server);
        return new RedisStore(options, user, loop);
    }

    private static RedisOptions options(String url) {
        try {
            if (new URI(url).getHost() != null) {
                return new RedisOptions()
                        .setConnectionString(url)
                        .setNetClientOptions(new NetClientOptions()
                                .setConnectTimeout((int) RedisStore.MAX_WAIT.toMillis())
                                .setIdleTimeout(MAX_SILENCE_SECONDS)
                                .setIdleTimeoutUnit(TimeUnit.SECONDS)
                                .setHostnameVerificationAlgorithm("HTTPS"));
            }
        } catch (URISyntaxException notAUrl) {
            // the exception shows the URL, which may hold a password
        }
        throw new IllegalArgumentException("Option pacingStore must be a URL redis://host:port, with a password as"
                + " redis://:password@host:port; encode special characters as in %40");
    }
}
