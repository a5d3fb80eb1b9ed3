package io.github.camelcliq.benchmarks;

import io.github.camelcliq.sandbox.Sandbox;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryMXBean;
import java.nio.charset.StandardCharsets;

/** What runs in the JVM of a {@link LoadedSandbox}: tells its port, then answers words until there are no more. */
final class SandboxUnderLoad {

    /** Some memory is free only once what has been finalised by one collection is collected by the next. */
    private static final int COLLECTIONS = 5;

    private SandboxUnderLoad() {}

    /** Takes no arguments; ends with its standard input. */
    public static void main(String[] arguments) throws IOException {
        BufferedReader words = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        try (Sandbox sandbox = Sandbox.builder().start()) {
            System.out.println(sandbox.port());
            for (String word = words.readLine(); word != null; word = words.readLine()) {
                System.out.println(
                        word.equals("heap") ? heap() : sandbox.budget().accepted());
            }
        }
    }

    private static long heap() {
        MemoryMXBean memory = ManagementFactory.getMemoryMXBean();
        for (int collection = 0; collection < COLLECTIONS; collection++) {
            memory.gc();
        }
        return memory.getHeapMemoryUsage().getUsed();
    }
}
