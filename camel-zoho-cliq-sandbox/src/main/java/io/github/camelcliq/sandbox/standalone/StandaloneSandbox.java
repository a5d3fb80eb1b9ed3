package io.github.camelcliq.sandbox.standalone;

import io.github.camelcliq.sandbox.Sandbox;

/**
 * A sandbox that runs by itself, started with {@code java -jar}, until it is stopped with Ctrl+C.
 *
 * <p>Its exit status is 0 after {@code --help} and {@code --version}, 1 where it cannot listen, as on a port that is
 * taken, and 2 where the command line or the configuration file is no good; standard error says what is wrong.
 */
public final class StandaloneSandbox {

    private StandaloneSandbox() {}

    /** Starts it; {@code --help} tells the options. Returns at once: the sandbox's own threads keep the JVM alive. */
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
