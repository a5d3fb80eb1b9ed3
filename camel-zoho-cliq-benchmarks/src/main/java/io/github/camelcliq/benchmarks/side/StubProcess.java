package io.github.camelcliq.benchmarks.side;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A {@link Stub} in a JVM of its own, which is asked a word a line and answers a line. */
final class StubProcess implements AutoCloseable {

    private final Process process;
    private final BufferedReader answers;
    private final PrintWriter words;
    private final int port;

    private StubProcess(Process process) throws IOException {
        this.process = process;
        this.answers = process.inputReader(StandardCharsets.UTF_8);
        this.words = new PrintWriter(process.outputWriter(StandardCharsets.UTF_8), true);
        this.port = Integer.parseInt(answer());
    }

    /** Starts it with this JVM's Java and class path on the stub's cores, and waits until it listens. */
    static StubProcess start(Pinning pinning) throws IOException {
        List<String> command = new ArrayList<>(pinning.onStubsCores());
        command.addAll(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xms256m",
                "-Xmx256m",
                "-XX:+UseSerialGC",
                "-classpath",
                System.getProperty("java.class.path"),
                Stub.class.getName(),
                String.valueOf(pinning.stubsCores())));
        return new StubProcess(new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start());
    }

    /** Its address, without a slash at the end. */
    String url() {
        return "http://127.0.0.1:" + port;
    }

    int port() {
        return port;
    }

    /** How long it waits before it answers, from now on. */
    void delay(int millis) throws IOException {
        ask(String.valueOf(millis));
    }

    /** Messages it got so far. */
    long posts() throws IOException {
        return Long.parseLong(ask("posts"));
    }

    /** CPU time of its JVM so far. */
    long cpuNanos() throws IOException {
        return Long.parseLong(ask("cpu"));
    }

    /** The body of the latest message. */
    String latestBody() throws IOException {
        return ask("body");
    }

    private String ask(String word) throws IOException {
        words.println(word);
        return answer();
    }

    private String answer() throws IOException {
        String line = answers.readLine();
        if (line == null) {
            throw new IOException("the stub's JVM has ended");
        }
        return line;
    }

    /** Ends its JVM. */
    @Override
    public void close() {
        words.close();
        process.destroy();
    }
}
