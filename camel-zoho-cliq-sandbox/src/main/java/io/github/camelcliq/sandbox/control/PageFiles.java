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
 * The files of the page for people: from the class path, below {@code page}, each read once. What a message says is
 * never HTML there; that nothing in it could act as such, the policy says that goes with each file.
 */
final class PageFiles {

    // scripts, styles and requests of its own alone; pictures from anywhere, since messages show them
    private static final String POLICY = "default-src 'none'; script-src 'self'; style-src 'self';"
            + " img-src 'self' https: http: data:; connect-src 'self'; base-uri 'none'; form-action 'none';"
            + " frame-ancestors 'none'";

    private static final String FOLDER = "/page/";

    // at most one folder deep, and no dots but the one before the ending: nothing else of the class path is reached
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
        // the router takes /page itself for it, too
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
                // kept, but asked about each time: another version of the sandbox may have the port tomorrow
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

    // null where there is no such file, which is then not remembered
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
     * @param tag what tells this content from any other, quoted as HTTP has it
     */
    private record PageFile(String type, Buffer content, String tag) {

        static PageFile of(String type, byte[] content) {
            String tag = Integer.toHexString(Arrays.hashCode(content)) + "-" + content.length;
            return new PageFile(type, Buffer.buffer(content), '"' + tag + '"');
        }
    }
}
