package io.github.camelcliq.sandbox.fault;

import io.github.camelcliq.sandbox.Fault;
import java.util.function.Predicate;

/**
 * A fault, and the requests that have it. Guarded by {@link FaultInjector}.
 *
 * @param every the fault is for every n-th request; 0 if the predicate decides
 * @param concerns decides for each request; {@code null} if requests are counted
 */
public record FaultRule(int every, Predicate<SeenRequest> concerns, Fault fault) {

    /** Returns whether the {@code count}th request since the rule was set has the fault. */
    boolean befalls(SeenRequest request, long count) {
        return concerns == null ? count % every == 0 : concerns.test(request);
    }

    /** Returns whether the rule needs the body of the request to decide. */
    boolean needsBody() {
        return concerns != null && !fault.isBeforeBody();
    }
}
