package io.github.camelcliq.sandbox.api;

import io.github.camelcliq.sandbox.fault.Visit;
import io.github.camelcliq.sandbox.oauth.TokenAnswer;
import io.github.camelcliq.sandbox.oauth.TokenRequest;
import io.github.camelcliq.sandbox.state.SandboxState;
import io.vertx.ext.web.RoutingContext;

/** One request to the token endpoint, and what it was answered; no credential is kept. Lives on one event loop. */
final class TokenVisit {

    private final SandboxState.Arrival arrival;
    private final Visit visit;
    private String grantType;
    private String user;
    private String error;

    TokenVisit(RoutingContext context, SandboxState state) {
        this.arrival = state.tokenRequestArrived();
        this.visit = Visit.open(context, state.clock(), status -> state.settled(arrival, shown(status)));
    }

    Visit visit() {
        return visit;
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
