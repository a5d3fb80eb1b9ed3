package io.github.camelcliq;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.Arrays;
import java.util.concurrent.Callable;
import org.apache.camel.CamelContext;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.Test;

/** An application without camel-platform-http posts, and says what it lacks where it wants clicks. */
class WithoutHttpServerTest {

    @Test
    void postingDoesWithoutAndClicksSayWhatToAdd() throws Exception {
        try (URLClassLoader without = new URLClassLoader(classpath(), ClassLoader.getPlatformClassLoader())) {
            ClassLoader before = Thread.currentThread().getContextClassLoader();
            Thread.currentThread().setContextClassLoader(without);
            try {
                Callable<?> application = (Callable<?>) without.loadClass(Application.class.getName())
                        .getDeclaredConstructor()
                        .newInstance();

                assertThat((String) application.call())
                        .contains("Clicks cannot be received, since camel-platform-http is missing")
                        .contains("org.apache.camel:camel-platform-http-main")
                        .contains("camel.server.enabled=true")
                        .contains("camel-platform-http-starter");
            } finally {
                Thread.currentThread().setContextClassLoader(before);
            }
        }
    }

    /** That of the tests, without camel-platform-http and what brings it. */
    private static URL[] classpath() {
        return Arrays.stream(System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"))
                        .split(File.pathSeparator))
                .filter(entry -> !entry.contains("platform-http"))
                .map(WithoutHttpServerTest::url)
                .toArray(URL[]::new);
    }

    private static URL url(String entry) {
        try {
            return new File(entry).toURI().toURL();
        } catch (MalformedURLException e) {
            throw new IllegalArgumentException(e);
        }
    }

    /** Starts a route that posts, then one that takes clicks, and gives what is said of the second. */
    public static final class Application implements Callable<String> {

        @Override
        public String call() throws Exception {
            try (CamelContext context = new DefaultCamelContext()) {
                context.start();
                context.getComponent("cliq", CliqComponent.class)
                        .getDefaultAccount()
                        .setAccessToken("token");
                context.addRoutes(route("direct:post", "cliq:chat/x"));
                try {
                    context.addRoutes(route("cliq:function/x?verification=NONE", "log:x"));
                    return "started";
                } catch (Exception refused) {
                    return String.valueOf(refused);
                }
            }
        }

        private static RouteBuilder route(String from, String to) {
            return new RouteBuilder() {
                @Override
                public void configure() {
                    from(from).to(to);
                }
            };
        }
    }
}
