package io.github.camelcliq.benchmarks.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where the figures of a benchmark go. */
class PublicationTest {

    private static final String BEFORE = "# Speed\n\n<!-- measured: speed -->\nold\n<!-- end -->\n\nMore.\n";
    private static final String AFTER = "# Speed\n\n<!-- measured: speed -->\n$1 new\n<!-- end -->\n\nMore.\n";

    @TempDir
    private Path directory;

    private Path page;

    private record Told(String name) implements Report {

        @Override
        public Object run() {
            return Map.of("rate", 17);
        }

        @Override
        public String markdown() {
            return "$1 new\n";
        }
    }

    @BeforeEach
    void writePage() throws IOException {
        page = Files.writeString(directory.resolve("performance.md"), BEFORE);
    }

    @Test
    void theFullFormWritesIntoTheGuide() throws IOException {
        publication("full").publish(new Told("speed"));
        assertThat(page).hasContent(AFTER);
        assertThat(directory.resolve("target/performance.md")).doesNotExist();
    }

    @Test
    void theShortFormWritesIntoACopy() throws IOException {
        publication("short").publish(new Told("speed"));
        assertThat(page).hasContent(BEFORE);
        assertThat(directory.resolve("target/performance.md")).hasContent(AFTER);
    }

    @Test
    void theFiguresGoToAFileInEitherForm() throws IOException {
        publication("short").publish(new Told("speed"));
        assertThat(directory.resolve("target/speed.json")).hasContent("{\n  \"rate\" : 17\n}");
    }

    @Test
    void aPictureGoesBesideThoseOfTheGuideOrBesideTheCopy() throws IOException {
        Files.createDirectory(directory.resolve("images"));
        publication("full").picture("speed", "<svg/>");
        publication("short").picture("weight", "<svg/>");
        assertThat(directory.resolve("images/speed.svg")).hasContent("<svg/>");
        assertThat(directory.resolve("target/weight.svg")).hasContent("<svg/>");
    }

    @Test
    void aPageWithoutAPlaceForAReportIsRefused() throws IOException {
        Publication publication = publication("full");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> publication.publish(new Told("weight")))
                .withMessageEndingWith("has no place for weight");
    }

    private Publication publication(String form) throws IOException {
        return Publication.of(form, directory.resolve("target").toString(), page.toString());
    }
}
