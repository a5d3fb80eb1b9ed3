package io.github.camelcliq.sandbox;

import io.github.camelcliq.sandbox.click.Click;
import io.github.camelcliq.sandbox.click.ClickOutcome;
import io.github.camelcliq.sandbox.click.ClickStatus;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.Map;

/** Clicks, and the key that verifies them, over HTTP. */
final class ClickRoutes {

    private final ClickOffice office;
    private final FunctionDesk functions;

    ClickRoutes(ClickOffice office, FunctionDesk functions) {
        this.office = office;
        this.functions = functions;
    }

    void mount(Router router) {
        SandboxRoutes.resource(router, "/sandbox/click", Map.of(HttpMethod.POST, this::click));
        SandboxRoutes.resource(router, "/sandbox/public-key", Map.of(HttpMethod.GET, this::publicKey));
    }

    private void click(RoutingContext context) {
        BodyReader.read(
                context.request(),
                body -> click(context, body.getBytes()),
                () -> SandboxRoutes.answer(context, Answer.error(413, "The body is too large.")));
    }

    private void click(RoutingContext context, byte[] body) {
        try {
            office.click(click(body))
                    .onSuccess(outcome -> answer(context, outcome))
                    .onFailure(context::fail);
        } catch (IllegalArgumentException refused) {
            SandboxRoutes.answer(context, ControlRoutes.refusal(refused));
        }
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
            SandboxRoutes.json(context, ControlJson.refused(outcome));
        } else {
            SandboxRoutes.json(context, ControlJson.click(outcome));
        }
    }

    private void publicKey(RoutingContext context) {
        functions
                .publicKey()
                .onSuccess(key -> context.response()
                        .putHeader(HttpHeaders.CONTENT_TYPE, "text/plain;charset=UTF-8")
                        .putHeader(HttpHeaders.CACHE_CONTROL, "no-store")
                        .putHeader("X-Content-Type-Options", "nosniff")
                        .end(key))
                .onFailure(context::fail);
    }
}
