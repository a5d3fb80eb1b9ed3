package io.github.camelcliq.sandbox.http;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.HostAndPort;
import io.vertx.ext.web.RoutingContext;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Keeps other web pages away from the page and the control API. Another page must not read the sandbox by DNS
 * rebinding, and must not use it through a person's browser. A sandbox that listens beyond the loopback address also
 * takes requests to IP addresses, which no page can rebind, and to the name it listens on.
 */
public final class LoopbackGuard {

    private static final Set<String> LOOPBACK_NAMES = Set.of("localhost", "127.0.0.1", "[::1]");

    /** An absolute target; the group is its host without the port. */
    private static final Pattern ABSOLUTE =
            Pattern.compile("(?i)https?://(\\[[^\\]]*]|[^/?#:@\\[\\]]+)(?::\\d+)?(?:[/?].*)?");

    private static final String OCTET = "(?:25[0-5]|2[0-4]\\d|[01]?\\d?\\d)";
    private static final Pattern IP_V4 = Pattern.compile("(?:" + OCTET + "\\.){3}" + OCTET);

    private LoopbackGuard() {}

    /**
     * Passes requests whose target names no host, or a name of the sandbox. All others are meant for a proxy and are
     * answered with 421. The target counts before {@code Host} (RFC 9112, section 3.2.2), so it must not name another
     * host.
     */
    public static void checkTarget(RoutingContext context) {
        String target = context.request().uri();
        Matcher absolute = ABSOLUTE.matcher(target);
        if (target.startsWith("/")
                || target.equals("*")
                || absolute.matches() && isOwnName(absolute.group(1), ListenAddress.of(context))) {
            context.next();
        } else {
            LocalHttp.answer(
                    context, Answer.error(421, "The request target names another host. The sandbox is not a proxy."));
        }
    }

    /** Passes requests whose {@code Host} is a name of the sandbox. All others are answered with 403. */
    public static void checkHost(RoutingContext context) {
        HostAndPort authority = context.request().authority();
        ListenAddress address = ListenAddress.of(context);
        // of several Host headers the server reads one, and a proxy may have read another
        boolean several = context.request().headers().getAll(HttpHeaders.HOST).size() > 1;
        if (!several && authority != null && isOwnName(authority.host(), address)) {
            context.next();
        } else {
            LocalHttp.answer(context, Answer.error(403, refusal(address)));
        }
    }

    private static String refusal(ListenAddress address) {
        return address.isLoopback()
                ? "The Host is not a loopback name."
                : "The Host is neither an IP address nor the name that the sandbox listens on.";
    }

    /** Passes requests that no page sent, and those of the sandbox's own page. All others are answered with 403. */
    public static void checkOrigin(RoutingContext context) {
        HttpServerRequest request = context.request();
        List<String> origins = request.headers().getAll(HttpHeaders.ORIGIN);
        if (origins.stream().allMatch(origin -> isOwn(origin, request, ListenAddress.of(context)))) {
            context.next();
        } else {
            LocalHttp.answer(context, Answer.error(403, "The Origin is another site."));
        }
    }

    private static boolean isOwn(String origin, HttpServerRequest request, ListenAddress address) {
        int port = request.localAddress().port();
        return LOOPBACK_NAMES.stream().anyMatch(name -> origin.equalsIgnoreCase("http://" + name + ":" + port))
                || !address.isLoopback() && origin.equalsIgnoreCase("http://" + request.getHeader(HttpHeaders.HOST));
    }

    private static boolean isOwnName(String host, ListenAddress address) {
        return isLoopbackName(host)
                || !address.isLoopback() && (isIpAddress(host) || host.equalsIgnoreCase(address.host()));
    }

    private static boolean isLoopbackName(String host) {
        return LOOPBACK_NAMES.stream().anyMatch(name -> name.equalsIgnoreCase(ListenAddress.bracketed(host)));
    }

    private static boolean isIpAddress(String host) {
        return host.indexOf(':') < 0 ? IP_V4.matcher(host).matches() : isIpV6Address(host);
    }

    private static boolean isIpV6Address(String host) {
        try {
            // with a colon in it, the JDK reads an address or refuses it: it never looks up a name
            InetAddress.getByName(ListenAddress.bracketed(host));
            return true;
        } catch (UnknownHostException none) {
            return false;
        }
    }
}
