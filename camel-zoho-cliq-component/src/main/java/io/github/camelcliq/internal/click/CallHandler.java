package io.github.camelcliq.internal.click;

import io.github.camelcliq.CliqConfiguration;
import io.github.camelcliq.webhook.ClickId;
import io.github.camelcliq.webhook.FunctionCall;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Consumer;

/** A route that takes calls of Cliq. */
public interface CallHandler {

    /** The function or bot whose calls the route takes. */
    CallTarget target();

    /** The options of the route's endpoint. */
    CliqConfiguration options();

    /** The name of the route, for errors that name two routes. */
    String routeName();

    /** Whether another handler belongs to this route too: a route that starts again does so with a new one. */
    boolean isOfSameRoute(CallHandler other);

    /** Whether the route is started and not suspended. */
    boolean isTakingCalls();

    /**
     * Has the route answer a call. Called on a thread of the HTTP server, which waits for the answer and not for the
     * route.
     *
     * @param answer takes the answer, once: that of the route, or an acknowledgement if the route takes too long, or
     *     the failure text at once if no thread is left for the route
     * @param forget called before the answer is given, if the click may be sent again: the route failed, or no thread
     *     was left for it
     * @throws RejectedExecutionException if the context has stopped; the route does not get the call
     */
    void take(FunctionCall call, ClickId click, Consumer<ClickResponse> answer, Runnable forget);
}
