package io.github.camelcliq.internal.click;

import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.apache.camel.CamelContext;

/** Opens paths on the application's HTTP server. Without a server, the error says which dependency to add. */
final class HttpServers {

    private static final String ADVICE =
            "; if the application has no HTTP server, add the dependency org.apache.camel:camel-platform-http-main and the property"
                    + " camel.server.enabled=true (camel-main), or the dependency"
                    + " org.apache.camel.springboot:camel-platform-http-starter (Spring Boot), or"
                    + " org.apache.camel.quarkus:camel-quarkus-platform-http (Quarkus)";

    private HttpServers() {}

    /**
     * Opens a path.
     *
     * @throws IllegalStateException if the application has no HTTP server that Camel knows
     */
    static ClickServer open(
            CamelContext context, String path, BiConsumer<ClickRequest, Consumer<ClickResponse>> clicks) {
        try {
            return new PlatformHttpServer(context, path, clicks);
        } catch (NoClassDefFoundError notThere) {
            throw new IllegalStateException(
                    "Clicks cannot be received, since camel-platform-http is missing" + ADVICE, notThere);
        } catch (Exception noServer) {
            throw new IllegalStateException(
                    "Clicks cannot be received, since the path " + path + " could not be opened on an HTTP server ("
                            + noServer.getMessage() + ")" + ADVICE,
                    noServer);
        }
    }
}
