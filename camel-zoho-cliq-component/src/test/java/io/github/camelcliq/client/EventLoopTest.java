package io.github.camelcliq.client;

import static io.github.camelcliq.PatientWaits.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.impl.ContextInternal;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class EventLoopTest {

    private final Vertx vertx = Vertx.vertx();
    private final ContextInternal loop = EventLoop.of(vertx);

    @AfterEach
    void close() throws Exception {
        vertx.close().toCompletionStage().toCompletableFuture().get(SECONDS, TimeUnit.SECONDS);
    }

    /** Of an application that uses Netty on the event loops of its Vert.x. */
    @Test
    void aCallFromTheBareThreadOfTheLoopIsMadeInItsContext() throws Exception {
        CompletableFuture<Context> context = new CompletableFuture<>();

        loop.nettyEventLoop()
                .execute(() -> EventLoop.on(loop, () -> {
                    context.complete(vertx.getOrCreateContext());
                    return Future.succeededFuture();
                }));

        assertThat(context.get(SECONDS, TimeUnit.SECONDS)).isSameAs(loop);
    }
}
