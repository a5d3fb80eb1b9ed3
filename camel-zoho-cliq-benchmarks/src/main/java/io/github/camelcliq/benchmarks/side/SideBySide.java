package io.github.camelcliq.benchmarks.side;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.camelcliq.benchmarks.report.Machine;
import io.github.camelcliq.benchmarks.report.Publication;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import java.io.PrintStream;
import java.lang.management.CompilationMXBean;
import java.lang.management.ManagementFactory;
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
    private final CompilationMXBean compilers = ManagementFactory.getCompilationMXBean();
    private final List<WarmUp> warmUps = new ArrayList<>();
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
            publication.publish(
                    new SideBySideReport(new Run(machine, pinning.toString(), plan, run.warmUps, run.slices)));
        } finally {
            vertx.close().toCompletionStage().toCompletableFuture().get();
        }
    }

    private void measure() throws Exception {
        for (Stage stage : plan.stages()) {
            Map<Variant, Poster> posters = new EnumMap<>(Variant.class);
            try {
                for (Variant variant : Variant.values()) {
                    posters.put(variant, variant.open(vertx, stub, stage.inFlight()));
                }
                measure(posters, stage);
            } finally {
                for (Poster poster : posters.values()) {
                    poster.close();
                }
            }
        }
    }

    private void measure(Map<Variant, Poster> posters, Stage stage) throws Exception {
        stub.delay(0);
        checkMessages(posters);
        warmUps.add(warmUp(posters, stage));
        for (Rounds rounds : plan.rounds()) {
            stub.delay(rounds.delayMillis());
            for (int round = 0; round < rounds.number(); round++) {
                measure(posters, new Scene(stage.inFlight(), rounds.delayMillis()), round, rounds.sliceMillis());
                out.printf("round %d: %d in flight, %s%n", round + 1, stage.inFlight(), rounds);
            }
        }
    }

    /** All variants, each round beginning with another one. */
    private void measure(Map<Variant, Poster> posters, Scene scene, int round, int sliceMillis) throws Exception {
        Variant[] variants = Variant.values();
        for (int turn = 0; turn < variants.length; turn++) {
            Variant variant = variants[(round + turn) % variants.length];
            slices.add(meter.measure(variant, posters.get(variant), scene, round, plan.runInMillis(), sliceMillis));
        }
    }

    private WarmUp warmUp(Map<Variant, Poster> posters, Stage stage) throws Exception {
        WarmUp warmUp = WarmUp.of(stage);
        while (warmUp.goesOn()) {
            long compiledBefore = compilers.getTotalCompilationTime();
            long began = System.nanoTime();
            int messages = warmUp.turns() == 0 ? plan.warmUpMessages() : 0;
            for (Poster poster : posters.values()) {
                meter.warmUp(poster, stage.inFlight(), messages, plan.turnMillis());
            }
            long tookMillis = (System.nanoTime() - began) / 1_000_000;
            warmUp = warmUp.afterTurn(compilers.getTotalCompilationTime() - compiledBefore, tookMillis);
            out.println("warm-up: " + warmUp);
        }
        return warmUp;
    }

    private void checkMessages(Map<Variant, Poster> posters) throws Exception {
        for (Map.Entry<Variant, Poster> entry : posters.entrySet()) {
            meter.warmUp(entry.getValue(), 1, 1, 0);
            checkMessage(entry.getKey());
        }
    }

    private void checkMessage(Variant variant) throws Exception {
        JsonNode expected = JSON.readTree(BudgetMessage.json());
        JsonNode posted = JSON.readTree(stub.latestBody());
        if (!posted.equals(expected)) {
            throw new IllegalStateException(variant + " posts another message: " + posted);
        }
    }
}
