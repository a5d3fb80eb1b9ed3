package io.github.camelcliq.sandbox.api;

import io.github.camelcliq.sandbox.http.MaskedQuery;
import io.github.camelcliq.sandbox.oauth.AccessTokens;
import io.github.camelcliq.sandbox.oauth.Grant;
import io.github.camelcliq.sandbox.oauth.WebhookTokens;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import java.util.Optional;

/** Finds the user who posts, by the access token in the header or the webhook token in the query. */
public final class PostAuthentication {

    private final AccessTokens accessTokens;
    private final WebhookTokens webhookTokens;

    public PostAuthentication(AccessTokens accessTokens, WebhookTokens webhookTokens) {
        this.accessTokens = accessTokens;
        this.webhookTokens = webhookTokens;
    }

    /** Returns the grant of the post's token; empty without a valid token. A header is read before the query. */
    Optional<Grant> grant(RoutingContext context, PostingPath path) {
        String authorization = context.request().getHeader(HttpHeaders.AUTHORIZATION);
        if (authorization == null && path.takesWebhookToken()) {
            return webhookTokens.grant(context.queryParams().get(MaskedQuery.ZAPIKEY));
        }
        return accessTokens.grant(authorization);
    }
}
