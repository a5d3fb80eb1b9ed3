package io.github.camelcliq.benchmarks.start;

import org.apache.camel.Exchange;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.main.Main;

/**
 * One application in a JVM of its own: starts, posts, and prints how many microseconds that took from the beginning of
 * its {@code main} to the first 204.
 */
final class FirstPost {

    private FirstPost() {}

    /** Takes the name of an {@link Application}, and the address of whoever takes the post. */
    public static void main(String[] arguments) throws Exception {
        long start = System.nanoTime();
        Application application = Application.valueOf(arguments[0]);
        Main main = new Main();
        application.configure(main, arguments[1]);
        main.start();
        ProducerTemplate template = main.getCamelContext().createProducerTemplate();
        Exchange posted = template.send(
                Application.START, exchange -> exchange.getMessage().setBody(application.message()));
        long took = System.nanoTime() - start;
        if (posted.getException() != null) {
            throw posted.getException();
        }
        Object status = posted.getMessage().getHeader(application.statusHeader());
        if (!Integer.valueOf(204).equals(status)) {
            throw new IllegalStateException("answered with " + status);
        }
        System.out.println(took / 1_000);
        main.stop();
    }
}
