package io.github.camelcliq.benchmarks;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** A sandbox in a JVM of its own, which is asked a word a line and answers a number a line. */
final class LoadedSandbox implements AutoCloseable {

    private final Process process;
    private final BufferedReader answers;
    private final PrintWriter words;
    private final int port;

    private LoadedSandbox(Process process) throws IOException {
        this.process = process;
        this.answers = process.inputReader(StandardCharsets.UTF_8);
        this.words = new PrintWriter(process.outputWriter(StandardCharsets.UTF_8), true);
        this.port = Math.toIntExact(answer());
    }

    /** Starts it with this JVM's Java and class path, and waits until it listens. */
    static LoadedSandbox start() throws IOException {
        return new LoadedSandbox(new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-classpath",
                        System.getProperty("java.class.path"),
                        SandboxUnderLoad.class.getName())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start());
    }

    int port() {
        return port;
    }

    /** How many bytes of heap it uses after a collection. */
    long heap() throws IOException {
        words.println("heap");
        return answer();
    }

    /** How many messages it has accepted. */
    long accepted() throws IOException {
        words.println("accepted");
        return answer();
    }

    private long answer() throws IOException {
        String line = answers.readLine();
        if (line == null) {
            throw new IOException("the sandbox's JVM has ended");
        }
        return Long.parseLong(line);
    }

    /** Ends its JVM. */
    @Override
    public void close() {
        words.close();
        process.destroy();
    }
}
