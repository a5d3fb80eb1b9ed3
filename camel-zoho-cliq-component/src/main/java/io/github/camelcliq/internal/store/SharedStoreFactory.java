package io.github.camelcliq.internal.store;

import io.github.camelcliq.internal.client.SharedTokens;
import io.github.camelcliq.internal.http.EventLoop;
import java.time.Duration;

/**
 * Connects to a server that counts the posts of a Cliq user for several JVMs. The module {@code camel-zoho-cliq-redis}
 * has the one implementation, and Camel's factory finder finds it.
 */
public interface SharedStoreFactory {

    /** The name for Camel's factory finder. */
    String NAME = "cliq-redis-store";

    /** How long a call of a store may take. Our choice. */
    Duration MAX_WAIT = Duration.ofSeconds(2);

    /**
     * Makes a store. It needs no connection yet.
     *
     * @param server the URL of the server, or the options of its client
     * @throws IllegalArgumentException if the server is named in a way that the client does not understand; the message
     *     shows no password
     */
    CorrectableStore connect(Object server, User user, EventLoop loop);

    /**
     * Shares the access token of an account by the same server.
     *
     * @param clientSecret the tokens are encrypted with a key that comes from it
     */
    SharedTokens shareTokens(Object server, User account, String clientSecret, EventLoop loop);

    /**
     * The Cliq user whose posts are counted.
     *
     * @param key the key that all JVMs of the fleet have for the user
     * @param lease how long after its permit a post may reach Cliq; then a permit that is neither released nor renewed
     *     counts as released. For tokens, how long a request for one may take
     */
    record User(String prefix, String key, Duration lease) {

        /** Returns the beginning of all keys. The hash tag in braces keeps them together in a cluster. */
        public String tag() {
            return prefix + ":{" + key + "}:";
        }
    }
}
