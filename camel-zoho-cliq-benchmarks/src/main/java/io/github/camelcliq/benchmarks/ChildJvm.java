package io.github.camelcliq.benchmarks;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A JVM with the Java and the class path of this one. It reads a word a line from its standard input, and writes its
 * answers to its standard output, a line each. What it logs goes to this JVM's standard error.
 */
public final class ChildJvm implements AutoCloseable {

    private final Process process;
    private final BufferedReader answers;
    private final PrintWriter words;

    private ChildJvm(Process process) {
        this.process = process;
        this.answers = process.inputReader(StandardCharsets.UTF_8);
        this.words = new PrintWriter(process.outputWriter(StandardCharsets.UTF_8), true);
    }

    /** Starts a class that has a {@code main}, with the JVM's own options. */
    public static ChildJvm start(Class<?> main, String... arguments) throws IOException {
        return start(List.of(), List.of(), main, arguments);
    }

    /**
     * Starts a class that has a {@code main}.
     *
     * @param prefix what stands before the command, such as the choice of cores; may be empty
     * @param options of the JVM
     */
    public static ChildJvm start(List<String> prefix, List<String> options, Class<?> main, String... arguments)
            throws IOException {
        List<String> command = new ArrayList<>(prefix);
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(options);
        command.addAll(List.of("-classpath", System.getProperty("java.class.path"), main.getName()));
        command.addAll(List.of(arguments));
        return new ChildJvm(new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start());
    }

    /** Says a word, and waits for the answer to it. */
    public String ask(String word) throws IOException {
        say(word);
        return answer();
    }

    /** Says a word that has no answer, or a later one. */
    public void say(String word) {
        words.println(word);
    }

    /**
     * Waits for the next line.
     *
     * @throws IOException if the JVM has ended
     */
    public String answer() throws IOException {
        String line = answers.readLine();
        if (line == null) {
            throw new IOException("the JVM of " + process.info().command().orElse("a child") + " has ended");
        }
        return line;
    }

    /** Ends its input, so that it can end by itself. */
    public void endInput() {
        words.close();
    }

    /** Ends the JVM as {@code kill -9} does, and waits for its end. */
    public void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    /** Ends the input of the JVM, and the JVM. */
    @Override
    public void close() {
        endInput();
        process.destroy();
    }
}
