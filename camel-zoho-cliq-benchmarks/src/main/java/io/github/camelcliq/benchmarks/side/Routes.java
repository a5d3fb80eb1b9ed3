package io.github.camelcliq.benchmarks.side;

import io.github.camelcliq.CliqAccount;
import io.github.camelcliq.CliqComponent;
import io.github.camelcliq.CliqConstants;
import io.github.camelcliq.message.CliqMessage;
import io.vertx.core.Vertx;
import io.vertx.ext.web.client.WebClientOptions;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.function.Consumer;
import org.apache.camel.CamelContext;
import org.apache.camel.Message;
import org.apache.camel.component.http.HttpComponent;
import org.apache.camel.component.vertx.http.VertxHttpComponent;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.impl.engine.PooledExchangeFactory;
import org.apache.camel.impl.engine.PooledProcessorExchangeFactory;
import org.apache.camel.model.dataformat.JsonLibrary;
import org.apache.camel.spi.ExchangeFactory;

/** The routes that are measured. Pools are as large as there are chats; all else is as it comes. */
final class Routes {

    /** More than any machine posts in {@link #WINDOW}, so that the pacing works and never holds back. */
    private static final int LIMIT = 1_000_000;

    private static final long WINDOW = 1_000;

    private static final int THREADS = 64;

    private final Vertx vertx;
    private final StubProcess stub;
    private final int chats;

    Routes(Vertx vertx, StubProcess stub, int chats) {
        this.vertx = vertx;
        this.stub = stub;
        this.chats = chats;
    }

    /** {@code cliq:} with a message of its own type. */
    Poster typed() throws Exception {
        return cliq(context(), withToken(), typedBody());
    }

    /** The same, with access tokens had and renewed by a refresh token. */
    Poster refreshed() throws Exception {
        return cliq(context(), withRefreshToken(), typedBody());
    }

    /** The same, with exchanges that are used again, as {@code camel.main.exchange-factory=pooled} has it. */
    Poster pooled() throws Exception {
        CamelContext context = context();
        ExchangeFactory pooled = new PooledExchangeFactory();
        pooled.setCapacity(chats);
        context.getCamelContextExtension().setExchangeFactory(pooled);
        context.getCamelContextExtension().setProcessorExchangeFactory(new PooledProcessorExchangeFactory());
        return cliq(context, withToken(), typedBody());
    }

    /** {@code cliq:} with JSON. */
    Poster string() throws Exception {
        String json = new String(BudgetMessage.json(), StandardCharsets.UTF_8);
        return cliq(context(), withToken(), message -> message.setBody(json));
    }

    /** {@code cliq:} without a body. */
    Poster headers() throws Exception {
        List<?> buttons = List.of(BudgetMessage.approveButton());
        return cliq(context(), withToken(), message -> {
            message.setHeader(CliqConstants.TEXT, BudgetMessage.TEXT);
            message.setHeader(CliqConstants.CARD_TITLE, BudgetMessage.TITLE);
            message.setHeader(CliqConstants.CARD_THEME, BudgetMessage.THEME);
            message.setHeader(CliqConstants.BUTTONS, buttons);
            message.setHeader(CliqConstants.HINT, BudgetMessage.HINT);
        });
    }

    /** {@code marshal().json()} and {@code vertx-http:}. */
    Poster vertxHttp() throws Exception {
        VertxHttpComponent component = new VertxHttpComponent();
        component.setVertx(vertx);
        component.setWebClientOptions(new WebClientOptions().setMaxPoolSize(chats));
        CamelContext context = context();
        context.addComponent("vertx-http", component);
        return new RoutePoster(context, chats, marshalled("vertx-http:"), plainBody(), Runnable::run);
    }

    /** {@code marshal().json()} and {@code http:}, which holds a thread for each post. */
    Poster http() throws Exception {
        HttpComponent component = new HttpComponent();
        component.setMaxTotalConnections(chats);
        component.setConnectionsPerRoute(chats);
        CamelContext context = context();
        context.addComponent("http", component);
        ExecutorService threads =
                context.getExecutorServiceManager().newFixedThreadPool(this, LoadComponent.SCHEME, THREADS);
        return new RoutePoster(context, chats, marshalled(""), plainBody(), threads);
    }

    private static CamelContext context() {
        CamelContext context = new DefaultCamelContext();
        context.disableJMX();
        return context;
    }

    private Poster cliq(CamelContext context, CliqAccount account, Consumer<Message> content) throws Exception {
        CliqComponent component = new CliqComponent();
        component.setVertx(vertx);
        component.setDefaultAccount(account);
        context.addComponent("cliq", component);
        RoutePoster.Route route = (begun, chat) -> begun.to("cliq:chat/" + Chats.id(chat));
        return new RoutePoster(context, chats, route, content, Runnable::run);
    }

    private CliqAccount paced() {
        CliqAccount account = new CliqAccount();
        account.setBaseUrl(stub.url());
        account.getWebClientOptions().setMaxPoolSize(chats);
        account.setPostsPerWindow(LIMIT);
        account.setRestrictedPostsPerWindow(LIMIT);
        account.setPacingWindow(Duration.ofMillis(WINDOW));
        return account;
    }

    private CliqAccount withToken() {
        CliqAccount account = paced();
        account.setAccessToken(Chats.ACCESS_TOKEN);
        return account;
    }

    private CliqAccount withRefreshToken() {
        CliqAccount account = paced();
        account.setAccountsUrl(stub.url());
        account.setClientId("1000.STUB");
        account.setClientSecret("stub");
        account.setRefreshToken("1000.stub");
        return account;
    }

    private static Consumer<Message> typedBody() {
        CliqMessage message = BudgetMessage.typed();
        return in -> in.setBody(message);
    }

    private static Consumer<Message> plainBody() {
        BudgetMessage message = BudgetMessage.plain();
        String authorization = "Bearer " + Chats.ACCESS_TOKEN;
        return in -> {
            in.setBody(message);
            in.setHeader("Authorization", authorization);
        };
    }

    private RoutePoster.Route marshalled(String scheme) {
        return (begun, chat) -> begun.marshal().json(JsonLibrary.Jackson).to(scheme + stub.url() + Chats.path(chat));
    }
}
