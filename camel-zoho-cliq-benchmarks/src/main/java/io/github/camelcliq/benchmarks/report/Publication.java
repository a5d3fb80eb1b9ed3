package io.github.camelcliq.benchmarks.report;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/**
 * Where a benchmark tells what it measured: its figures in a file, its report on standard output and in the guide, or,
 * in the short form, in a copy of the guide's page.
 */
public final class Publication {

    private static final ObjectMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private final Form form;
    private final Path directory;
    private final GuidePage page;
    private final Path images;

    private Publication(Form form, Path directory, GuidePage page, Path images) {
        this.form = form;
        this.directory = directory;
        this.page = page;
        this.images = images;
    }

    /** @param arguments of a command: the form, full or short, the directory to write to, and the page of the guide */
    public static Publication of(String... arguments) throws IOException {
        Form form = Form.of(arguments[0]);
        Path directory = Files.createDirectories(Path.of(arguments[1]));
        Path page = Path.of(arguments[2]);
        return form == Form.FULL
                ? new Publication(form, directory, new GuidePage(page), page.resolveSibling("images"))
                : new Publication(form, directory, new GuidePage(copy(page, directory)), directory);
    }

    private static Path copy(Path page, Path directory) throws IOException {
        return Files.copy(page, directory.resolve(page.getFileName()), StandardCopyOption.REPLACE_EXISTING);
    }

    public Form form() {
        return form;
    }

    public void publish(Report report) throws IOException {
        JSON.writeValue(directory.resolve(report.name() + ".json").toFile(), report.run());
        page.write(report);
    }

    /** Writes a picture in SVG beside the others of the guide or, in the short form, beside the copy. */
    public void picture(String name, String svg) throws IOException {
        Files.writeString(images.resolve(name + ".svg"), svg);
    }
}
