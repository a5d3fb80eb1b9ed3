package io.github.camelcliq.benchmarks.side;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.github.camelcliq.benchmarks.report.Machine;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Posts the same message in all the ways of {@link Variant}, in this JVM, to a {@link Stub} in another, in turn within
 * each round, and writes what each did to a file, of which {@link SideBySideReport} makes tables and plots.
 */
public final class SideBySide {

    private static final ObjectMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private final Form form;
    private final Vertx vertx;
    private final StubProcess stub;
    private final Meter meter;
    private final PrintStream out;
    private final List<Slice> slices = new ArrayList<>();

    private SideBySide(Form form, Vertx vertx, StubProcess stub, PrintStream out) {
        this.form = form;
        this.vertx = vertx;
        this.stub = stub;
        this.meter = new Meter(stub);
        this.out = out;
    }

    /**
     * Takes the form, full or short, the directory to write to, and the page of the guide. A full run is written into
     * the page, a short one into a copy of it in the directory.
     */
    public static void main(String[] arguments) throws Exception {
        Form form = Form.valueOf(arguments[0].toUpperCase(Locale.ROOT));
        Path directory = Files.createDirectories(Path.of(arguments[1]));
        Path file = directory.resolve("side-by-side.json");
        Machine machine = Machine.here();
        Pinning pinning = Pinning.ofThisJvm();
        // one event loop, as the component makes it for itself
        Vertx vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(1));
        try (StubProcess stub = StubProcess.start(pinning)) {
            SideBySide run = new SideBySide(form, vertx, stub, System.out);
            run.measure();
            JSON.writeValue(file.toFile(), new Run(machine, pinning.toString(), form, run.slices));
        } finally {
            vertx.close().toCompletionStage().toCompletableFuture().get();
        }
        Path page = pageFor(form, Path.of(arguments[2]), directory);
        SideBySideReport.main(new String[] {file.toString(), page.toString()});
    }

    private static Path pageFor(Form form, Path page, Path directory) throws IOException {
        return form == Form.FULL
                ? page
                : Files.copy(page, directory.resolve(page.getFileName()), StandardCopyOption.REPLACE_EXISTING);
    }

    private void measure() throws Exception {
        for (int inFlight : form.inFlight()) {
            Map<Variant, Poster> posters = new EnumMap<>(Variant.class);
            try {
                for (Variant variant : Variant.values()) {
                    posters.put(variant, variant.open(vertx, stub, inFlight));
                }
                measure(posters, inFlight);
            } finally {
                for (Poster poster : posters.values()) {
                    poster.close();
                }
            }
        }
    }

    private void measure(Map<Variant, Poster> posters, int inFlight) throws Exception {
        stub.delay(0);
        for (Map.Entry<Variant, Poster> entry : posters.entrySet()) {
            meter.warmUp(entry.getValue(), inFlight, 1);
            checkMessage(entry.getKey());
            meter.warmUp(entry.getValue(), inFlight, form.warmUp());
        }
        for (int delay : form.delaysMillis()) {
            stub.delay(delay);
            for (int round = 0; round < form.rounds(); round++) {
                measure(posters, new Scene(inFlight, delay), round);
            }
        }
    }

    /** All variants, each round beginning with another one. */
    private void measure(Map<Variant, Poster> posters, Scene scene, int round) throws Exception {
        Variant[] variants = Variant.values();
        for (int turn = 0; turn < variants.length; turn++) {
            Variant variant = variants[(round + turn) % variants.length];
            slices.add(meter.measure(variant, posters.get(variant), scene, round, form.runIn(), form.slice()));
        }
        out.printf("round %d of %d: %s%n", round + 1, form.rounds(), scene);
    }

    private void checkMessage(Variant variant) throws Exception {
        JsonNode expected = JSON.readTree(BudgetMessage.json());
        JsonNode posted = JSON.readTree(stub.latestBody());
        if (!posted.equals(expected)) {
            throw new IllegalStateException(variant + " posts another message: " + posted);
        }
    }
}
