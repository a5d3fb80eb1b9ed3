package io.github.camelcliq.benchmarks.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A page of the guide, into which benchmarks write what they measured: between {@code <!-- measured: name -->} and
 * {@code <!-- end -->}.
 */
public final class GuidePage {

    private final Path file;

    /** @param file the page, in Markdown */
    public GuidePage(Path file) {
        this.file = file;
    }

    /**
     * Puts a report in the place of what stands between the marks of its name, and prints it.
     *
     * @throws IllegalArgumentException if the page has no such marks
     */
    public void write(Report report) throws IOException {
        String markdown = report.markdown();
        System.out.println(markdown);
        replace(report.name(), markdown);
    }

    private void replace(String name, String markdown) throws IOException {
        Pattern marked =
                Pattern.compile("(<!-- measured: " + Pattern.quote(name) + " -->\n).*?(<!-- end -->)", Pattern.DOTALL);
        Matcher place = marked.matcher(Files.readString(file));
        if (!place.find()) {
            throw new IllegalArgumentException(file + " has no place for " + name);
        }
        Files.writeString(file, place.replaceFirst("$1" + Matcher.quoteReplacement(markdown) + "$2"));
    }
}
