package io.github.camelcliq.examples;

import io.github.camelcliq.sandbox.Sandbox;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.apache.camel.Processor;
import org.apache.camel.main.Main;

/**
 * Starts a local Cliq and a Camel application whose routes turn event files into messages and post them there. Runs
 * until it is interrupted, or for {@code demo.seconds}, and then ends with 0 only if every message that should arrive
 * did.
 */
public final class Demo {

    private static final String TOKEN = "demo-token";
    private static final Duration LONGEST_START = Duration.ofSeconds(30);

    private final DemoOptions options;
    private final Outcomes outcomes = new Outcomes(System.out);

    private Demo(DemoOptions options) {
        this.options = options;
    }

    /**
     * Ends with 0 when every message arrived as expected, with 1 when not, and with 2 when the options are no good.
     * System properties: see {@link DemoOptions}.
     */
    public static void main(String[] args) throws Exception {
        DemoOptions options;
        try {
            options = DemoOptions.of(System.getProperties());
        } catch (IllegalArgumentException refused) {
            System.err.println(refused.getMessage());
            System.exit(2);
            return;
        }
        System.exit(new Demo(options).run() ? 0 : 1);
    }

    private boolean run() throws Exception {
        try (Sandbox cliq =
                Sandbox.builder().port(options.port()).accessToken(TOKEN).start()) {
            System.out.println();
            System.out.println(
                    "A local Cliq is listening at " + cliq.baseUrl() + ". The demo posts four events to it:");
            System.out.println();
            Main camel = application(cliq, options.events());
            camel.start();
            try {
                return show(cliq, camel);
            } finally {
                camel.stop();
            }
        }
    }

    private Main application(Sandbox cliq, Path events) {
        Main camel = new Main();
        camel.addInitialProperty("camel.component.cliq.base-url", cliq.baseUrl());
        camel.addInitialProperty("camel.component.cliq.access-token", TOKEN);
        camel.addInitialProperty("camel.main.routes-include-pattern", "classpath:routes/*.yaml");
        camel.addInitialProperty("demo.events", events.toString());
        camel.bind("reportPosted", (Processor) outcomes::posted);
        camel.bind("reportRefused", (Processor) outcomes::refused);
        camel.configure().addRoutesBuilder(new BudgetRoute(outcomes));
        camel.configure().addRoutesBuilder(new BuildRoute(outcomes));
        camel.configure().addRoutesBuilder(new ReleaseRoute(outcomes));
        return camel;
    }

    private boolean show(Sandbox cliq, Main camel) throws Exception {
        Expectations expectations = new Expectations(cliq, outcomes);
        expectations.await(LONGEST_START);
        System.out.println();
        System.out.println("The messages that arrived: " + cliq.baseUrl() + "/");
        System.out.println("              and as JSON: " + cliq.baseUrl() + "/sandbox/messages");
        return options.seconds() == 0 ? untilInterrupted(camel) : verdictAfter(options.seconds(), expectations);
    }

    /** Camel's own hook tells of Ctrl+C, and lets the JVM end once the application has stopped; nothing is judged. */
    private static boolean untilInterrupted(Main camel) throws InterruptedException {
        System.out.println("Stop it with Ctrl+C.");
        camel.getShutdownStrategy().await();
        return true;
    }

    private static boolean verdictAfter(int seconds, Expectations expectations) throws Exception {
        System.out.println("It stops by itself after " + seconds + (seconds == 1 ? " second." : " seconds."));
        TimeUnit.SECONDS.sleep(seconds);
        List<String> unmet = expectations.unmet();
        unmet.forEach(complaint -> System.out.println("MISSING: " + complaint));
        System.out.println(unmet.isEmpty() ? "All messages arrived as expected." : "The demo failed.");
        return unmet.isEmpty();
    }
}
