package io.github.camelcliq.sandbox.oauth;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** The OAuth scopes that posting messages may need. */
public final class Scopes {

    /** Lets post to everything but bots, which need another one as well (buttons page). */
    public static final String WEBHOOKS_CREATE = "ZohoCliq.Webhooks.CREATE";

    /** Lets post to chats (message cards page). */
    public static final String MESSAGES_CREATE = "ZohoCliq.Messages.CREATE";

    /** Lets post to channels (message cards page). */
    public static final String CHANNELS_CREATE = "ZohoCliq.Channels.CREATE";

    /** Seen to be needed for a v2 channel post as a bot. */
    public static final String CHANNELS_UPDATE = "ZohoCliq.Channels.UPDATE";

    /** Lets post to bots, beside {@link #WEBHOOKS_CREATE} (bots page). */
    public static final String BOT_MESSAGES_CREATE = "ZohoCliq.BotMessages.CREATE";

    /** All of them: what a credential has whose scopes nobody names. */
    public static final Set<String> ALL =
            Set.of(WEBHOOKS_CREATE, MESSAGES_CREATE, CHANNELS_CREATE, CHANNELS_UPDATE, BOT_MESSAGES_CREATE);

    private Scopes() {}

    /** The scopes named, or {@link #ALL} where none is. */
    public static Set<String> named(String... scopes) {
        return scopes.length == 0 ? ALL : Set.copyOf(List.of(scopes));
    }

    /** The scopes of a request's {@code scope}, separated by commas or spaces: the accounts page has commas. */
    static Set<String> parsed(String text) {
        return Set.copyOf(Arrays.stream(text.strip().split("[\\s,]+"))
                .filter(scope -> !scope.isEmpty())
                .toList());
    }

    static String joined(Collection<String> scopes) {
        return String.join(" ", new TreeSet<>(scopes));
    }
}
