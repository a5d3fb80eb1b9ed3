package io.github.camelcliq.benchmarks.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A page of the guide, into which benchmarks write what they measured: between {@code <!-- measured: name -->} and
 * {@code <!-- end -->}. Plots go to {@code images/} beside it.
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
        String markdown = report.markdown(this);
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

    /**
     * Keeps a plot beside the page.
     *
     * @param name of the file, without its extension, such as {@code performance-side-rate}
     * @return Markdown that shows it
     */
    public String show(String name, BoxPlot plot) throws IOException {
        Path images = Files.createDirectories(file.resolveSibling("images"));
        plot.write(images.resolve(name + ".svg"));
        return "![" + plot.title() + "](images/" + name + ".svg)\n";
    }
}
