package io.github.camelcliq.examples;

import io.github.camelcliq.sandbox.Sandbox;
import io.github.camelcliq.sandbox.organisation.CliqFunction;
import java.nio.file.Path;
import java.time.Duration;
import org.apache.camel.CamelContext;
import org.apache.camel.Processor;
import org.apache.camel.main.Main;

/**
 * The Camel application of the demo: routes that post to a local Cliq, and one that takes its clicks, on a free port of
 * 127.0.0.1.
 */
final class DemoApplication implements AutoCloseable {

    /** The path that the component takes clicks at by default. */
    static final String CLICKS_PATH = "/cliq/functions";

    private static final String HOST = "127.0.0.1";
    private static final int ANY_PORT = 0;

    /** More than the default: the first click finds nothing loaded, and the machine may be busy. */
    private static final Duration MAX_ANSWER_TIME = Duration.ofSeconds(25);

    private final Main main = new Main();

    private DemoApplication(Sandbox cliq, Path events, Outcomes outcomes) {
        main.addInitialProperty("camel.component.cliq.base-url", cliq.baseUrl());
        main.addInitialProperty("camel.component.cliq.access-token", Sandbox.DEFAULT_ACCESS_TOKEN);
        main.addInitialProperty("camel.component.cliq.public-key", cliq.publicKey());
        main.addInitialProperty("camel.component.cliq.reply-timeout", MAX_ANSWER_TIME.toSeconds() + "s");
        main.addInitialProperty("camel.server.enabled", "true");
        main.addInitialProperty("camel.server.host", HOST);
        main.addInitialProperty("camel.server.port", String.valueOf(ANY_PORT));
        main.addInitialProperty("camel.main.routes-include-pattern", "classpath:demo/alert.yaml");
        main.addInitialProperty("demo.events", events.toString());
        main.bind("reportPosted", (Processor) outcomes::posted);
        main.bind("reportRefused", (Processor) outcomes::refused);
        main.configure().addRoutesBuilder(new BudgetRoute(outcomes));
        main.configure().addRoutesBuilder(new ApprovalRoute(outcomes));
        main.configure().addRoutesBuilder(new BuildRoute(outcomes));
        main.configure().addRoutesBuilder(new ReleaseRoute(outcomes));
    }

    /**
     * Starts it, and tells the local Cliq where its clicks go.
     *
     * @param cliq where it posts
     * @param events the folder of the events
     * @param outcomes is told what becomes of them
     */
    static DemoApplication start(Sandbox cliq, Path events, Outcomes outcomes) {
        DemoApplication application = new DemoApplication(cliq, events, outcomes);
        application.main.start();
        cliq.function(CliqFunction.of(ApprovalRoute.FUNCTION, application.clicksUrl()));
        return application;
    }

    /** Where it takes clicks: its server found a free port, which is known once it listens. */
    String clicksUrl() {
        return Example.serverUrl(context()) + CLICKS_PATH;
    }

    CamelContext context() {
        return main.getCamelContext();
    }

    /** Waits until Camel's own hook, which Ctrl+C starts, has stopped it. */
    void awaitInterrupt() throws InterruptedException {
        main.getShutdownStrategy().await();
    }

    @Override
    public void close() {
        main.stop();
    }
}
