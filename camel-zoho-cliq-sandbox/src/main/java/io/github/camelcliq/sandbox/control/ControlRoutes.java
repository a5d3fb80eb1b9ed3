package io.github.camelcliq.sandbox.control;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelcliq.sandbox.http.Answer;
import io.github.camelcliq.sandbox.http.LocalHttp;
import io.github.camelcliq.sandbox.limits.Budget;
import io.github.camelcliq.sandbox.limits.Limits;
import io.github.camelcliq.sandbox.limits.ThrottleAnswer;
import io.github.camelcliq.sandbox.oauth.ConfiguredCredentials;
import io.vertx.core.Handler;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;

/** The controls over HTTP: the clock, limits, locks and faults. */
final class ControlRoutes {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final SandboxCore core;

    ControlRoutes(SandboxCore core) {
        this.core = core;
    }

    void mount(Router router) {
        resource(router, "/sandbox/reset", Map.of(HttpMethod.POST, body -> reset()));
        resource(router, "/sandbox/clock", Map.of(HttpMethod.GET, body -> clock(), HttpMethod.POST, this::skip));
        resource(router, "/sandbox/limits", Map.of(HttpMethod.GET, body -> limits(), HttpMethod.POST, this::limit));
        resource(router, "/sandbox/lock", Map.of(HttpMethod.POST, this::lock));
        resource(router, "/sandbox/faults/release", Map.of(HttpMethod.POST, body -> release()));
        resource(
                router,
                "/sandbox/faults",
                Map.of(
                        HttpMethod.GET,
                        body -> FaultJson.shown(core),
                        HttpMethod.POST,
                        this::setFault,
                        HttpMethod.DELETE,
                        body -> clearFaults()));
        LocalHttp.resource(router, "/sandbox/budget", Map.of(HttpMethod.GET, this::budget));
    }

    /** Gives a path its methods. A body that they cannot read is answered with 400 and their error. */
    static void resource(Router router, String path, Map<HttpMethod, Function<byte[], JsonNode>> methods) {
        Map<HttpMethod, Handler<RoutingContext>> handlers = new HashMap<>();
        methods.forEach((method, turn) -> handlers.put(method, context -> read(context, turn)));
        LocalHttp.resource(router, path, handlers);
    }

    private static void read(RoutingContext context, Function<byte[], JsonNode> turn) {
        LocalHttp.read(context, body -> {
            JsonNode shown = turn.apply(body);
            LocalHttp.answer(context, shown == null ? Answer.NO_CONTENT : new Answer(200, shown));
        });
    }

    private JsonNode reset() {
        core.reset();
        return null;
    }

    private JsonNode clock() {
        return JSON.objectNode().put("now", core.clock().instant().toString());
    }

    private JsonNode skip(byte[] body) {
        core.clock().skip(ControlInput.of(body, "skip").duration("skip"));
        return clock();
    }

    private JsonNode limits() {
        Limits limits = core.budgets().limits();
        ThrottleAnswer answer = core.state().throttleAnswer();
        return JSON.objectNode()
                .put("posts", limits.posts())
                .put("restricted", limits.restricted())
                .put("window", limits.window().toString())
                .put("lock", limits.lock().toString())
                .put("form", answer.form().name().toLowerCase(Locale.ROOT))
                .put("retryAfter", answer.retryAfter());
    }

    private JsonNode limit(byte[] body) {
        ControlInput input =
                ControlInput.of(body, "preset", "posts", "restricted", "window", "lock", "form", "retryAfter");
        Limits base = input.has("preset")
                ? preset(input.text("preset"))
                : core.budgets().limits();
        Limits limits = new Limits(
                input.number("posts", base.posts()),
                input.number("restricted", base.restricted()),
                input.duration("window", base.window()),
                input.duration("lock", base.lock()));
        ThrottleAnswer current = core.state().throttleAnswer();
        ThrottleAnswer answer = new ThrottleAnswer(
                input.has("form") ? FaultJson.form(input.text("form")) : current.form(),
                input.flag("retryAfter", current.retryAfter()));
        core.limits(limits);
        core.state().throttleAnswer(answer);
        return limits();
    }

    private static Limits preset(String name) {
        return switch (name) {
            case "off" -> Limits.OFF;
            case "of-cliq" -> Limits.OF_CLIQ;
            default -> throw new IllegalArgumentException("preset must be off or of-cliq.");
        };
    }

    private JsonNode lock(byte[] body) {
        ControlInput input = ControlInput.of(body, "user", "for");
        String user = input.text("user", ConfiguredCredentials.DEFAULT_USER);
        core.lock(user, input.duration("for"));
        return shown(core.budget(user));
    }

    private JsonNode setFault(byte[] body) {
        FaultJson.set(core, body);
        return FaultJson.shown(core);
    }

    private JsonNode clearFaults() {
        core.faults().clear();
        core.tokenFaults().clear();
        return null;
    }

    private JsonNode release() {
        core.faults().release();
        core.tokenFaults().release();
        return null;
    }

    private void budget(RoutingContext context) {
        String user = context.queryParams().get("user");
        read(context, body -> shown(core.budget(user == null ? ConfiguredCredentials.DEFAULT_USER : user)));
    }

    private static ObjectNode shown(Budget budget) {
        ObjectNode shown = JSON.objectNode()
                .put("user", budget.user())
                .put("posts", budget.posts())
                .put("restricted", budget.restricted())
                .put("postsLeft", budget.postsLeft())
                .put("restrictedLeft", budget.restrictedLeft())
                .put("lockedUntil", budget.isLocked() ? budget.lockedUntil().toString() : null)
                .put("accepted", budget.accepted())
                .put("throttled", budget.throttled())
                .put("locks", budget.locks());
        ArrayNode refused = shown.putArray("refusedUnderLock");
        budget.refusedUnderLock().forEach(time -> refused.add(time.toString()));
        return shown;
    }
}
