package io.github.camelcliq.internal.click;

import io.github.camelcliq.CliqConfiguration;
import io.github.camelcliq.webhook.ClickId;
import io.github.camelcliq.webhook.FunctionCall;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Consumer;

/** A route that takes calls from Cliq. */
public interface CallHandler {

    /** Returns the function or bot whose calls the route takes. */
    CallTarget target();

    /** Returns the options of the route's endpoint. */
    CliqConfiguration options();

    /** Returns the name of the route, for errors that name two routes. */
    String routeName();

    /** Returns whether another handler belongs to the same route. A route that starts again has a new handler. */
    boolean isOfSameRoute(CallHandler other);

    /** Returns whether the route is started and not suspended. */
    boolean isTakingCalls();

    /**
     * Gives a call to the route. Called on a thread of the HTTP server, which waits for the answer and not for the
     * route.
     *
     * @param answer takes the answer, once: the route's answer, an acknowledgement if the route takes too long, or the
     *     failure text if no thread is left for the route
     * @param forget called before the answer if the click may be sent again, because the route failed or no thread was
     *     left for it
     * @throws RejectedExecutionException if the context has stopped; the route does not get the call
     */
    void take(FunctionCall call, ClickId click, Consumer<ClickResponse> answer, Runnable forget);
}
