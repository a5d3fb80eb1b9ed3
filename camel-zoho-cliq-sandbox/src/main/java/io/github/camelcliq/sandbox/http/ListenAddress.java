package io.github.camelcliq.sandbox.http;

import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.net.InetAddress;
import java.net.UnknownHostException;

/**
 * The address a sandbox listens on.
 *
 * @param host the IP address or the name, as it was given
 * @param address the address of the host
 */
public record ListenAddress(String host, InetAddress address) {

    /** The loopback address. */
    public static final String DEFAULT_HOST = "127.0.0.1";

    private static final String KEY = ListenAddress.class.getName();

    /** @throws IllegalArgumentException if the host is blank, or has no address */
    public static ListenAddress of(String host) {
        if (host.isBlank()) {
            throw new IllegalArgumentException("a host must not be blank");
        }
        try {
            return new ListenAddress(host, InetAddress.getByName(host));
        } catch (UnknownHostException unknown) {
            throw new IllegalArgumentException("no address is known for the host " + host, unknown);
        }
    }

    /** Attaches this address to every request of a router. */
    public void attachTo(Router router) {
        router.route().handler(context -> context.put(KEY, this).next());
    }

    /** Returns the address that a request came in at. */
    static ListenAddress of(RoutingContext context) {
        return context.get(KEY);
    }

    /** Returns whether no other machine can connect to it. */
    public boolean isLoopback() {
        return address.isLoopbackAddress();
    }

    /**
     * Returns the host for clients on this machine. For a sandbox that listens on all addresses, this is the loopback
     * address.
     */
    public String reachable() {
        return address.isAnyLocalAddress() ? DEFAULT_HOST : host;
    }

    public String url(int port) {
        return "http://" + bracketed(reachable()) + ":" + port;
    }

    /** Returns an IPv6 address as URLs write it. */
    static String bracketed(String host) {
        return host.indexOf(':') >= 0 && !host.startsWith("[") ? "[" + host + "]" : host;
    }
}
