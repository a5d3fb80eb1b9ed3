package io.github.camelcliq;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.camelcliq.webhook.Clicks;
import io.github.camelcliq.webhook.CliqKey;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import org.apache.camel.CamelContext;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.component.platform.http.vertx.VertxPlatformHttpRouter;
import org.apache.camel.main.Main;
import org.apache.camel.spi.AsyncProcessorAwaitManager;

/**
 * An application on camel-main with its embedded HTTP server, and Cliq on the other side of it, which signs what it
 * posts.
 */
public final class ClickServer implements AutoCloseable {

    /** Where calls go unless somebody says otherwise. */
    public static final String PATH = "/cliq/functions";

    /** Cliq's key; making one takes a while. */
    public static final CliqKey KEY = new CliqKey();

    /** The key of another extension. */
    static final CliqKey ANOTHER_KEY = new CliqKey();

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final HttpClient CLIQ =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private final Main main = new Main();

    private ClickServer(Builder builder) {
        builder.properties.forEach(main::addInitialProperty);
        builder.beans.forEach(main::bind);
        main.configure().addRoutesBuilder(builder.routes);
        main.start();
    }

    /** An application with these routes, which knows {@link #KEY}. */
    public static Builder with(RouteBuilder routes) {
        return new Builder(routes);
    }

    /** An application whose routes come later. */
    public static Builder withoutRoutes() {
        return with(new RouteBuilder() {
            @Override
            public void configure() {
                // none yet
            }
        });
    }

    public static final class Builder {

        private final RouteBuilder routes;
        private final Map<String, String> properties = new LinkedHashMap<>();
        private final Map<String, Object> beans = new LinkedHashMap<>();

        private Builder(RouteBuilder routes) {
            this.routes = routes;
            property("camel.server.enabled", "true");
            property("camel.server.port", "0");
            property("camel.server.host", "127.0.0.1");
            property("camel.main.shutdownTimeout", "60");
            cliq("reply-timeout", "60s");
            cliq("public-key", KEY.publicKey());
        }

        public Builder property(String name, String value) {
            properties.put(name, value);
            return this;
        }

        /** An option of the component; {@code null} takes it away again. */
        public Builder cliq(String option, String value) {
            if (value == null) {
                properties.remove("camel.component.cliq." + option);
                return this;
            }
            return property("camel.component.cliq." + option, value);
        }

        public Builder bean(String name, Object bean) {
            beans.put(name, bean);
            return this;
        }

        public ClickServer start() {
            return new ClickServer(this);
        }
    }

    public CamelContext context() {
        return main.getCamelContext();
    }

    public int port() {
        return router().getServer().getPort();
    }

    private VertxPlatformHttpRouter router() {
        return VertxPlatformHttpRouter.lookup(context(), VertxPlatformHttpRouter.PLATFORM_HTTP_ROUTER_NAME_ZERO);
    }

    /** How many of the server's threads wait for the answer to a click. */
    public int waiting() {
        return context()
                .getCamelContextExtension()
                .getContextPlugin(AsyncProcessorAwaitManager.class)
                .size();
    }

    /** Has the server do something before it writes an answer, on its event loop. */
    public void onAnswer(Callable<Void> step) {
        router().route().order(-1).handler(request -> {
            request.addHeadersEndHandler(answer -> {
                try {
                    step.call();
                } catch (Exception e) {
                    throw new IllegalStateException(e);
                }
            });
            request.next();
        });
    }

    public URI uri(String path) {
        return URI.create("http://127.0.0.1:" + port() + path);
    }

    /** A click on a button of that function, now. */
    public Answer click(String function) {
        return post(Clicks.bytes(Clicks.sample(function, Instant.now())));
    }

    /** Any JSON, signed. */
    public Answer post(JsonNode call) {
        return post(Clicks.bytes(call));
    }

    /** Any bytes, signed. */
    public Answer post(byte[] body) {
        return post(body, KEY.sign(body));
    }

    public Answer post(byte[] body, String signature) {
        return send(request(PATH, body).header("X-Cliq-Signature", signature));
    }

    public CompletableFuture<Answer> postAsync(byte[] body) {
        return postAsync(body, KEY.sign(body));
    }

    public CompletableFuture<Answer> postAsync(byte[] body, String signature) {
        return CLIQ.sendAsync(
                        request(PATH, body)
                                .header("X-Cliq-Signature", signature)
                                .build(),
                        BodyHandlers.ofString())
                .thenApply(Answer::of);
    }

    /** A post of JSON to be completed, unsigned. */
    public HttpRequest.Builder request(String path, byte[] body) {
        return HttpRequest.newBuilder(uri(path))
                .timeout(Duration.ofMinutes(2))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofByteArray(body));
    }

    public Answer send(HttpRequest.Builder request) {
        try {
            return Answer.of(CLIQ.send(request.build(), BodyHandlers.ofString()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        main.stop();
    }

    /** What came back. */
    public record Answer(int status, String body, HttpResponse<String> response) {

        static Answer of(HttpResponse<String> response) {
            return new Answer(response.statusCode(), response.body(), response);
        }

        public JsonNode json() {
            try {
                return JSON.readTree(body);
            } catch (IOException e) {
                throw new UncheckedIOException(body, e);
            }
        }

        /** What Cliq shows. */
        public JsonNode output() {
            return json().path("output");
        }
    }
}
