package io.github.camelcliq.benchmarks.endurance;

import com.sun.management.UnixOperatingSystemMXBean;
import io.github.camelcliq.CliqConstants;
import io.github.camelcliq.CliqException;
import io.github.camelcliq.benchmarks.endurance.MessageAccounts.Told;
import io.github.camelcliq.client.Delivery;
import io.github.camelcliq.message.Button;
import io.github.camelcliq.sandbox.Sandbox;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import org.apache.camel.Exchange;
import org.apache.camel.LoggingLevel;
import org.apache.camel.Message;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.component.platform.http.vertx.VertxPlatformHttpRouter;
import org.apache.camel.main.Main;

/**
 * The application of {@link Soak}, in fast time. It posts each id that it reads, and prints what it knows of the
 * message in the end, and each click.
 */
final class SoakApplication extends RouteBuilder {

    static final String WEBHOOK_TOKEN = "1001.webhook-token-of-the-soak";

    private static final int CHATS = 7;

    private final ScheduledExecutorService redelivery = Executors.newScheduledThreadPool(4);

    /**
     * Takes the URL of a proxy of the local Cliq and its own, the key of clicks and the origin of the time, and runs
     * until its input ends.
     */
    public static void main(String[] arguments) throws Exception {
        Main main = new Main();
        main.bind("timing", new FastTiming(Long.parseLong(arguments[3]), Executors.newScheduledThreadPool(1)));
        main.addInitialProperty("camel.server.enabled", "true");
        main.addInitialProperty("camel.server.host", "127.0.0.1");
        main.addInitialProperty("camel.server.port", "0");
        account(main, "camel.component.cliq.", arguments[0]);
        main.addInitialProperty("camel.component.cliq.accounts-url", arguments[0]);
        main.addInitialProperty("camel.component.cliq.refresh-token", Sandbox.DEFAULT_REFRESH_TOKEN);
        main.addInitialProperty("camel.component.cliq.client-id", Sandbox.DEFAULT_CLIENT_ID);
        main.addInitialProperty("camel.component.cliq.client-secret", Sandbox.DEFAULT_CLIENT_SECRET);
        main.addInitialProperty("camel.component.cliq.public-key", arguments[2]);
        account(main, "camel.component.cliq.accounts[hook].", arguments[1]);
        main.addInitialProperty("camel.component.cliq.accounts[hook].zapikey", WEBHOOK_TOKEN);
        main.configure().addRoutesBuilder(new SoakApplication());
        main.start();
        System.out.println(VertxPlatformHttpRouter.lookup(
                        main.getCamelContext(), VertxPlatformHttpRouter.PLATFORM_HTTP_ROUTER_NAME_ZERO)
                .getServer()
                .getPort());
        ProducerTemplate template = main.getCamelContext().createProducerTemplate();
        BufferedReader words = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String word = words.readLine(); word != null; word = words.readLine()) {
            if (word.equals("figures")) {
                System.out.println("figures " + figures());
            } else {
                post(template, word);
            }
        }
        main.stop();
        System.exit(0);
    }

    /** Waits on the wire are those of the machine's time. */
    private static void account(Main main, String prefix, String url) {
        main.addInitialProperty(prefix + "base-url", url);
        main.addInitialProperty(prefix + "connect-timeout", "500ms");
        main.addInitialProperty(prefix + "read-timeout", "1500ms");
        main.addInitialProperty(prefix + "total-timeout", "3s");
        main.addInitialProperty(prefix + "web-client-options.keep-alive-timeout", "1");
    }

    private static void post(ProducerTemplate template, String id) {
        String kind = id.substring(0, id.indexOf('-'));
        int number = Integer.parseInt(id.substring(id.indexOf('-') + 1));
        template.asyncSend("direct:" + kind, exchange -> {
                    exchange.getMessage().setBody(id + ": the budget is ready for review.");
                    exchange.getMessage().setHeader(CliqConstants.TARGET, "CT_" + number % CHATS);
                    if (kind.equals("card")) {
                        card(exchange.getMessage(), id);
                    }
                })
                .thenAccept(done -> System.out.println("told " + id + " " + told(done)));
    }

    private static void card(Message message, String id) {
        message.setHeader(CliqConstants.CARD_TITLE, "Budget");
        message.setHeader(
                CliqConstants.BUTTONS,
                List.of(Button.labelled("Approve")
                        .key(id)
                        .invoke("approve", "finance@zylker.com")
                        .build()));
    }

    /** What the sender knows of a message; the exception if that says nothing. */
    static Object told(Exchange done) {
        if (done.getException() == null) {
            return Told.DELIVERED;
        }
        if (done.getException() instanceof CliqException failure) {
            return failure.getDelivery() == Delivery.UNKNOWN ? Told.UNKNOWN : Told.NOT_DELIVERED;
        }
        return done.getException();
    }

    /** Bytes of heap after collections, threads, open files and sockets. */
    private static String figures() {
        for (int collection = 0; collection < 5; collection++) {
            System.gc();
        }
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() + " "
                + ManagementFactory.getThreadMXBean().getThreadCount() + " "
                + ((UnixOperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
                        .getOpenFileDescriptorCount();
    }

    @Override
    public void configure() {
        errorHandler(defaultErrorHandler().executorService(redelivery));
        onException(CliqException.class)
                .onWhen(simple("${exception.safeToRedeliver}"))
                .onExceptionOccurred(SoakApplication::inMachineTime)
                .maximumRedeliveries(10)
                .redeliveryDelay(100)
                .asyncDelayedRedelivery()
                .retryAttemptedLogLevel(LoggingLevel.OFF)
                .logExhausted(false);
        onException(CliqException.class).maximumRedeliveries(0).logExhausted(false);
        from("direct:text").to("cliq:chat");
        from("direct:card").to("cliq:chat");
        from("direct:bot").to("cliq:bot/deploybot");
        from("direct:hook").to("cliq:channel/deployments?account=hook");
        from("cliq:function/approve").process(click -> {
            System.out.println("clicked " + click.getMessage().getHeader(CliqConstants.BUTTON_KEY));
            click.getMessage().setBody("Done.");
        });
    }

    /** Camel waits in the machine's time. */
    private static void inMachineTime(Exchange failed) {
        Message message = failed.getMessage();
        Long wait = message.getHeader(Exchange.REDELIVERY_DELAY, Long.class);
        if (wait != null) {
            message.setHeader(Exchange.REDELIVERY_DELAY, 1 + wait / FastTiming.SPEED);
        }
    }
}
