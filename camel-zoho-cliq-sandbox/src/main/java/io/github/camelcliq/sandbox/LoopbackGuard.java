package io.github.camelcliq.sandbox;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.HostAndPort;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Keeps web pages from elsewhere away from what people and tests use: a page must not read the sandbox by rebinding a
 * name to the loopback address, nor drive it through somebody's browser.
 */
final class LoopbackGuard {

    private static final Set<String> LOOPBACK_NAMES = Set.of("localhost", "127.0.0.1", "[::1]");

    private LoopbackGuard() {}

    /** Lets requests pass whose {@code Host} is a loopback name; answers 403 to all others. */
    static void checkHost(RoutingContext context) {
        HostAndPort authority = context.request().authority();
        if (authority != null && LOOPBACK_NAMES.contains(bracketed(authority.host()))) {
            context.next();
        } else {
            SandboxRoutes.answer(context, Answer.error(403, "The Host is not a loopback name."));
        }
    }

    /** Lets requests pass that no page sent, or that the sandbox's own page sent; answers 403 to all others. */
    static void checkOrigin(RoutingContext context) {
        HttpServerRequest request = context.request();
        List<String> origins = request.headers().getAll(HttpHeaders.ORIGIN);
        int port = request.localAddress().port();
        if (origins.stream().allMatch(origin -> isOwn(origin, port))) {
            context.next();
        } else {
            SandboxRoutes.answer(context, Answer.error(403, "The Origin is another site."));
        }
    }

    private static boolean isOwn(String origin, int port) {
        return LOOPBACK_NAMES.stream().anyMatch(name -> origin.equalsIgnoreCase("http://" + name + ":" + port));
    }

    private static String bracketed(String host) {
        String name = host.toLowerCase(Locale.ROOT);
        return name.indexOf(':') >= 0 && !name.startsWith("[") ? "[" + name + "]" : name;
    }
}
