package io.github.camelcliq.benchmarks.endurance;

import io.github.camelcliq.CliqAccount;
import io.github.camelcliq.CliqComponent;
import io.github.camelcliq.sandbox.Sandbox;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;

/**
 * One application of a {@link Fleet}. It posts each id that it reads, and prints what it knows of the message in the
 * end.
 */
final class FleetApplication extends RouteBuilder {

    private final boolean withComponent;
    private final String cliq;
    private final long window;
    private final int posts;

    private FleetApplication(boolean withComponent, String cliq, long window, int posts) {
        this.withComponent = withComponent;
        this.cliq = cliq;
        this.window = window;
        this.posts = posts;
    }

    /**
     * Takes the URL of Cliq, the window in milliseconds, the posts in a window, and the store; {@code throttle} in its
     * place posts with {@code vertx-http:}. Runs until its input ends.
     */
    public static void main(String[] arguments) throws Exception {
        boolean withComponent = !arguments[3].equals("throttle");
        FleetApplication routes = new FleetApplication(
                withComponent, arguments[0], Long.parseLong(arguments[1]), Integer.parseInt(arguments[2]));
        CamelContext camel = new DefaultCamelContext();
        if (withComponent) {
            routes.configure(camel.getComponent("cliq", CliqComponent.class), arguments[3]);
            // a second; then the component rejects the messages that wait
            camel.getShutdownStrategy().setTimeout(1);
        }
        camel.addRoutes(routes);
        camel.start();
        System.out.println("ready");
        ProducerTemplate template = camel.createProducerTemplate();
        BufferedReader ids = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String read = ids.readLine(); read != null; read = ids.readLine()) {
            String id = read;
            template.asyncSend("direct:post", exchange -> exchange.getMessage().setBody(routes.body(id)))
                    .thenAccept(done -> System.out.println("told " + id + " " + routes.told(done)));
        }
        camel.stop();
        System.exit(0);
    }

    private void configure(CliqComponent component, String store) {
        component.getConfiguration().setMaximumWait(Duration.ofHours(1).toMillis());
        CliqAccount account = component.getDefaultAccount();
        account.setBaseUrl(cliq);
        account.setAccessToken(Sandbox.DEFAULT_ACCESS_TOKEN);
        account.setPostsPerWindow(posts);
        account.setPacingWindow(Duration.ofMillis(window));
        account.setPacingStore(store);
        account.setBudgetKey("fleet");
    }

    @Override
    public void configure() {
        onException(Exception.class).logExhausted(false);
        if (withComponent) {
            from("direct:post").to("cliq:channel/fleet?ordered=false");
        } else {
            from("direct:post")
                    .throttle(posts)
                    .timePeriodMillis(window)
                    .setHeader("Authorization", constant("Bearer " + Sandbox.DEFAULT_ACCESS_TOKEN))
                    .setHeader("Content-Type", constant("application/json"))
                    .to("vertx-http:" + cliq + "/api/v2/channelsbyname/fleet/message");
        }
    }

    private String body(String id) {
        return withComponent ? id : "{\"text\":\"" + id + "\"}";
    }

    private Object told(Exchange done) {
        boolean refused = done.getException() instanceof org.apache.camel.http.base.HttpOperationFailedException;
        return refused ? MessageAccounts.Told.NOT_DELIVERED : SoakApplication.told(done);
    }
}
