package io.github.camelcliq.examples;

import io.github.camelcliq.sandbox.Sandbox;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
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

    private final Outcomes outcomes = new Outcomes(System.out);

    private Demo() {}

    /**
     * System properties: demo.port (0: any free), demo.seconds (0: until interrupted), demo.events (folder of the
     * events).
     */
    public static void main(String[] args) throws Exception {
        System.exit(new Demo().run());
    }

    private int run() throws Exception {
        int seconds = Integer.getInteger("demo.seconds", 0);
        Path events = Path.of(System.getProperty("demo.events", "events")).toAbsolutePath();
        if (!Files.isDirectory(events)) {
            System.err.println("There is no folder of events at " + events + "; name it with -Ddemo.events=…");
            return 2;
        }
        try (Sandbox cliq = Sandbox.builder()
                .port(Integer.getInteger("demo.port", 0))
                .accessToken(TOKEN)
                .start()) {
            System.out.println();
            System.out.println(
                    "A local Cliq is listening at " + cliq.baseUrl() + ". The demo posts four events to it:");
            System.out.println();
            Main camel = application(cliq, events);
            camel.start();
            try {
                return show(cliq, seconds);
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

    private int show(Sandbox cliq, int seconds) throws Exception {
        Expectations expectations = new Expectations(cliq, outcomes);
        expectations.await(LONGEST_START);
        System.out.println();
        System.out.println("The messages that arrived: " + cliq.baseUrl() + "/");
        System.out.println("              and as JSON: " + cliq.baseUrl() + "/sandbox/messages");
        if (seconds == 0) {
            System.out.println("Stop it with Ctrl+C.");
            new CountDownLatch(1).await();
        }
        System.out.println("It stops by itself after " + seconds + " seconds.");
        TimeUnit.SECONDS.sleep(seconds);
        List<String> missing = expectations.unmet();
        missing.forEach(complaint -> System.out.println("MISSING: " + complaint));
        System.out.println(missing.isEmpty() ? "All messages arrived as expected." : "The demo failed.");
        return missing.isEmpty() ? 0 : 1;
    }
}
