package io.github.camelcliq.benchmarks.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Locale;

/** How long a measurement takes, and whether it is worth telling. */
public enum Form {
    /** What stands in the guide. */
    FULL,
    /** To try it. */
    SHORT;

    /** @param name full or short */
    public static Form of(String name) {
        return valueOf(name.toUpperCase(Locale.ROOT));
    }

    /**
     * The page to write to: that of the guide, or, in the short form, a copy of it.
     *
     * @param copies the directory for copies
     */
    public GuidePage page(Path page, Path copies) throws IOException {
        return new GuidePage(
                this == FULL
                        ? page
                        : Files.copy(page, copies.resolve(page.getFileName()), StandardCopyOption.REPLACE_EXISTING));
    }
}
