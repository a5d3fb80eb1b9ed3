package io.github.camelcliq.sandbox.control;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelcliq.sandbox.ReceivedMessage;
import io.github.camelcliq.sandbox.state.StoredJson;
import io.github.camelcliq.sandbox.state.VoteHandler;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;
import java.util.Map;

/** Votes over HTTP. */
final class VoteRoutes {

    private final VoteHandler votes;

    VoteRoutes(VoteHandler votes) {
        this.votes = votes;
    }

    void mount(Router router) {
        ControlRoutes.resource(router, "/sandbox/vote", Map.of(HttpMethod.POST, this::vote));
    }

    private JsonNode vote(byte[] body) {
        ControlInput input = ControlInput.of(body, "message", "option", "user");
        ReceivedMessage message = votes.vote(input.text("message"), input.number("option"), input.text("user", ""));
        return StoredJson.tree(ControlJson.message(message));
    }
}
