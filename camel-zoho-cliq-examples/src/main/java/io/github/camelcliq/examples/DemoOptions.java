package io.github.camelcliq.examples;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;

/**
 * What the demo is asked for on its command line.
 *
 * @param port where the local Cliq listens; 0 for any free port
 * @param seconds how long the demo runs; 0 until it is interrupted
 * @param events the folder of the events
 */
record DemoOptions(int port, int seconds, Path events) {

    /** That of the local Cliq by itself, as the guide has it. */
    static final int DEFAULT_PORT = 8090;

    private static final int MAX_PORT = 65_535;

    /**
     * Reads {@code demo.port} (8090 by default), {@code demo.seconds} (0 by default) and {@code demo.events} (the
     * folder {@code events} by default).
     *
     * @throws IllegalArgumentException when one cannot be what it is for; the message is for the person who typed it
     */
    static DemoOptions of(Properties properties) {
        int port = wholeNumber(properties, "demo.port", DEFAULT_PORT, MAX_PORT);
        int seconds = wholeNumber(properties, "demo.seconds", 0, Integer.MAX_VALUE);
        Path events = Path.of(properties.getProperty("demo.events", "events")).toAbsolutePath();
        if (!Files.isDirectory(events)) {
            throw new IllegalArgumentException(
                    "There is no folder of events at " + events + "; name it with -Ddemo.events=…");
        }
        return new DemoOptions(port, seconds, events);
    }

    static int wholeNumber(Properties properties, String name, int otherwise, int most) {
        String given = properties.getProperty(name, String.valueOf(otherwise));
        try {
            int number = Integer.parseInt(given);
            if (number >= 0 && number <= most) {
                return number;
            }
        } catch (NumberFormatException notANumber) {
            throw refused(name, given, most, notANumber);
        }
        throw refused(name, given, most, null);
    }

    private static IllegalArgumentException refused(String name, String given, int most, Throwable cause) {
        return new IllegalArgumentException(
                "-D" + name + " is a whole number from 0 to " + most + ", not \"" + given + "\".", cause);
    }
}
