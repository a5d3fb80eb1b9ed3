package io.github.camelcliq.sandbox;

import io.github.camelcliq.sandbox.api.ErrorRoute;
import io.github.camelcliq.sandbox.api.PostAuthentication;
import io.github.camelcliq.sandbox.api.PostHandler;
import io.github.camelcliq.sandbox.api.PostRoutes;
import io.github.camelcliq.sandbox.api.RequiredScopes;
import io.github.camelcliq.sandbox.api.TokenRoutes;
import io.github.camelcliq.sandbox.click.Click;
import io.github.camelcliq.sandbox.click.ClickOutcome;
import io.github.camelcliq.sandbox.control.SandboxCore;
import io.github.camelcliq.sandbox.control.SandboxRoutes;
import io.github.camelcliq.sandbox.fault.FaultInjector;
import io.github.camelcliq.sandbox.fault.FaultyExchange;
import io.github.camelcliq.sandbox.fault.Responder;
import io.github.camelcliq.sandbox.function.ClickHandler;
import io.github.camelcliq.sandbox.function.FunctionCaller;
import io.github.camelcliq.sandbox.function.FunctionInvoker;
import io.github.camelcliq.sandbox.http.BodyTimeout;
import io.github.camelcliq.sandbox.http.Connections;
import io.github.camelcliq.sandbox.http.ListenAddress;
import io.github.camelcliq.sandbox.http.LoopbackGuard;
import io.github.camelcliq.sandbox.judging.Fidelity;
import io.github.camelcliq.sandbox.judging.MessageJudge;
import io.github.camelcliq.sandbox.judging.RuleLevel;
import io.github.camelcliq.sandbox.state.Receipts;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.file.FileSystemOptions;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.ext.web.Router;
import java.io.IOException;
import java.net.ConnectException;
import java.net.Socket;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The HTTP server of a sandbox. It can stop, and start again on the same port. Safe from any thread. */
final class SandboxServer {

    private static final Logger LOG = LoggerFactory.getLogger(SandboxServer.class);
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Vertx vertx;
    private final Router router;
    private final Settings settings;
    private final Connections connections;
    private final FunctionInvoker functions;
    private final ClickHandler clicks;
    private volatile int port;
    private HttpServer listening;

    private SandboxServer(Vertx vertx, SandboxCore core, Settings settings, int port) {
        this.vertx = vertx;
        this.settings = settings;
        this.connections = new Connections(vertx, settings.idleTimeout());
        this.port = port;
        // loading the validator takes most of a second in a new JVM: posts wait for it, the start does not
        Future<MessageJudge> judge =
                vertx.executeBlocking(() -> MessageJudge.of(settings.fidelity(), settings.rules()), false);
        Receipts receipts = new Receipts();
        FunctionCaller caller = new FunctionCaller(vertx, settings.clickTimeout());
        this.functions = new FunctionInvoker(
                vertx,
                core.state(),
                core.chats(),
                core.signer(),
                core.lateResponses(),
                caller,
                judge,
                receipts,
                this::url);
        this.clicks = new ClickHandler(core.state(), core.chats(), functions);
        this.router = routes(core, judge, receipts);
    }

    /**
     * Starts a server, and waits until it listens.
     *
     * @param port the port; 0 chooses a free port
     */
    static SandboxServer start(Settings settings, int port, SandboxCore core) {
        Vertx vertx = Vertx.vertx(oneEventLoop());
        try {
            SandboxServer server = new SandboxServer(vertx, core, settings, port);
            server.goOnline();
            return server;
        } catch (RuntimeException failed) {
            vertx.close();
            throw failed;
        }
    }

    ListenAddress address() {
        return settings.address();
    }

    int port() {
        return port;
    }

    /** Returns how many connections are open. */
    int openConnections() {
        return connections.open();
    }

    /** Returns the router with all paths. */
    Router router() {
        return router;
    }

    /** Returns the URL for this machine. */
    String url() {
        return settings.address().url(port);
    }

    /** Clicks a button. The future fails if the click is wrong, or if the server is closed meanwhile. */
    CompletableFuture<ClickOutcome> click(Click click) {
        Promise<ClickOutcome> outcome = Promise.promise();
        vertx.runOnContext(now ->
                Future.succeededFuture().compose(next -> clicks.click(click)).onComplete(outcome));
        long longest = settings.clickTimeout().plus(PATIENCE).toMillis();
        return outcome.future().toCompletionStage().toCompletableFuture().orTimeout(longest, TimeUnit.MILLISECONDS);
    }

