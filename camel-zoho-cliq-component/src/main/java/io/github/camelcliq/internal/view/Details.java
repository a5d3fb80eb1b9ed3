package io.github.camelcliq.internal.view;

import io.github.camelcliq.internal.figures.AccountFigures;
import io.github.camelcliq.internal.figures.AccountFigures.Failure;
import io.github.camelcliq.internal.figures.AccountFigures.Permits;
import io.github.camelcliq.internal.figures.ClickFigures;
import java.util.LinkedHashMap;
import java.util.Map;

/** Figures as names and values, for health checks and the console. A figure that is {@code null} is left out. */
public final class Details {

    private Details() {}

    public static Map<String, Object> of(AccountFigures figures) {
        Map<String, Object> details = new LinkedHashMap<>();
        put(details, "readAt", figures.at());
        details.put("account", figures.account());
        details.put("host", figures.host());
        details.put("producers", figures.producers());
        figures.posts().forEach((outcome, posts) -> details.put("posts." + outcome.label(), posts));
        details.put("posts.underWay", figures.underWay());
        figures.underWayByRoute().forEach((route, posts) -> details.put("posts.underWay." + route, posts));
        details.put("waiting", figures.waiting());
        details.put("maximumQueued", figures.maximumQueued());
        details.put("oldestWaitMillis", figures.oldestWait().toMillis());
        put(details, "permits", figures.permits());
        put(details, "restrictedPermits", figures.restrictedPermits());
        put(details, "lockedUntil", figures.lockedUntil());
        put(details, "tokenExpires", figures.tokenExpires());
        details.put("tokenRefreshes", figures.refreshes());
        put(details, "lastFailure", "at", figures.lastFailure());
        put(details, "credentialTrouble", "since", figures.credentialTrouble());
        put(details, "storeFailure", figures.storeFailure());
        return details;
    }

    public static Map<String, Object> of(ClickFigures figures) {
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("path", figures.path());
        details.put("answered", figures.answered());
        details.put("acknowledged", figures.acknowledged());
        details.put("underWay", figures.underWay());
        figures.refused().forEach((reason, count) -> details.put("refused." + reason, count));
        put(details, "trouble", figures.trouble());
        return details;
    }

    private static void put(Map<String, Object> details, String name, Permits permits) {
        if (permits != null) {
            details.put(name + ".left", permits.left());
            details.put(name + ".limit", permits.limit());
            details.put(name + ".configured", permits.configured());
        }
    }

    private static void put(Map<String, Object> details, String name, String when, Failure failure) {
        if (failure != null) {
            details.put(name, failure.outcome().label() + ": " + failure.text());
            details.put(name + "." + when, failure.at().toString());
        }
    }

    private static void put(Map<String, Object> details, String name, Object value) {
        if (value != null) {
            details.put(name, value.toString());
        }
    }
}
