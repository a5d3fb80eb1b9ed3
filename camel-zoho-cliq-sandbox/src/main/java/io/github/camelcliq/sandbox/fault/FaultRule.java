package io.github.camelcliq.sandbox.fault;

import io.github.camelcliq.sandbox.Fault;
import java.util.function.Predicate;

/**
 * A fault, and which requests it befalls. Guarded by {@link FaultInjector}.
 *
 * @param every every so many requests; 0 where the predicate says
 * @param concerns looks at a request; {@code null} where they are counted
 */
public record FaultRule(int every, Predicate<SeenRequest> concerns, Fault fault) {

    /** Whether it befalls the request that is the {@code count}th since the rule was set. */
    boolean befalls(SeenRequest request, long count) {
        return concerns == null ? count % every == 0 : concerns.test(request);
    }

    /** Whether the request's body must be there to tell. */
    boolean needsBody() {
        return concerns != null && !fault.isBeforeBody();
    }
}
