package io.github.camelcliq.sandbox.api;

import io.github.camelcliq.sandbox.fault.FaultyExchange;
import io.github.camelcliq.sandbox.fault.RequestExchange;
import io.github.camelcliq.sandbox.http.Answer;
import io.github.camelcliq.sandbox.http.LocalHttp;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Answers requests that no route could take. The answers show nothing of the inside of the sandbox. */
public final class ErrorRoute {

    private static final Logger LOG = LoggerFactory.getLogger(ErrorRoute.class);

    private final FaultyExchange exchanges;

    private ErrorRoute(FaultyExchange exchanges) {
        this.exchanges = exchanges;
    }

    public static void mount(Router router, FaultyExchange exchanges) {
        ErrorRoute failed = new ErrorRoute(exchanges);
        // the router itself answers 400 to a path or query with broken percent-encoding
        router.errorHandler(400, context -> failed.answer(context, Answer.error(400, "The URL is malformed.")));
        router.errorHandler(500, context -> {
            LOG.error(
                    "The sandbox failed to handle {} {}",
                    context.request().method(),
                    context.normalizedPath(),
                    context.failure());
            failed.answer(context, Answer.error(500, "The sandbox failed to handle the request; its log says why."));
        });
    }

    private void answer(RoutingContext context, Answer answer) {
        if (context.response().ended()) {
            return;
        }
        if (RequestExchange.of(context) == null) {
            LocalHttp.answer(context, answer);
        } else {
            exchanges.answer(RequestExchange.of(context), answer);
        }
    }
}
