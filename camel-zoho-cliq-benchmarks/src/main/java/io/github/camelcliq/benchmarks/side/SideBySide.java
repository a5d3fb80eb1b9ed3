package io.github.camelcliq.benchmarks.side;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.camelcliq.benchmarks.report.Machine;
import io.github.camelcliq.benchmarks.report.Publication;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Posts the same message in all the ways of {@link Variant}, in this JVM, to a {@link Stub} in another, in turn within
 * each round, and has {@link SideBySideReport} tell what each did.
 */
public final class SideBySide {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Plan plan;
    private final Vertx vertx;
    private final StubProcess stub;
    private final Meter meter;
    private final PrintStream out;
    private final List<Slice> slices = new ArrayList<>();

    private SideBySide(Plan plan, Vertx vertx, StubProcess stub, PrintStream out) {
        this.plan = plan;
        this.vertx = vertx;
        this.stub = stub;
        this.meter = new Meter(stub);
        this.out = out;
    }

    /** Takes the form, full or short, the directory to write to, and the page of the guide. */
    public static void main(String[] arguments) throws Exception {
        Publication publication = Publication.of(arguments);
        Plan plan = Plan.of(publication.form());
        Machine machine = Machine.here();
        Pinning pinning = Pinning.ofThisJvm();
        // one event loop, as the component makes it for itself
        Vertx vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(1));
        try (StubProcess stub = StubProcess.start(pinning)) {
            SideBySide run = new SideBySide(plan, vertx, stub, System.out);
            run.measure();
            publication.publish(new SideBySideReport(new Run(machine, pinning.toString(), plan, run.slices)));
        } finally {
            vertx.close().toCompletionStage().toCompletableFuture().get();
        }
    }

    private void measure() throws Exception {
        for (int inFlight : plan.inFlight()) {
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
            meter.warmUp(entry.getValue(), inFlight, plan.warmUp());
        }
        for (int delay : plan.delaysMillis()) {
            stub.delay(delay);
            for (int round = 0; round < plan.rounds(); round++) {
                measure(posters, new Scene(inFlight, delay), round);
            }
        }
    }

    /** All variants, each round beginning with another one. */
    private void measure(Map<Variant, Poster> posters, Scene scene, int round) throws Exception {
        Variant[] variants = Variant.values();
        for (int turn = 0; turn < variants.length; turn++) {
            Variant variant = variants[(round + turn) % variants.length];
            slices.add(
                    meter.measure(variant, posters.get(variant), scene, round, plan.runInMillis(), plan.sliceMillis()));
        }
        out.printf("round %d of %d: %s%n", round + 1, plan.rounds(), scene);
    }

    private void checkMessage(Variant variant) throws Exception {
        JsonNode expected = JSON.readTree(BudgetMessage.json());
        JsonNode posted = JSON.readTree(stub.latestBody());
        if (!posted.equals(expected)) {
            throw new IllegalStateException(variant + " posts another message: " + posted);
        }
    }
}
