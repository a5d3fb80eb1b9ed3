package io.github.camelcliq.sandbox.control;

import io.github.camelcliq.sandbox.http.Answer;
import io.github.camelcliq.sandbox.http.LocalHttp;
import io.github.camelcliq.sandbox.http.LoopbackGuard;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The files of the page, from the class path below {@code page}. Each is read once. The page never reads a message as
 * HTML. The content security policy of each file makes sure that nothing in a message can run.
 */
final class PageFiles {

    // only its own scripts, styles and requests; pictures from anywhere, since messages show them
    private static final String POLICY = "default-src 'none'; script-src 'self'; style-src 'self';"
            + " img-src 'self' https: http: data:; connect-src 'self'; base-uri 'none'; form-action 'none';"
            + " frame-ancestors 'none'";

    private static final String FOLDER = "/page/";

    // at most one folder deep, and one dot, before the ending: no other file of the class path can be reached
    private static final Pattern NAME = Pattern.compile("(?:[a-z-]+/)?[a-z-]+\\.(html|css|js|svg)");

    private static final Map<String, String> TYPES = Map.of(
            "html", "text/html;charset=UTF-8",
            "css", "text/css;charset=UTF-8",
            "js", "text/javascript;charset=UTF-8",
            "svg", "image/svg+xml");

    private final Map<String, PageFile> read = new ConcurrentHashMap<>();

    void mount(Router router) {
        router.route("/").handler(LoopbackGuard::checkHost);
        router.route("/page/*").handler(LoopbackGuard::checkHost);
        LocalHttp.resource(router, "/", Map.of(HttpMethod.GET, this::start));
        LocalHttp.resource(router, "/page/*", Map.of(HttpMethod.GET, this::file));
    }

    private void start(RoutingContext context) {
        send(context, "index.html");
    }

    private void file(RoutingContext context) {
        String path = context.request().path();
        // the router also passes /page itself
        send(context, path.startsWith(FOLDER) ? path.substring(FOLDER.length()) : "");
    }

    private void send(RoutingContext context, String name) {
        Optional<PageFile> file = find(name);
        if (file.isEmpty()) {
            LocalHttp.answer(context, Answer.error(404, "No such resource."));
            return;
        }
        HttpServerResponse response = context.response()
                .putHeader("Content-Security-Policy", POLICY)
                .putHeader("X-Content-Type-Options", "nosniff")
                .putHeader("Referrer-Policy", "no-referrer")
                // the browser keeps it, but asks each time: another sandbox version may use the port later
                .putHeader(HttpHeaders.CACHE_CONTROL, "no-cache")
                .putHeader(HttpHeaders.ETAG, file.get().tag());
        if (file.get().tag().equals(context.request().getHeader(HttpHeaders.IF_NONE_MATCH))) {
            response.setStatusCode(304).end();
        } else {
            response.putHeader(HttpHeaders.CONTENT_TYPE, file.get().type())
                    .end(file.get().content());
        }
    }

    private Optional<PageFile> find(String name) {
        Matcher known = NAME.matcher(name);
        return known.matches()
                ? Optional.ofNullable(read.computeIfAbsent(name, wanted -> read(wanted, TYPES.get(known.group(1)))))
                : Optional.empty();
    }

    // null if there is no such file; that is not remembered
    private static PageFile read(String name, String type) {
        try (InputStream in = PageFiles.class.getResourceAsStream("page/" + name)) {
            return in == null ? null : PageFile.of(type, in.readAllBytes());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /**
     * One file.
     *
     * @param type its media type
     * @param tag the entity tag of this content, in quotes
     */
    private record PageFile(String type, Buffer content, String tag) {

        static PageFile of(String type, byte[] content) {
            String tag = Integer.toHexString(Arrays.hashCode(content)) + "-" + content.length;
            return new PageFile(type, Buffer.buffer(content), '"' + tag + '"');
        }
    }
}
