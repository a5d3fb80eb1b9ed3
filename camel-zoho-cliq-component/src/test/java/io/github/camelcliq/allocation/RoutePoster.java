package io.github.camelcliq.allocation;

import io.github.camelcliq.CliqAccount;
import io.github.camelcliq.CliqComponent;
import io.github.camelcliq.message.CliqMessage;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.impl.engine.PooledExchangeFactory;
import org.apache.camel.impl.engine.PooledProcessorExchangeFactory;
import org.apache.camel.spi.ExchangeFactory;
import org.apache.camel.spi.ThreadPoolProfile;
import org.apache.camel.support.DefaultConsumer;

/**
 * The component with all it does, pacing included, in one route for each chat. The exchanges are made by the routes'
 * consumers, as they are in an application; a producer template would hop through a pool of its own.
 */
final class RoutePoster implements Poster {

    /** More than any machine posts in {@link #WINDOW}, so that the pacing works and never holds back. */
    private static final int LIMIT = 1_000_000;

    private static final long WINDOW = 1_000;

    private final CamelContext context;
    private final List<DefaultConsumer> consumers;
    private final CliqMessage message = BudgetMessage.typed();

    private RoutePoster(CamelContext context, Vertx vertx, int port, int chats) throws Exception {
        this.context = context;
        context.disableJMX();
        context.getExecutorServiceManager().registerThreadPoolProfile(fewReplyThreads());
        context.addComponent("cliq", component(vertx, port, chats));
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                for (int chat = 0; chat < chats; chat++) {
                    from("direct:" + chat).routeId(String.valueOf(chat)).to("cliq:chat/" + Chats.id(chat));
                }
            }
        });
        context.start();
        this.consumers = IntStream.range(0, chats)
                .mapToObj(chat ->
                        (DefaultConsumer) context.getRoute(String.valueOf(chat)).getConsumer())
                .toList();
    }

    /** With exchanges as they come. */
    static Poster ofNewExchanges(Vertx vertx, int port, int chats) throws Exception {
        return new RoutePoster(new DefaultCamelContext(), vertx, port, chats);
    }

    /** With exchanges that are used again, as {@code camel.main.exchange-factory=pooled} has it. */
    static Poster ofPooledExchanges(Vertx vertx, int port, int chats) throws Exception {
        CamelContext context = new DefaultCamelContext();
        ExchangeFactory pooled = new PooledExchangeFactory();
        pooled.setCapacity(chats);
        context.getCamelContextExtension().setExchangeFactory(pooled);
        context.getCamelContextExtension().setProcessorExchangeFactory(new PooledProcessorExchangeFactory());
        return new RoutePoster(context, vertx, port, chats);
    }

    /** No more of them where the machine stands still for a while: what ended threads have allocated, nobody knows. */
    private static ThreadPoolProfile fewReplyThreads() {
        ThreadPoolProfile profile = new ThreadPoolProfile("CliqReply");
        profile.setPoolSize(8);
        profile.setMaxPoolSize(8);
        return profile;
    }

    private static CliqComponent component(Vertx vertx, int port, int chats) {
        CliqAccount options = new CliqAccount();
        options.setBaseUrl("http://127.0.0.1:" + port);
        options.setAccessToken(Chats.ACCESS_TOKEN);
        options.setPoolSize(chats);
        options.setPostsPerWindow(LIMIT);
        options.setRestrictedPostsPerWindow(LIMIT);
        options.setPacingWindow(Duration.ofMillis(WINDOW));
        CliqComponent component = new CliqComponent();
        component.setVertx(vertx);
        component.setDefaultAccount(options);
        return component;
    }

    @Override
    public void post(int chat, Answered answered) {
        DefaultConsumer consumer = consumers.get(chat);
        Exchange exchange = consumer.createExchange(false);
        exchange.getMessage().setBody(message);
        consumer.getAsyncProcessor().process(exchange, doneSync -> done(consumer, exchange, answered));
    }

    private static void done(DefaultConsumer consumer, Exchange exchange, Answered answered) {
        Throwable failure = exchange.getException();
        consumer.releaseExchange(exchange, false);
        answered.answered(failure);
    }

    @Override
    public void close() throws Exception {
        context.close();
    }
}
