package io.github.camelcliq.sandbox.control;

import static io.github.camelcliq.sandbox.http.LocalHttp.answer;
import static io.github.camelcliq.sandbox.http.LocalHttp.json;
import static io.github.camelcliq.sandbox.http.LocalHttp.resource;

import io.github.camelcliq.sandbox.function.ClickHandler;
import io.github.camelcliq.sandbox.function.FunctionInvoker;
import io.github.camelcliq.sandbox.http.Answer;
import io.github.camelcliq.sandbox.http.LoopbackGuard;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.Map;

/** The paths of the sandbox that are not Cliq's: the page and what happened. {@link ControlRoutes} has the controls. */
public final class SandboxRoutes {

    private final SandboxCore core;
    private final ClickRoutes clicks;
    private final MessageAwait waits;
    private final EventStream stream;

    public SandboxRoutes(Vertx vertx, SandboxCore core, ClickHandler clicks, FunctionInvoker functions) {
        this.core = core;
        this.clicks = new ClickRoutes(clicks, functions);
        this.waits = new MessageAwait(vertx, core.state());
        this.stream = new EventStream(vertx, core.state().events());
    }

    public void mount(Router router) {
        router.route("/sandbox/*").handler(LoopbackGuard::checkHost).handler(LoopbackGuard::checkOrigin);
        new PageFiles().mount(router);
        resource(router, "/sandbox/messages", Map.of(HttpMethod.GET, this::messages));
        resource(router, "/sandbox/requests", Map.of(HttpMethod.GET, this::requests));
        resource(router, "/sandbox/token-requests", Map.of(HttpMethod.GET, this::tokenRequests));
        resource(router, "/sandbox/events", Map.of(HttpMethod.GET, stream::open));
        resource(router, "/sandbox/organisation", Map.of(HttpMethod.GET, this::organisation));
        resource(router, "/sandbox/openapi.yaml", Map.of(HttpMethod.GET, OpenApiFile::send));
        new ControlRoutes(core).mount(router);
        new VoteRoutes(core.votes()).mount(router);
        clicks.mount(router);
        router.route().handler(context -> answer(context, Answer.error(404, "No such resource.")));
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
}
