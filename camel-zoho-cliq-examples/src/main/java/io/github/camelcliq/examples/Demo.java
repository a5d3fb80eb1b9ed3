package io.github.camelcliq.examples;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.github.camelcliq.sandbox.ReceivedMessage;
import io.github.camelcliq.sandbox.Sandbox;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Starts a local Cliq and a Camel application whose routes turn event files into messages and post them there, and one
 * of which answers the clicks on a button. Runs until it is interrupted; or for {@code demo.seconds}, clicks by itself,
 * and ends with 0 only if everything arrived that should.
 */
public final class Demo {

    private static final Duration MAX_START_TIME = Duration.ofSeconds(30);
    private static final Duration MAX_CLICK_TIME = Duration.ofSeconds(30);
    private static final String REMARK = "Within the plan.";

    private final DemoOptions options;
    private final Outcomes outcomes = new Outcomes(System.out);

    private Demo(DemoOptions options) {
        this.options = options;
    }

    /**
     * Ends with 0 when everything arrived as expected, with 1 when not, and with 2 when the options are no good. System
     * properties: see {@link DemoOptions}.
     */
    public static void main(String[] args) throws Exception {
        DemoOptions options;
        Sandbox cliq;
        try {
            options = DemoOptions.of(System.getProperties());
            cliq = localCliq(
                    Sandbox.builder().port(options.port()),
                    "Choose another port with -Ddemo.port=N; 0 finds a free one.");
        } catch (IllegalArgumentException refused) {
            System.err.println(refused.getMessage());
            System.exit(2);
            return;
        }
        System.exit(new Demo(options).run(cliq) ? 0 : 1);
    }

    /**
     * Starts a local Cliq.
     *
     * @param builder knows where it listens
     * @param advice what a person can do when the port is taken
     * @throws IllegalArgumentException when the port is taken
     */
    static Sandbox localCliq(Sandbox.Builder builder, String advice) {
        try {
            return builder.clickTimeout(MAX_CLICK_TIME).start();
        } catch (IllegalStateException taken) {
            throw new IllegalArgumentException(taken.getMessage() + ". " + advice, taken);
        }
    }

    private boolean run(Sandbox started) throws Exception {
        try (Sandbox cliq = started) {
            System.out.println();
            System.out.println(
                    "A local Cliq is listening at " + cliq.baseUrl() + ". The demo posts four events to it:");
            System.out.println();
            try (DemoApplication application = DemoApplication.start(cliq, options.events(), outcomes)) {
                return show(cliq, application);
            }
        }
    }

    private boolean show(Sandbox cliq, DemoApplication application) throws Exception {
        Expectations expectations = new Expectations(cliq, outcomes);
        expectations.await(MAX_START_TIME);
        System.out.println();
        System.out.println("The messages that arrived: " + cliq.baseUrl() + "/");
        System.out.println("              and as JSON: " + cliq.baseUrl() + "/sandbox/messages");
        System.out.println("Clicks go to the demo, at: " + application.clicksUrl());
        System.out.println();
        return options.seconds() == 0
                ? untilInterrupted(application)
                : verdictAfter(options.seconds(), cliq, expectations);
    }

    /** Nothing is judged. */
    private static boolean untilInterrupted(DemoApplication application) throws InterruptedException {
        System.out.println("Press \"Approve Budget\" there, in the chat \"Amelia, Scott\": the message changes, and a");
        System.out.println("receipt arrives in the channel finance.");
        System.out.println("Stop it with Ctrl+C.");
        System.out.println();
        application.awaitInterrupt();
        return true;
    }

    private static boolean verdictAfter(int seconds, Sandbox cliq, Expectations expectations) throws Exception {
        System.out.println("It presses \"Approve Budget\" now, and stops by itself after " + seconds
                + (seconds == 1 ? " second." : " seconds."));
        System.out.println();
        expectations.clicked(press(cliq));
        TimeUnit.SECONDS.sleep(seconds);
        List<String> unmet = expectations.unmet();
        System.out.println();
        unmet.forEach(complaint -> System.out.println("MISSING: " + complaint));
        System.out.println(unmet.isEmpty() ? "Everything arrived as expected." : "The demo failed.");
        return unmet.isEmpty();
    }

    /** What comes of a click; missing where there is no message to click on. */
    private static JsonNode press(Sandbox cliq) throws IOException, InterruptedException {
        List<ReceivedMessage> proposals = cliq.messages(BudgetRoute.CHAT);
        Approver approver = new Approver(cliq.baseUrl(), MAX_CLICK_TIME);
        return proposals.isEmpty()
                ? MissingNode.getInstance()
                : approver.press(proposals.get(0).id(), REMARK);
    }
}
