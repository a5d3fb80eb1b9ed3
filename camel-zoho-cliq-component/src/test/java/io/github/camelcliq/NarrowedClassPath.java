package io.github.camelcliq;

import java.io.File;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.Arrays;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import org.apache.camel.CamelContext;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;

/** Runs an application on the class path of the tests, without a library. */
final class NarrowedClassPath {

    private NarrowedClassPath() {}

    /**
     * Runs an application whose class has a public constructor without parameters.
     *
     * @param library a regular expression for a part of the file names that are left out
     */
    static String call(String library, Class<? extends Application> application) throws Exception {
        try (URLClassLoader without = new URLClassLoader(classpath(library), ClassLoader.getPlatformClassLoader())) {
            ClassLoader before = Thread.currentThread().getContextClassLoader();
            Thread.currentThread().setContextClassLoader(without);
            try {
                Callable<?> loaded = (Callable<?>) without.loadClass(application.getName())
                        .getDeclaredConstructor()
                        .newInstance();
                return (String) loaded.call();
            } finally {
                Thread.currentThread().setContextClassLoader(before);
            }
        }
    }

    private static URL[] classpath(String library) {
        return Arrays.stream(System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"))
                        .split(File.pathSeparator))
                .filter(Pattern.compile(library).asPredicate().negate())
                .map(NarrowedClassPath::url)
                .toArray(URL[]::new);
    }

    private static URL url(String entry) {
        try {
            return new File(entry).toURI().toURL();
        } catch (MalformedURLException e) {
            throw new IllegalArgumentException(e);
        }
    }

    /** Starts a route that posts, then one that needs the library, and gives what is said of the second. */
    public abstract static class Application implements Callable<String> {

        private final String from;
        private final String to;

        protected Application(String from, String to) {
            this.from = from;
            this.to = to;
        }

        @Override
        public String call() throws Exception {
            try (CamelContext context = new DefaultCamelContext()) {
                context.start();
                context.getComponent("cliq", CliqComponent.class)
                        .getDefaultAccount()
                        .setAccessToken("token");
                context.addRoutes(route("direct:post", "cliq:chat/x"));
                try {
                    context.addRoutes(route(from, to));
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
