package io.github.camelcliq.sandbox.control;

import io.github.camelcliq.sandbox.ReceivedMessage;
import io.github.camelcliq.sandbox.http.Coalescer;
import io.github.camelcliq.sandbox.state.SandboxState;
import io.vertx.core.Vertx;
import io.vertx.ext.web.RoutingContext;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/** Requests that wait for a number of messages. Lives on one event loop. */
final class MessageAwait {

    private final Vertx vertx;
    private final SandboxState state;
    private final Set<Wait> waits = new LinkedHashSet<>();

    MessageAwait(Vertx vertx, SandboxState state) {
        this.vertx = vertx;
        this.state = state;
        state.events().whenAdded(new Coalescer(vertx.getOrCreateContext(), this::look));
    }

    /**
     * Calls back once: when the number of messages is there, or when the time is over.
     *
     * @param then takes the messages that the query asks for
     */
    void await(RoutingContext context, MessageQuery query, Consumer<List<ReceivedMessage>> then) {
        Wait wait = new Wait(query, then);
        if (wait.hasEnough() || query.timeout().isZero()) {
            wait.answer();
            return;
        }
        waits.add(wait);
        long timer = vertx.setTimer(Math.max(1, query.timeout().toMillis()), late -> end(wait));
        context.addEndHandler(ended -> {
            vertx.cancelTimer(timer);
            waits.remove(wait);
        });
    }

    private void look() {
        List.copyOf(waits).stream().filter(Wait::hasEnough).forEach(this::end);
    }

    private void end(Wait wait) {
        if (waits.remove(wait)) {
            wait.answer();
        }
    }

    /** One request that waits; counts each message once. */
    private final class Wait {

        private final MessageQuery query;
        private final Consumer<List<ReceivedMessage>> then;
        private long seen;
        private int counted;

        Wait(MessageQuery query, Consumer<List<ReceivedMessage>> then) {
            this.query = query;
            this.then = then;
            this.seen = query.since();
        }

        boolean hasEnough() {
            for (ReceivedMessage message : state.messages().after(seen)) {
                seen = message.sequence();
                counted += query.matches(message) ? 1 : 0;
            }
            return counted >= query.enough();
        }

        void answer() {
            then.accept(query.in(state.messages()));
        }
    }
}
