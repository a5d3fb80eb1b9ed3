package io.github.camelcliq.sandbox.http;

import io.vertx.core.Handler;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** HTTP for paths that are not Cliq's: methods of a path, bodies, answers. */
public final class LocalHttp {

    private LocalHttp() {}

    /** Sets the methods of a path. All others are refused with 405. */
    public static void resource(Router router, String path, Map<HttpMethod, Handler<RoutingContext>> methods) {
        methods.forEach((method, handler) -> router.route(method, path).handler(handler));
        String allowed =
                methods.keySet().stream().map(HttpMethod::name).sorted().collect(Collectors.joining(", "));
        router.route(path).handler(context -> {
            context.response().putHeader(HttpHeaders.ALLOW, allowed);
            answer(context, Answer.error(405, "The method is not supported."));
        });
    }

    /**
     * Reads a body. A body that is too large is answered with 413.
     *
     * @param then takes the body, on the event loop. Its {@code IllegalArgumentException} is answered with 404 or 400
     *     and its text, any other exception with 500
     */
    public static void read(RoutingContext context, Consumer<byte[]> then) {
        RequestBody.read(
                context.request(),
                body -> hand(context, body.getBytes(), then),
                () -> answer(context, Answer.error(413, "The body is too large.")));
    }

    public static void answer(RoutingContext context, Answer answer) {
        HttpServerResponse response = context.response().setStatusCode(answer.status());
        if (answer.body() == null) {
            response.end();
        } else {
            json(context, answer.text());
        }
    }

    public static void json(RoutingContext context, String body) {
        momentary(context, Answer.JSON_TYPE).end(body);
    }

    /** Returns a response that is not cached, and whose type is not guessed. */
    public static HttpServerResponse momentary(RoutingContext context, String type) {
        return context.response()
                .putHeader(HttpHeaders.CONTENT_TYPE, type)
                .putHeader(HttpHeaders.CACHE_CONTROL, "no-store")
                .putHeader("X-Content-Type-Options", "nosniff");
    }

    private static void hand(RoutingContext context, byte[] body, Consumer<byte[]> then) {
        try {
            then.accept(body);
        } catch (IllegalArgumentException refused) {
            answer(context, refusal(refused));
        } catch (RuntimeException failed) {
            // outside the router's own call, the router does not answer exceptions
            context.fail(failed);
        }
    }

    private static Answer refusal(IllegalArgumentException refused) {
        return Answer.error(refused instanceof NotFoundException ? 404 : 400, refused.getMessage());
    }
}
