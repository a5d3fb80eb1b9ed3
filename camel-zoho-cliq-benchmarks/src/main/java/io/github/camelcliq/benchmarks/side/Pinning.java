package io.github.camelcliq.benchmarks.side;

import java.io.IOException;
import java.util.List;

/** Which cores this JVM runs on, and which the stub: half of them each, where the machine allows. */
final class Pinning {

    private final String ours;
    private final String stubs;
    private final int stubsCores;

    private Pinning(String ours, String stubs, int stubsCores) {
        this.ours = ours;
        this.stubs = stubs;
        this.stubsCores = stubsCores;
    }

    /** Moves all threads of this JVM to the lower half of the cores; does nothing where that cannot be done. */
    static Pinning ofThisJvm() throws IOException, InterruptedException {
        int cores = Runtime.getRuntime().availableProcessors();
        int half = cores / 2;
        String ours = range(0, half - 1);
        return half > 0 && pin(ours) ? new Pinning(ours, range(half, cores - 1), cores - half) : new Pinning("", "", 1);
    }

    private static String range(int first, int last) {
        return first == last ? String.valueOf(first) : first + "-" + last;
    }

    private static boolean pin(String cores) throws IOException, InterruptedException {
        String self = String.valueOf(ProcessHandle.current().pid());
        try {
            Process taskset = new ProcessBuilder("taskset", "-a", "-p", "-c", cores, self)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return taskset.waitFor() == 0;
        } catch (IOException noTaskset) {
            System.err.println("Not pinned: " + noTaskset.getMessage());
            return false;
        }
    }

    /** What comes before the stub's command. */
    List<String> onStubsCores() {
        return stubs.isEmpty() ? List.of() : List.of("taskset", "-c", stubs);
    }

    int stubsCores() {
        return stubsCores;
    }

    /** In words, for the report. */
    @Override
    public String toString() {
        return ours.isEmpty()
                ? "not pinned: both JVMs share all cores"
                : "the variants pinned to core " + ours + ", the stub to core " + stubs;
    }
}
