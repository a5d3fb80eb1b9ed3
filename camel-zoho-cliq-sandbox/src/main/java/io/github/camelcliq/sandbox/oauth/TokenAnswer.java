package io.github.camelcliq.sandbox.oauth;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Set;

/**
 * An answer of the token endpoint.
 *
 * @param status the HTTP status
 * @param body the JSON body
 * @param user the user who posts with its token; {@code null} if it has no token
 * @param error its error; {@code null} if it has none
 */
public record TokenAnswer(int status, ObjectNode body, String user, String error) {

    // an address that clients must not use as Cliq's
    private static final String API_DOMAIN = "https://www.zohoapis.com";

    static TokenAnswer token(String token, Grant grant, Set<String> scopes, TokenRules rules) {
        ObjectNode body = JsonNodeFactory.instance.objectNode().put("access_token", token);
        if (rules.shape() == TokenRules.Shape.LEGACY) {
            body.put("expires_in_sec", rules.lifetime().toSeconds());
            body.put("expires_in", rules.lifetime().toMillis());
        } else {
            body.put("expires_in", rules.lifetime().toSeconds());
        }
        body.put("api_domain", API_DOMAIN).put("token_type", "Bearer").put("scope", Scopes.joined(scopes));
        return new TokenAnswer(200, body, grant.user(), null);
    }

    static TokenAnswer refusal(String error, TokenRules rules) {
        ObjectNode body = JsonNodeFactory.instance.objectNode().put("error", error);
        return new TokenAnswer(rules.errorStatus(), body, null, error);
    }

    static TokenAnswer tooOften(TokenRules rules) {
        TokenAnswer refusal = refusal("Access Denied", rules);
        refusal.body()
                .put(
                        "error_description",
                        "You have made too many requests continuously. Please try again after some time.")
                .put("status", "failure");
        return refusal;
    }

    @Override
    public String toString() {
        return status + (error == null ? ", a token" : ", " + error);
    }
}
