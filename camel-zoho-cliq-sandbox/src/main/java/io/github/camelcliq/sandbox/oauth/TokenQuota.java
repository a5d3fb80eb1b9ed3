package io.github.camelcliq.sandbox.oauth;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/** Counts the token requests for each refresh token or client. Guarded by {@link TokenIssuer}. */
final class TokenQuota {

    private final Map<String, Period> periods = new HashMap<>();

    /** Counts a request, and returns whether it is within the quota. */
    boolean take(String origin, Instant now, TokenRules rules) {
        Period period = periods.get(origin);
        if (period == null || !now.isBefore(period.begin().plus(rules.period()))) {
            period = new Period(now, 0);
        }
        periods.put(origin, new Period(period.begin(), period.requests() + 1));
        return period.requests() < rules.requests();
    }

    void reset() {
        periods.clear();
    }

    private record Period(Instant begin, int requests) {}
}
