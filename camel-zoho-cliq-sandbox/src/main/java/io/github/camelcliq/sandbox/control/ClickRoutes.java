package io.github.camelcliq.sandbox.control;

import io.github.camelcliq.sandbox.click.Click;
import io.github.camelcliq.sandbox.click.ClickOutcome;
import io.github.camelcliq.sandbox.click.ClickStatus;
import io.github.camelcliq.sandbox.function.ClickHandler;
import io.github.camelcliq.sandbox.function.FunctionInvoker;
import io.github.camelcliq.sandbox.http.LocalHttp;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.Map;

/** Clicks, and the key that verifies them, over HTTP. */
final class ClickRoutes {

    private final ClickHandler handler;
    private final FunctionInvoker functions;

    ClickRoutes(ClickHandler handler, FunctionInvoker functions) {
        this.handler = handler;
        this.functions = functions;
    }

    void mount(Router router) {
        LocalHttp.resource(router, "/sandbox/click", Map.of(HttpMethod.POST, this::click));
        LocalHttp.resource(router, "/sandbox/public-key", Map.of(HttpMethod.GET, this::publicKey));
    }

    private void click(RoutingContext context) {
        LocalHttp.read(
                context,
                body -> handler.click(click(body))
                        .onSuccess(outcome -> answer(context, outcome))
                        .onFailure(context::fail));
    }

    private static Click click(byte[] body) {
        ControlInput input = ControlInput.of(body, "message", "button", "user", "input", "token");
        return new Click(
                input.text("message"),
                input.text("button"),
                input.text("user", ""),
                input.text("input", ""),
                input.flag("token", false));
    }

    private static void answer(RoutingContext context, ClickOutcome outcome) {
        if (outcome.status() == ClickStatus.REFUSED) {
            context.response().setStatusCode(400);
            LocalHttp.json(context, ControlJson.refused(outcome));
        } else {
            LocalHttp.json(context, ControlJson.click(outcome));
        }
    }

    private void publicKey(RoutingContext context) {
        functions
                .publicKey()
                .onSuccess(key ->
                        LocalHttp.momentary(context, "text/plain;charset=UTF-8").end(key))
                .onFailure(context::fail);
    }
}
