package io.github.camelcliq.benchmarks.side;

import io.github.camelcliq.benchmarks.ChildJvm;
import java.io.IOException;
import java.util.List;

/** A {@link Stub} in a JVM of its own. */
public final class StubProcess implements AutoCloseable {

    private final ChildJvm jvm;
    private final int port;

    private StubProcess(ChildJvm jvm) throws IOException {
        this.jvm = jvm;
        this.port = Integer.parseInt(jvm.answer());
    }

    /** Starts it on the stub's cores, and waits until it listens. */
    static StubProcess start(Pinning pinning) throws IOException {
        return start(pinning.onStubsCores(), pinning.stubsCores());
    }

    /** Starts it on all cores with one event loop, and waits until it listens. */
    public static StubProcess start() throws IOException {
        return start(List.of(), 1);
    }

    private static StubProcess start(List<String> onCores, int loops) throws IOException {
        List<String> options = List.of("-Xms256m", "-Xmx256m", "-XX:+UseSerialGC");
        return new StubProcess(ChildJvm.start(onCores, options, Stub.class, String.valueOf(loops)));
    }

    /** Its address, without a slash at the end. */
    public String url() {
        return "http://127.0.0.1:" + port;
    }

    int port() {
        return port;
    }

    /** How long it waits before it answers, from now on. */
    public void delay(int millis) throws IOException {
        jvm.ask(String.valueOf(millis));
    }

    /** Answers posts with 429 for so long. */
    public void lock(int seconds) throws IOException {
        jvm.ask("lock " + seconds);
    }

    /** Messages it got so far. */
    public long posts() throws IOException {
        return Long.parseLong(jvm.ask("posts"));
    }

    /** CPU time of its JVM so far. */
    long cpuNanos() throws IOException {
        return Long.parseLong(jvm.ask("cpu"));
    }

    /** The body of the latest message. */
    String latestBody() throws IOException {
        return jvm.ask("body");
    }

    /** Ends its JVM. */
    @Override
    public void close() {
        jvm.close();
    }
}
