package io.github.camelcliq.sandbox.api;

import io.github.camelcliq.sandbox.fault.Reception;
import io.github.camelcliq.sandbox.fault.Visit;
import io.github.camelcliq.sandbox.function.FunctionDesk;
import io.github.camelcliq.sandbox.function.LateAnswers;
import io.github.camelcliq.sandbox.http.Answer;
import io.github.camelcliq.sandbox.http.NoSuchThingException;
import io.github.camelcliq.sandbox.judging.Complaint;
import io.github.camelcliq.sandbox.judging.Judgement;
import io.github.camelcliq.sandbox.state.ReadBody;
import io.vertx.core.Future;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.List;

/**
 * The {@code response_url} of clicks: takes a late answer, with nothing to authenticate it but its name (our choice:
 * the references do not say).
 */
final class ResponseRoute {

    private final FunctionDesk functions;
    private final Reception reception;

    ResponseRoute(FunctionDesk functions, Reception reception) {
        this.functions = functions;
        this.reception = reception;
    }

    void mount(Router router) {
        router.post(LateAnswers.PATH)
                .handler(context -> reception.takeUnharmed(Visit.of(context), () -> answer(context)));
        router.route(LateAnswers.PATH).handler(context -> PostingRoutes.refuseMethod(context, reception));
    }

    private Future<Answer> answer(RoutingContext context) {
        Visit visit = Visit.of(context);
        ReadBody body = ReadBody.of(visit.request().getHeader(HttpHeaders.CONTENT_TYPE), visit.body());
        if (body.isMalformed()) {
            Posting.of(context).judged(Judgement.of(body.complaints()));
            return Future.succeededFuture(body.refusal());
        }
        try {
            return functions
                    .answerLate(context.pathParam("response"), body.message())
                    .map(given -> answer(context, given.judgement()));
        } catch (NoSuchThingException unknown) {
            return Future.succeededFuture(Answer.error(404, unknown.getMessage()));
        }
    }

    private static Answer answer(RoutingContext context, Judgement judgement) {
        Posting.of(context).judged(judgement);
        List<Complaint> complaints = judgement.complaints();
        return complaints.isEmpty() ? Answer.NO_CONTENT : Answer.error(400, ReadBody.sentence(complaints.get(0)));
    }
}