    /** Listens again, on the same port. Does nothing if it listens already. */
    synchronized void goOnline() {
        if (listening == null) {
            listening = waitFor(
                    vertx.createHttpServer(options(settings.address(), port))
                            .connectionHandler(connections::opened)
                            .requestHandler(router)
                            .listen(),
                    "The sandbox cannot listen on " + settings.address().host() + ":" + port);
            port = listening.actualPort();
            LOG.info("Cliq sandbox listens on {}", url());
        }
    }

    /** Stops listening and closes every connection. Does nothing if it does not listen. */
    synchronized void goOffline() {
        if (listening != null) {
            waitFor(listening.close(), "The sandbox did not stop listening");
            listening = null;
            awaitRefusal();
        }
    }

    /** Waits until the port refuses connections. The selector frees the socket shortly after the server is closed. */
    private void awaitRefusal() {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (isConnectable()) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException("The port is still open after " + PATIENCE.toSeconds() + " s");
            }
            LockSupport.parkNanos(1_000_000);
        }
    }

    private boolean isConnectable() {
        try (Socket probe = new Socket(settings.address().reachable(), port)) {
            return probe.isConnected();
        } catch (ConnectException refused) {
            return false;
        } catch (IOException resetInBetween) {
            return true;
        }
    }

    void close() {
        waitFor(vertx.close(), "The sandbox did not stop");
    }

    private Router routes(SandboxCore core, Future<MessageJudge> judge, Receipts receipts) {
        PostHandler handler = new PostHandler(
                new PostAuthentication(core.accessTokens(), core.webhookTokens()),
                new RequiredScopes(settings.fidelity()),
                core.budgets(),
                judge,
                core.state(),
                core.chats(),
                receipts);
        FaultyExchange posts = exchanges(vertx, core, core.faults(), settings.bodyTimeout());
        FaultyExchange tokens = exchanges(vertx, core, core.tokenFaults(), settings.bodyTimeout());
        Router router = Router.router(vertx);
        router.route().handler(connections::take);
        settings.address().attachTo(router);
        router.route().handler(LoopbackGuard::checkTarget);
        for (String cliq : List.of("/api/*", "/oauth/*")) {
            router.route(cliq).handler(LoopbackGuard::checkOrigin);
        }
        new PostRoutes(handler, functions, core.state(), posts).mount(router);
        new TokenRoutes(core.issuer(), core.state(), tokens).mount(router);
        router.route().handler(new BodyTimeout(settings.bodyTimeout())::check);
        new SandboxRoutes(vertx, core, clicks, functions).mount(router);
        ErrorRoute.mount(router, posts);
        return router;
    }

    private static FaultyExchange exchanges(
            Vertx vertx, SandboxCore core, FaultInjector injector, Duration bodyTimeout) {
        Responder responder = new Responder(vertx, injector);
        return new FaultyExchange(vertx, injector, responder, core.accessTokens()::expireAll, bodyTimeout);
    }

    private static HttpServerOptions options(ListenAddress address, int port) {
        return new HttpServerOptions()
                .setHost(address.host())
                .setPort(port)
                // a thousand clients may connect at the same moment
                .setAcceptBacklog(1024)
                // targets and query parameters may be long
                .setMaxInitialLineLength(16 * 1024)
                // without TLS, HTTP/2 would hide a connection until its first request; Cliq has HTTP/2 only with TLS
                .setHttp2ClearTextEnabled(false)
                .setHandle100ContinueAutomatically(true);
    }

    private static VertxOptions oneEventLoop() {
        return new VertxOptions()
                .setEventLoopPoolSize(1)
                .setWorkerPoolSize(1)
                .setInternalBlockingPoolSize(1)
                // nothing is served from files: no cache directory
                .setFileSystemOptions(
                        new FileSystemOptions().setFileCachingEnabled(false).setClassPathResolvingEnabled(false));
    }

    private static <T> T waitFor(Future<T> future, String otherwise) {
        try {
            return future.toCompletionStage().toCompletableFuture().get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        } catch (ExecutionException failed) {
            throw new IllegalStateException(otherwise + ": " + failed.getCause().getMessage(), failed.getCause());
        } catch (TimeoutException late) {
            throw new IllegalStateException(otherwise + " within " + PATIENCE.toSeconds() + " s", late);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(otherwise + ": interrupted", interrupted);
        }
    }

    /**
     * The settings of the server.
     *
     * @param address the address it listens on; no other machine can reach a loopback address
     * @param fidelity whether messages are judged as Zoho's pages say, or as a live Cliq does
     * @param rules how strict the rules are if Zoho's pages disagree
     * @param bodyTimeout how long a request's body may take to arrive
     * @param idleTimeout how long a connection may be open without a request under way
     * @param clickTimeout how long a function's answer to a click may take
     */
    record Settings(
            ListenAddress address,
            Fidelity fidelity,
            RuleLevel rules,
            Duration bodyTimeout,
            Duration idleTimeout,
            Duration clickTimeout) {}
}
