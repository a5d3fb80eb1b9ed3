package io.github.camelcliq.sandbox;

import io.vertx.core.Handler;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.List;

/** The part of the sandbox that is not Cliq: what people and tests look at and turn. */
final class SandboxRoutes {

    private final SandboxState state;

    SandboxRoutes(SandboxState state) {
        this.state = state;
    }

    void mount(Router router) {
        router.route("/").handler(LoopbackGuard::checkHost);
        router.route("/sandbox/*").handler(LoopbackGuard::checkHost).handler(LoopbackGuard::checkOrigin);
        only(router, HttpMethod.GET, "/", this::page);
        only(router, HttpMethod.GET, "/sandbox/messages", this::messages);
        only(router, HttpMethod.GET, "/sandbox/requests", this::requests);
        only(router, HttpMethod.POST, "/sandbox/reset", this::reset);
        router.route().handler(context -> answer(context, Answer.error(404, "No such resource.")));
    }

    private static void only(Router router, HttpMethod method, String path, Handler<RoutingContext> handler) {
        router.route(method, path).handler(handler);
        router.route(path).handler(context -> {
            context.response().putHeader(HttpHeaders.ALLOW, method.name());
            answer(context, Answer.error(405, "The method is not supported."));
        });
    }

    static void answer(RoutingContext context, Answer answer) {
        HttpServerResponse response = context.response().setStatusCode(answer.status());
        if (answer.body() == null) {
            response.end();
        } else {
            json(response, answer.body().toString());
        }
    }

    private void page(RoutingContext context) {
        MessagesPage.send(context.response(), state.messages().snapshot());
    }

    private void messages(RoutingContext context) {
        String chat = context.queryParams().get("chat");
        List<ReceivedMessage> found = chat == null ? state.messages().snapshot() : state.messagesTo(chat);
        json(context.response(), ControlJson.messages(found));
    }

    private void requests(RoutingContext context) {
        json(context.response(), ControlJson.requests(state.journal().snapshot()));
    }

    private void reset(RoutingContext context) {
        state.reset();
        answer(context, Answer.NO_CONTENT);
    }

    private static void json(HttpServerResponse response, String body) {
        response.putHeader(HttpHeaders.CONTENT_TYPE, Responder.JSON)
                .putHeader(HttpHeaders.CACHE_CONTROL, "no-store")
                .putHeader("X-Content-Type-Options", "nosniff")
                .end(body);
    }
}
