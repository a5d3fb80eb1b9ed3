package io.github.camelcliq.sandbox.api;

import io.github.camelcliq.sandbox.fault.FaultyExchange;
import io.github.camelcliq.sandbox.fault.RequestExchange;
import io.github.camelcliq.sandbox.function.FunctionInvoker;
import io.github.camelcliq.sandbox.http.Answer;
import io.github.camelcliq.sandbox.state.SandboxState;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;

/** The paths of Cliq's posting API, of both versions. */
public final class PostRoutes {

    private final PostHandler handler;
    private final ResponseUrlRoute responses;
    private final SandboxState state;
    private final FaultyExchange exchanges;

    public PostRoutes(PostHandler handler, FunctionInvoker functions, SandboxState state, FaultyExchange exchanges) {
        this.handler = handler;
        this.responses = new ResponseUrlRoute(functions, exchanges);
        this.state = state;
        this.exchanges = exchanges;
    }

    public void mount(Router router) {
        router.route("/api/*").handler(context -> {
            PostExchange.open(context, state);
            context.next();
        });
        for (PostingPath path : PostingPath.ALL) {
            router.post(path.template())
                    .handler(
                            context -> exchanges.take(RequestExchange.of(context), () -> handler.judge(context, path)));
            router.route(path.template()).handler(context -> refuseMethod(context, exchanges));
        }
        responses.mount(router);
        router.route("/api/*")
                .handler(context ->
                        exchanges.answer(RequestExchange.of(context), Answer.error(404, "No such resource.")));
    }

    static void refuseMethod(RoutingContext context, FaultyExchange exchanges) {
        context.response().putHeader(HttpHeaders.ALLOW, HttpMethod.POST.name());
        exchanges.answer(RequestExchange.of(context), Answer.error(405, "The method is not supported."));
    }
}
