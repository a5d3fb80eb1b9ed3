package io.github.camelcliq.sandbox.standalone;

import io.github.camelcliq.sandbox.Sandbox;

/**
 * A sandbox that runs on its own: {@code java -jar} starts it, Ctrl+C stops it.
 *
 * <p>Its exit status is 0 after {@code --help} and {@code --version}, 1 if it cannot listen, and 2 if the command line
 * or the configuration file is wrong. Standard error says what is wrong.
 */
public final class StandaloneSandbox {

    private StandaloneSandbox() {}

    /** Starts it; {@code --help} shows the options. Returns at once. The threads of the sandbox keep the JVM alive. */
    public static void main(String[] arguments) {
        // while the command line is read and the server opens
        Sandbox.prepare();
        int status = new StartCommand(StandaloneSandbox::closeWhenTheJvmEnds)
                .commandLine()
                .execute(arguments);
        if (status != 0) {
            System.exit(status);
        }
    }

    private static void closeWhenTheJvmEnds(Sandbox sandbox) {
        Runtime.getRuntime().addShutdownHook(new Thread(sandbox::close, "sandbox-stop"));
    }
}
