package io.github.camelcliq.sandbox.api;

import io.github.camelcliq.sandbox.fault.Reception;
import io.github.camelcliq.sandbox.fault.Visit;
import io.github.camelcliq.sandbox.http.Answer;
import io.github.camelcliq.sandbox.http.FormParameters;
import io.github.camelcliq.sandbox.oauth.TokenAnswer;
import io.github.camelcliq.sandbox.oauth.TokenIssuer;
import io.github.camelcliq.sandbox.state.SandboxState;
import io.vertx.core.Future;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.Map;

/** The path of Zoho's accounts server that gives out access tokens. */
public final class TokenRoutes {

    private static final String PATH = "/oauth/v2/token";

    private final TokenIssuer issuer;
    private final SandboxState state;
    private final Reception reception;

    public TokenRoutes(TokenIssuer issuer, SandboxState state, Reception reception) {
        this.issuer = issuer;
        this.state = state;
        this.reception = reception;
    }

    public void mount(Router router) {
        router.post(PATH).handler(context -> {
            TokenVisit visit = new TokenVisit(context, state);
            reception.take(visit.visit(), () -> Future.succeededFuture(answer(visit)));
        });
        router.route(PATH).handler(this::refuseMethod);
    }

    private Answer answer(TokenVisit tokenVisit) {
        Visit visit = tokenVisit.visit();
        Map<String, String> parameters = FormParameters.of(
                visit.request().getHeader(HttpHeaders.CONTENT_TYPE),
                visit.bodyText(),
                visit.request().query());
        TokenAnswer answer = issuer.answer(parameters);
        tokenVisit.answered(TokenIssuer.shownGrantType(parameters), answer);
        return new Answer(answer.status(), answer.body());
    }

    private void refuseMethod(RoutingContext context) {
        context.response().putHeader(HttpHeaders.ALLOW, HttpMethod.POST.name());
        reception.answer(new TokenVisit(context, state).visit(), Answer.error(405, "The method is not supported."));
    }
}
