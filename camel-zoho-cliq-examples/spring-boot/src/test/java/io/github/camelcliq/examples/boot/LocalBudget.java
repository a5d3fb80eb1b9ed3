package io.github.camelcliq.examples.boot;

import io.github.camelcliq.sandbox.Sandbox;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

/** The application beside a local Cliq: what {@code mvn -Pexample -Dexample=spring-boot} starts. */
public final class LocalBudget {

    private LocalBudget() {}

    /** Runs until Ctrl+C, or for {@code example.seconds}. Ends with 1 if it cannot start. */
    public static void main(String[] arguments) throws InterruptedException {
        int seconds = Integer.getInteger("example.seconds", 0);
        // the port that application.yaml names; its function approve_q4_budget calls the port 8080
        Sandbox cliq = Sandbox.builder()
                .port(8090)
                .clickTimeout(Duration.ofSeconds(30))
                .start();
        System.setProperty("CLIQ_PUBLIC_KEY", cliq.publicKey());
        ConfigurableApplicationContext application;
        try {
            application = SpringApplication.run(BudgetApplication.class, arguments);
        } catch (RuntimeException failed) {
            // its threads would keep the JVM alive
            cliq.close();
            throw failed;
        }
        System.out.println();
        System.out.println("A local Cliq is listening at " + cliq.baseUrl() + ". Its page shows the messages.");
        System.out.println("The example spring-boot is listening at http://127.0.0.1:"
                + application.getEnvironment().getProperty("local.server.port") + ".");
        System.out.println();
        if (seconds > 0) {
            TimeUnit.SECONDS.sleep(seconds);
            System.exit(SpringApplication.exit(application));
        }
    }
}
