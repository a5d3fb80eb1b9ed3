package io.github.camelcliq.sandbox.api;

import io.github.camelcliq.sandbox.fault.RequestExchange;
import io.github.camelcliq.sandbox.oauth.TokenAnswer;
import io.github.camelcliq.sandbox.oauth.TokenRequest;
import io.github.camelcliq.sandbox.state.SandboxState;
import io.vertx.ext.web.RoutingContext;

/** One request to the token endpoint, and its answer. It keeps no credential. Lives on one event loop. */
final class TokenExchange {

    private final SandboxState.Arrival arrival;
    private final RequestExchange exchange;
    private String grantType;
    private String user;
    private String error;

    TokenExchange(RoutingContext context, SandboxState state) {
        this.arrival = state.tokenRequestArrived();
        this.exchange = RequestExchange.open(context, state.clock(), status -> state.settled(arrival, shown(status)));
    }

    RequestExchange exchange() {
        return exchange;
    }

    void answered(String type, TokenAnswer answer) {
        grantType = type;
        user = answer.user();
        error = answer.error();
    }

    private TokenRequest shown(int status) {
        return new TokenRequest(arrival.time(), grantType, user, status, error);
    }
}
