package io.github.camelcliq.benchmarks.side;

import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.apache.camel.CamelContext;
import org.apache.camel.Message;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.model.ProcessorDefinition;

/** Camel routes, one for each chat, in a context of their own. */
final class RoutePoster implements Poster {

    private final CamelContext context;
    private final Consumer<Message> content;
    private final Executor driver;
    private final List<LoadConsumer> consumers;

    /**
     * @param context not started yet; closed with the poster
     * @param route ends a route that was begun
     * @param content what each exchange holds
     * @param driver what exchanges are sent by: right here, or threads for a route that blocks
     */
    RoutePoster(CamelContext context, int chats, Route route, Consumer<Message> content, Executor driver)
            throws Exception {
        this.context = context;
        this.content = content;
        this.driver = driver;
        context.addComponent(LoadComponent.SCHEME, new LoadComponent());
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                IntStream.range(0, chats).forEach(chat -> route.end(from(uri(chat)), chat));
            }
        });
        context.start();
        IntFunction<LoadConsumer> consumer =
                chat -> context.getEndpoint(uri(chat), LoadEndpoint.class).consumer();
        this.consumers = IntStream.range(0, chats).mapToObj(consumer).toList();
    }

    /** The rest of the route to a chat. */
    interface Route {

        void end(ProcessorDefinition<?> begun, int chat);
    }

    private static String uri(int chat) {
        return LoadComponent.SCHEME + ":" + chat;
    }

    @Override
    public void post(int chat, Answered answered) {
        driver.execute(() -> consumers.get(chat).send(content, answered));
    }

    @Override
    public void close() throws Exception {
        context.close();
    }
}
