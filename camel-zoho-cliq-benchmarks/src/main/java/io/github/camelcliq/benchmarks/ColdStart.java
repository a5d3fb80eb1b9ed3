package io.github.camelcliq.benchmarks;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Prints how long the standalone sandbox takes from its {@code main} to the first 200 for a post: five times, each in a
 * new JVM, after one that is not counted. It asserts nothing.
 */
public final class ColdStart {

    private static final int RUNS = 5;

    private final Path jar;
    private final PrintStream out;

    private ColdStart(Path jar, PrintStream out) {
        this.jar = jar;
        this.out = out;
    }

    /** Takes the path of the standalone jar. */
    public static void main(String[] arguments) throws Exception {
        new ColdStart(Path.of(arguments[0]), System.out).print();
    }

    private void print() throws Exception {
        measure();
        List<Long> runs = new ArrayList<>();
        for (int run = 0; run < RUNS; run++) {
            runs.add(measure());
        }
        List<Long> sorted = runs.stream().sorted().toList();
        out.printf(
                "from main to the first 200: %s ms; median %d ms%n",
                runs.stream().map(String::valueOf).collect(Collectors.joining(", ")), sorted.get(RUNS / 2));
    }

    /** @return milliseconds */
    private long measure() throws Exception {
        Process run = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-classpath",
                        jar + File.pathSeparator + ownClasses(),
                        ColdStartRun.class.getName())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (BufferedReader printed = run.inputReader()) {
            List<String> lines = printed.lines().toList();
            if (run.waitFor() != 0) {
                throw new IOException("the sandbox ended with " + run.exitValue() + ": " + lines);
            }
            return Long.parseLong(lines.get(lines.size() - 1));
        }
    }

    private static Path ownClasses() throws Exception {
        return Path.of(ColdStart.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());
    }
}
