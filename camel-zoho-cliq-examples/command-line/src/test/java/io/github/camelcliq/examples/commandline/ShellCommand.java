package io.github.camelcliq.examples.commandline;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A command that runs in bash, in the background. */
final class ShellCommand implements AutoCloseable {

    private final Process shell;
    private final BufferedReader output;
    private final StringBuilder printed = new StringBuilder();

    private ShellCommand(Process shell) {
        this.shell = shell;
        output = shell.inputReader(StandardCharsets.UTF_8);
    }

    /**
     * Starts a command.
     *
     * @param home the home directory; its folder {@code bin} is the first of the path
     * @param folder where the command runs
     */
    static ShellCommand start(Path home, Path folder, String command) throws IOException {
        ProcessBuilder shell = new ProcessBuilder("bash", "-ec", command)
                .directory(folder.toFile())
                .redirectErrorStream(true);
        shell.environment().compute("PATH", (name, path) -> home.resolve("bin") + ":" + path);
        // the addresses are on this machine
        shell.environment().put("no_proxy", "*");
        return new ShellCommand(shell.start());
    }

    /** Runs a command that ends, and returns what it prints. */
    static String run(Path home, Path folder, String command) throws Exception {
        try (ShellCommand running = start(home, folder, command)) {
            running.output.lines().forEach(line -> running.printed.append(line).append('\n'));
            assertThat(running.shell.waitFor()).as(running.printed.toString()).isZero();
            return running.printed.toString().strip();
        }
    }

    /** Reads the output until a line has {@code pattern}, and returns the first group of it. */
    String await(String pattern) throws IOException {
        Pattern expected = Pattern.compile(pattern);
        String line = output.readLine();
        while (line != null) {
            printed.append(line).append('\n');
            Matcher found = expected.matcher(line);
            if (found.find()) {
                return found.group(1);
            }
            line = output.readLine();
        }
        throw new AssertionError("it ended without " + pattern + ":\n" + printed);
    }

    @Override
    public void close() {
        shell.descendants().forEach(ProcessHandle::destroy);
        shell.destroy();
        shell.onExit().join();
    }
}
