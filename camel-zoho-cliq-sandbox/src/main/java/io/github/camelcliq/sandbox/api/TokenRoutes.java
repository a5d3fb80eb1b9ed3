package io.github.camelcliq.sandbox.api;

import io.github.camelcliq.sandbox.fault.FaultyExchange;
import io.github.camelcliq.sandbox.fault.RequestExchange;
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
    private final FaultyExchange exchanges;

    public TokenRoutes(TokenIssuer issuer, SandboxState state, FaultyExchange exchanges) {
        this.issuer = issuer;
        this.state = state;
        this.exchanges = exchanges;
    }

    public void mount(Router router) {
        router.post(PATH).handler(context -> {
            TokenExchange exchange = new TokenExchange(context, state);
            exchanges.take(exchange.exchange(), () -> Future.succeededFuture(answer(exchange)));
        });
        router.route(PATH).handler(this::refuseMethod);
    }

    private Answer answer(TokenExchange tokenExchange) {
        RequestExchange exchange = tokenExchange.exchange();
        Map<String, String> parameters = FormParameters.of(
                exchange.request().getHeader(HttpHeaders.CONTENT_TYPE),
                exchange.bodyText(),
                exchange.request().query());
        TokenAnswer answer = issuer.answer(parameters);
        tokenExchange.answered(TokenIssuer.shownGrantType(parameters), answer);
        return new Answer(answer.status(), answer.body());
    }

    private void refuseMethod(RoutingContext context) {
        context.response().putHeader(HttpHeaders.ALLOW, HttpMethod.POST.name());
        exchanges.answer(
                new TokenExchange(context, state).exchange(), Answer.error(405, "The method is not supported."));
    }
}
