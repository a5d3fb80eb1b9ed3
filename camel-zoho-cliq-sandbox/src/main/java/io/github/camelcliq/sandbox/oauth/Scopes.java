package io.github.camelcliq.sandbox.oauth;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** The OAuth scopes that posting messages may need. */
public final class Scopes {

    /** For posts to all targets. Bots need {@link #BOT_MESSAGES_CREATE} as well (buttons page). */
    public static final String WEBHOOKS_CREATE = "ZohoCliq.Webhooks.CREATE";

    /** For posts to chats (message cards page). */
    public static final String MESSAGES_CREATE = "ZohoCliq.Messages.CREATE";

    /** For posts to channels (message cards page). */
    public static final String CHANNELS_CREATE = "ZohoCliq.Channels.CREATE";

    /** For v2 channel posts as a bot, as seen in the field. */
    public static final String CHANNELS_UPDATE = "ZohoCliq.Channels.UPDATE";

    /** For posts to bots, together with {@link #WEBHOOKS_CREATE} (bots page). */
    public static final String BOT_MESSAGES_CREATE = "ZohoCliq.BotMessages.CREATE";

    /** All of them: the scopes of a credential that names none. */
    public static final Set<String> ALL =
            Set.of(WEBHOOKS_CREATE, MESSAGES_CREATE, CHANNELS_CREATE, CHANNELS_UPDATE, BOT_MESSAGES_CREATE);

    private Scopes() {}

    /** Returns the named scopes, or {@link #ALL} if none is named. */
    public static Set<String> named(String... scopes) {
        return scopes.length == 0 ? ALL : Set.copyOf(List.of(scopes));
    }

    /** Returns the scopes of a request's {@code scope}, separated by commas, as on the accounts page, or by spaces. */
    static Set<String> parsed(String text) {
        return Set.copyOf(Arrays.stream(text.strip().split("[\\s,]+"))
                .filter(scope -> !scope.isEmpty())
                .toList());
    }

    static String joined(Collection<String> scopes) {
        return String.join(" ", new TreeSet<>(scopes));
    }
}
