package io.github.camelcliq.internal.figures;

import java.util.Map;

/**
 * The figures of a click path at one moment, for all of its routes.
 *
 * @param path the path, such as {@code /cliq/functions}
 * @param answered clicks that a route answered in time, since the start or the last reset
 * @param acknowledged clicks that were acknowledged, since the route took longer than {@code replyTimeout}
 * @param refused refused requests by reason; only reasons that occurred
 * @param underWay clicks whose route is not done
 * @param trouble why the path takes no clicks, such as a missing HTTP server; {@code null} if it does
 */
public record ClickFigures(
        String path, long answered, long acknowledged, Map<String, Long> refused, long underWay, String trouble) {

    /** Returns the number of refused requests, for any reason. */
    public long refusedRequests() {
        return refused.values().stream().mapToLong(Long::longValue).sum();
    }
}
