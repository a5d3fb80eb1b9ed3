package io.github.camelcliq.sandbox.api;

import io.github.camelcliq.sandbox.DestinationKind;
import io.github.camelcliq.sandbox.judging.Fidelity;
import io.github.camelcliq.sandbox.oauth.Grant;
import io.github.camelcliq.sandbox.oauth.Scopes;
import java.util.Set;

/**
 * Checks that a token has the scopes that a post needs. A post as a bot needs two. For other posts, Zoho's pages name
 * one scope for everything and others for some kinds. Our choice: any scope that is named for the kind is enough.
 */
public final class RequiredScopes {

    private final Fidelity fidelity;

    public RequiredScopes(Fidelity fidelity) {
        this.fidelity = fidelity;
    }

    /** @param asBot whether the query has {@code bot_unique_name} */
    boolean areIn(Grant grant, PostingPath path, boolean asBot) {
        if (fidelity == Fidelity.LIVE && path.isChannel() && path.version().equals("v2")) {
            if (grant.ofClient() || asBot && !grant.scopes().contains(Scopes.CHANNELS_UPDATE)) {
                return false;
            }
        }
        if (path.kind() == DestinationKind.BOT) {
            return grant.scopes().containsAll(Set.of(Scopes.WEBHOOKS_CREATE, Scopes.BOT_MESSAGES_CREATE));
        }
        return candidates(path.kind()).stream().anyMatch(grant.scopes()::contains);
    }

    private static Set<String> candidates(DestinationKind kind) {
        return switch (kind) {
            case CHAT -> Set.of(Scopes.WEBHOOKS_CREATE, Scopes.MESSAGES_CREATE);
            case CHANNEL, CHANNEL_ID -> Set.of(Scopes.WEBHOOKS_CREATE, Scopes.CHANNELS_CREATE, Scopes.CHANNELS_UPDATE);
            case USER, BOT -> Set.of(Scopes.WEBHOOKS_CREATE);
        };
    }
}
