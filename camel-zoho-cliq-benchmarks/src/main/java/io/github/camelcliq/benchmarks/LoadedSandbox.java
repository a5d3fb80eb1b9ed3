package io.github.camelcliq.benchmarks;

import java.io.IOException;

/** A sandbox in a JVM of its own, which is asked a word a line and answers a number a line. */
final class LoadedSandbox implements AutoCloseable {

    private final ChildJvm jvm;
    private final int port;

    private LoadedSandbox(ChildJvm jvm) throws IOException {
        this.jvm = jvm;
        this.port = Integer.parseInt(jvm.answer());
    }

    /** Starts it, and waits until it listens. */
    static LoadedSandbox start() throws IOException {
        return new LoadedSandbox(ChildJvm.start(SandboxUnderLoad.class));
    }

    int port() {
        return port;
    }

    /** How many bytes of heap it uses after a collection. */
    long heap() throws IOException {
        return Long.parseLong(jvm.ask("heap"));
    }

    /** How many messages it has accepted. */
    long accepted() throws IOException {
        return Long.parseLong(jvm.ask("accepted"));
    }

    /** Ends its JVM. */
    @Override
    public void close() {
        jvm.close();
    }
}
