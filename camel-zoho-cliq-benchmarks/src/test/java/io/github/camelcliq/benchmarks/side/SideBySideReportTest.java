package io.github.camelcliq.benchmarks.side;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelcliq.benchmarks.report.Form;
import io.github.camelcliq.benchmarks.report.Machine;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the page says of a run. */
class SideBySideReportTest {

    private static final Machine MACHINE = new Machine("a processor", 2, "17", "Copy", 989, "4.18.0", "2026-11-23");

    private static final WarmUp BEGUN = WarmUp.of(new Stage(64, 14));

    @Test
    void itSaysWhenTheCompilersCameToRest() {
        assertThat(report(BEGUN.afterTurn(9_000, 10_000).afterTurn(150, 10_000)))
                .contains("64 in flight, turn 2 of at most 14, compiling for 1.5 % of it.")
                .doesNotContain("not at rest");
    }

    @Test
    void itSaysThatTheCompilersDidNotComeToRest() {
        assertThat(report(BEGUN.afterTurn(9_000, 10_000)))
                .contains("64 in flight, turn 1 of at most 14, compiling for 90.0 % of it, **not at rest**.");
    }

    @Test
    void itHasARowForEachVariantAndNoFigureThatWasNotMeasured() {
        assertThat(report(BEGUN).lines().filter(line -> line.startsWith("| ") && line.endsWith(" not measured |")))
                .hasSize(Variant.values().length)
                .allSatisfy(
                        row -> assertThat(row).containsSubsequence(" 1.00 ", " too few rounds ", " 1 µs ", " 6,000 "));
    }

    private String report(WarmUp warmUp) {
        List<Slice> slices = Arrays.stream(Variant.values())
                .map(variant -> new Slice(variant, 64, 0, 0, 1_000, 1_000_000, 1_000_000, 6_000_000, 0, 500_000))
                .toList();
        Run run = new Run(MACHINE, "not pinned", Plan.of(Form.FULL), List.of(warmUp), slices);
        return new SideBySideReport(run).markdown();
    }
}
