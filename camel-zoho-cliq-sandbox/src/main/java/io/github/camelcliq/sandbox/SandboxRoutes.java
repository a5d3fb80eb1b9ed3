package io.github.camelcliq.sandbox;

import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.Map;
import java.util.stream.Collectors;

/** The part of the sandbox that is not Cliq: what people and tests look at. What they turn is {@link ControlRoutes}. */
final class SandboxRoutes {

    private final SandboxCore core;
    private final ClickRoutes clicks;
    private final MessageWaits waits;
    private final EventFeed feed;

    SandboxRoutes(Vertx vertx, SandboxCore core, ClickOffice clicks, FunctionDesk functions) {
        this.core = core;
        this.clicks = new ClickRoutes(clicks, functions);
        this.waits = new MessageWaits(vertx, core.state());
        this.feed = new EventFeed(vertx, core.state().events());
    }

    void mount(Router router) {
        router.route("/sandbox/*").handler(LoopbackGuard::checkHost).handler(LoopbackGuard::checkOrigin);
        new PageFiles().mount(router);
        resource(router, "/sandbox/messages", Map.of(HttpMethod.GET, this::messages));
        resource(router, "/sandbox/requests", Map.of(HttpMethod.GET, this::requests));
        resource(router, "/sandbox/token-requests", Map.of(HttpMethod.GET, this::tokenRequests));
        resource(router, "/sandbox/events", Map.of(HttpMethod.GET, feed::open));
        resource(router, "/sandbox/organisation", Map.of(HttpMethod.GET, this::organisation));
        resource(router, "/sandbox/openapi.yaml", Map.of(HttpMethod.GET, OpenApiFile::send));
        new ControlRoutes(core).mount(router);
        new PeopleRoutes(core.votes()).mount(router);
        clicks.mount(router);
        router.route().handler(context -> answer(context, Answer.error(404, "No such resource.")));
    }

    /** Gives a path its methods; all others are refused. */
    static void resource(Router router, String path, Map<HttpMethod, Handler<RoutingContext>> methods) {
        methods.forEach((method, handler) -> router.route(method, path).handler(handler));
        String allowed =
                methods.keySet().stream().map(HttpMethod::name).sorted().collect(Collectors.joining(", "));
        router.route(path).handler(context -> {
            context.response().putHeader(HttpHeaders.ALLOW, allowed);
            answer(context, Answer.error(405, "The method is not supported."));
        });
    }

    static void answer(RoutingContext context, Answer answer) {
        HttpServerResponse response = context.response().setStatusCode(answer.status());
        if (answer.body() == null) {
            response.end();
        } else {
            json(context, answer.body().toString());
        }
    }

    private void messages(RoutingContext context) {
        try {
            MessageQuery query = MessageQuery.of(context.queryParams());
            waits.await(context, query, found -> json(context, ControlJson.messages(found)));
        } catch (IllegalArgumentException unreadable) {
            answer(context, Answer.error(400, unreadable.getMessage()));
        }
    }

    private void requests(RoutingContext context) {
        json(context, ControlJson.requests(core.state().journal().snapshot()));
    }

    private void tokenRequests(RoutingContext context) {
        json(context, ControlJson.tokenRequests(core.state().tokenRequests().snapshot()));
    }

    private void organisation(RoutingContext context) {
        json(context, OrganisationJson.of(core.chats()).toString());
    }

    static void json(RoutingContext context, String body) {
        context.response()
                .putHeader(HttpHeaders.CONTENT_TYPE, Responder.JSON)
                .putHeader(HttpHeaders.CACHE_CONTROL, "no-store")
                .putHeader("X-Content-Type-Options", "nosniff")
                .end(body);
    }
}
