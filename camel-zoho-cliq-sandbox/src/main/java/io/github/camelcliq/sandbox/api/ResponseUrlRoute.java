package io.github.camelcliq.sandbox.api;

import io.github.camelcliq.sandbox.fault.FaultyExchange;
import io.github.camelcliq.sandbox.fault.RequestExchange;
import io.github.camelcliq.sandbox.function.FunctionInvoker;
import io.github.camelcliq.sandbox.function.LateResponses;
import io.github.camelcliq.sandbox.http.Answer;
import io.github.camelcliq.sandbox.http.NotFoundException;
import io.github.camelcliq.sandbox.judging.Complaint;
import io.github.camelcliq.sandbox.judging.Judgement;
import io.github.camelcliq.sandbox.state.PostedJson;
import io.vertx.core.Future;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.List;

/**
 * The {@code response_url} of clicks. It takes a late answer. Only the secret name in the URL authenticates it (our
 * choice: the references do not say).
 */
final class ResponseUrlRoute {

    private final FunctionInvoker functions;
    private final FaultyExchange exchanges;

    ResponseUrlRoute(FunctionInvoker functions, FaultyExchange exchanges) {
        this.functions = functions;
        this.exchanges = exchanges;
    }

    void mount(Router router) {
        router.post(LateResponses.PATH)
                .handler(context -> exchanges.takeUnharmed(RequestExchange.of(context), () -> answer(context)));
        router.route(LateResponses.PATH).handler(context -> PostRoutes.refuseMethod(context, exchanges));
    }

    private Future<Answer> answer(RoutingContext context) {
        RequestExchange exchange = RequestExchange.of(context);
        PostedJson body = PostedJson.of(exchange.request().getHeader(HttpHeaders.CONTENT_TYPE), exchange.body());
        if (body.isMalformed()) {
            PostExchange.of(context).judged(Judgement.of(body.complaints()));
            return Future.succeededFuture(body.refusal());
        }
        try {
            return functions
                    .answerLate(context.pathParam("response"), body.message())
                    .map(given -> answer(context, given.judgement()));
        } catch (NotFoundException unknown) {
            return Future.succeededFuture(Answer.error(404, unknown.getMessage()));
        }
    }

    private static Answer answer(RoutingContext context, Judgement judgement) {
        PostExchange.of(context).judged(judgement);
        List<Complaint> complaints = judgement.complaints();
        return complaints.isEmpty() ? Answer.NO_CONTENT : Answer.error(400, PostedJson.sentence(complaints.get(0)));
    }
}
