package io.github.camelcliq.docs;

import io.github.camelcliq.internal.view.CliqMeter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** The table of the meters, with the names that Micrometer's own registry for Prometheus gives them. */
final class MeterTable {

    private MeterTable() {}

    static String render() {
        StringBuilder table = new StringBuilder(
                "| Meter | In Prometheus | Type | Tags | What it shows |\n| --- | --- | --- | --- | --- |\n");
        for (CliqMeter meter : CliqMeter.values()) {
            table.append("| `" + meter.id() + "` | " + quoted(namesInPrometheus(meter)) + " | "
                    + meter.type().name().toLowerCase(Locale.ROOT) + " | " + quoted(meter.tags()) + " | "
                    + meter.meaning() + " |\n");
        }
        return table.toString();
    }

    private static String quoted(List<String> names) {
        return names.stream().map(name -> "`" + name + "`").collect(Collectors.joining(", "));
    }

    /** Returns the tags of each name that Prometheus knows. */
    static Map<String, List<String>> tagsInPrometheus() {
        Map<String, List<String>> tags = new LinkedHashMap<>();
        for (CliqMeter meter : CliqMeter.values()) {
            namesInPrometheus(meter).forEach(name -> tags.put(name, meter.tags()));
        }
        return tags;
    }

    private static List<String> namesInPrometheus(CliqMeter meter) {
        PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
        register(meter, registry);
        return registry.scrape()
                .lines()
                .filter(Predicate.not(line -> line.startsWith("#")))
                .map(line -> line.split("[ {]")[0])
                .sorted()
                .toList();
    }

    private static void register(CliqMeter meter, MeterRegistry registry) {
        switch (meter.type()) {
            case COUNTER -> registry.counter(meter.id());
            case TIMER -> registry.timer(meter.id());
            case GAUGE -> registry.gauge(meter.id(), 0);
        }
    }
}
