package io.github.camelcliq.examples;

import io.github.camelcliq.sandbox.Sandbox;
import io.github.camelcliq.sandbox.config.SandboxFile;
import io.github.camelcliq.sandbox.organisation.CliqFunction;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.net.MalformedURLException;
import java.net.ServerSocket;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.camel.CamelContext;
import org.apache.camel.Route;
import org.apache.camel.component.platform.http.vertx.VertxPlatformHttpRouter;
import org.apache.camel.main.Main;

/**
 * An example: a camel-main application that consists of the files in one folder. The folder is the first entry of its
 * class path, as {@code src/main/resources} is in a project. Its clicks come from a local Cliq, which learns the
 * functions from the routes.
 */
public final class Example implements AutoCloseable {

    private static final String FUNCTION = "cliq://function/";
    private static final String PORT_TAKEN = "Stop the program that uses it.";

    private final Main main = new Main();
    private final URLClassLoader files;

    private Example(Path folder) {
        files = new URLClassLoader(new URL[] {url(folder)}, Example.class.getClassLoader());
    }

    /**
     * Starts a local Cliq and an example. Ends with 0 after {@code example.seconds} or Ctrl+C, with 1 when the example
     * cannot start, and with 2 when an option is wrong or the port of the local Cliq is taken.
     *
     * <p>System properties: {@code example} is the name of a folder in {@code example.folder}; {@code example.seconds}
     * is 0 for an example that runs until Ctrl+C.
     */
    public static void main(String[] args) throws Exception {
        Path folder;
        int seconds;
        List<Sandbox> cliqs;
        try {
            Properties given = System.getProperties();
            folder = folder(Path.of(given.getProperty("example.folder", ".")), given.getProperty("example", ""));
            seconds = DemoOptions.wholeNumber(given, "example.seconds", 0, Integer.MAX_VALUE);
            cliqs = localCliqs(folder);
        } catch (IllegalArgumentException refused) {
            System.err.println(refused.getMessage());
            System.exit(2);
            return;
        }
        try (Example example = start(cliqs.get(0), folder, Map.of())) {
            example.run(cliqs, folder, seconds);
        } finally {
            cliqs.forEach(Sandbox::close);
        }
        System.exit(0);
    }

    /**
     * Starts the local Cliq that all examples have, and one more for each configuration file {@code cliq-*.yaml} of an
     * example.
     *
     * @throws IllegalArgumentException when a port is taken
     */
    private static List<Sandbox> localCliqs(Path folder) throws IOException {
        List<Sandbox> cliqs = new ArrayList<>();
        cliqs.add(Demo.localCliq(Sandbox.builder().port(DemoOptions.DEFAULT_PORT), PORT_TAKEN));
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "cliq-*.yaml")) {
            for (Path file : files) {
                cliqs.add(Demo.localCliq(SandboxFile.read(file).builder(), PORT_TAKEN));
            }
        }
        return cliqs;
    }

    /**
     * Starts it, and tells the local Cliq where the clicks go.
     *
     * @param cliq where it posts
     * @param folder its files
     * @param overrides properties that replace those of its {@code application.properties}
     * @throws IllegalStateException if its port is taken
     */
    static Example start(Sandbox cliq, Path folder, Map<String, String> overrides) {
        requireFreePort(folder, overrides);
        Example example = new Example(folder);
        try {
            example.start(cliq, overrides);
        } catch (RuntimeException failed) {
            example.close();
            throw failed;
        }
        return example;
    }

    /** Camel only warns of a taken port, and starts without a server. */
    private static void requireFreePort(Path folder, Map<String, String> overrides) {
        Properties properties = new Properties();
        try (Reader file = Files.newBufferedReader(folder.resolve("application.properties"))) {
            properties.load(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        properties.putAll(overrides);
        int port = Integer.parseInt(properties.getProperty("camel.server.port", "8080"));
        try {
            new ServerSocket(port).close();
        } catch (IOException taken) {
            throw new IllegalStateException(
                    "The example cannot listen on port " + port + ": " + taken.getMessage()
                            + ". Stop the program that uses it, or set camel.server.port in application.properties.",
                    taken);
        }
    }

    private void start(Sandbox cliq, Map<String, String> overrides) {
        // what curl gets from the local Cliq in a project of one's own
        main.addOverrideProperty("camel.component.cliq.public-key", cliq.publicKey());
        overrides.forEach(main::addOverrideProperty);
        Thread starter = Thread.currentThread();
        ClassLoader usual = starter.getContextClassLoader();
        starter.setContextClassLoader(files);
        try {
            main.start();
        } finally {
            starter.setContextClassLoader(usual);
        }
        for (Route route : context().getRoutes()) {
            String uri = route.getEndpoint().getEndpointBaseUri();
            if (uri.startsWith(FUNCTION)) {
                cliq.function(CliqFunction.of(
                        uri.substring(FUNCTION.length()), serverUrl(context()) + DemoApplication.CLICKS_PATH));
            }
        }
    }

    /** Returns where the HTTP server of an application listens. */
    static String serverUrl(CamelContext context) {
        VertxPlatformHttpRouter router = context.getRegistry().findSingleByType(VertxPlatformHttpRouter.class);
        return "http://127.0.0.1:" + router.getServer().getPort();
    }

    CamelContext context() {
        return main.getCamelContext();
    }

    private void run(List<Sandbox> cliqs, Path folder, int seconds) throws InterruptedException {
        System.out.println();
        for (Sandbox cliq : cliqs) {
            System.out.println("A local Cliq is listening at " + cliq.baseUrl() + ". Its page shows the messages.");
        }
        System.out.println("The example " + folder.getFileName() + " is listening at " + serverUrl(context()) + ".");
        System.out.println("Its files are in " + folder + ".");
        System.out.println(seconds == 0 ? "Stop it with Ctrl+C." : "It stops by itself after " + seconds + " seconds.");
        System.out.println();
        main.getShutdownStrategy().await(seconds == 0 ? Integer.MAX_VALUE : seconds, TimeUnit.SECONDS);
    }

    @Override
    public void close() {
        main.stop();
        try {
            files.close();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** @throws IllegalArgumentException if there is no such example; the message lists the examples */
    static Path folder(Path parent, String name) throws IOException {
        List<String> names = names(parent);
        if (!names.contains(name)) {
            throw new IllegalArgumentException(
                    "-Dexample is one of " + String.join(", ", names) + ", not \"" + name + "\".");
        }
        return parent.resolve(name).toAbsolutePath().normalize();
    }

    private static List<String> names(Path parent) throws IOException {
        try (Stream<Path> folders = Files.list(parent)) {
            return folders.filter(folder -> Files.exists(folder.resolve("application.properties")))
                    .map(folder -> folder.getFileName().toString())
                    .sorted()
                    .collect(Collectors.toList());
        }
    }

    private static URL url(Path folder) {
        try {
            return folder.toUri().toURL();
        } catch (MalformedURLException impossible) {
            throw new IllegalArgumentException(impossible);
        }
    }
}
