package io.github.camelcliq.sandbox.http;

import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.net.InetAddress;
import java.net.UnknownHostException;

/**
 * The address a sandbox listens on.
 *
 * @param host as it was given: an IP address or a name
 * @param address what that is
 */
public record ListenAddress(String host, InetAddress address) {

    /** The loopback address. */
    public static final String DEFAULT_HOST = "127.0.0.1";

    private static final String KEY = ListenAddress.class.getName();

    /** @throws IllegalArgumentException if it is blank, or names no address */
    public static ListenAddress of(String host) {
        if (host.isBlank()) {
            throw new IllegalArgumentException("a host is not blank");
        }
        try {
            return new ListenAddress(host, InetAddress.getByName(host));
        } catch (UnknownHostException unknown) {
            throw new IllegalArgumentException("no address is known for the host " + host, unknown);
        }
    }

    /** Lets every request that this router handles know where it was listened for. */
    public void attachTo(Router router) {
        router.route().handler(context -> context.put(KEY, this).next());
    }

    /** Where the sandbox listens that got this request. */
    static ListenAddress of(RoutingContext context) {
        return context.get(KEY);
    }

    /** Whether nobody on another machine can connect to it. */
    public boolean isLoopback() {
        return address.isLoopbackAddress();
    }

    /** What somebody on this machine connects to: where all addresses are listened on, the loopback one. */
    public String reachable() {
        return address.isAnyLocalAddress() ? DEFAULT_HOST : host;
    }

    public String url(int port) {
        return "http://" + bracketed(reachable()) + ":" + port;
    }

    /** An IPv6 address as URLs write it. */
    static String bracketed(String host) {
        return host.indexOf(':') >= 0 && !host.startsWith("[") ? "[" + host + "]" : host;
    }
}
