package io.github.camelcliq.benchmarks.report;

import java.io.IOException;
import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.stream.Collectors;
import org.apache.camel.CamelContext;

/**
 * Where and on what something was measured.
 *
 * @param processor its name, as the operating system has it
 * @param cores how many this JVM was started with
 * @param java version of the JVM
 * @param collector its garbage collector
 * @param heapMebibytes its largest heap
 * @param camel version of Camel
 * @param day the date in UTC
 */
public record Machine(
        String processor, int cores, String java, String collector, long heapMebibytes, String camel, String day) {

    private static final Path PROCESSORS = Path.of("/proc/cpuinfo");

    /** This JVM, as it is now: ask before it is pinned to some cores. */
    public static Machine here() throws IOException {
        String collectors = ManagementFactory.getGarbageCollectorMXBeans().stream()
                .map(GarbageCollectorMXBean::getName)
                .collect(Collectors.joining(" and "));
        return new Machine(
                processorHere(),
                Runtime.getRuntime().availableProcessors(),
                System.getProperty("java.vm.name") + " " + Runtime.version(),
                collectors,
                Runtime.getRuntime().maxMemory() >> 20,
                CamelContext.class.getPackage().getImplementationVersion(),
                LocalDate.now(ZoneOffset.UTC).toString());
    }

    private static String processorHere() throws IOException {
        if (!Files.isReadable(PROCESSORS)) {
            return System.getProperty("os.arch");
        }
        return Files.readAllLines(PROCESSORS).stream()
                .filter(line -> line.startsWith("model name"))
                .map(line -> line.substring(line.indexOf(':') + 1).strip())
                .findFirst()
                .orElse(System.getProperty("os.arch"));
    }

    /** One sentence. */
    @Override
    public String toString() {
        return "%d cores of %s, %s with %d MiB of heap (%s), Camel %s, %s"
                .formatted(cores, processor, java, heapMebibytes, collector, camel, day);
    }
}
