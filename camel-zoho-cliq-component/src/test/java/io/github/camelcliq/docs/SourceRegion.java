package io.github.camelcliq.docs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Lines of these tests that the guide shows: what is shown is what is compiled and run. */
final class SourceRegion {

    private static final Path HERE = Path.of("src/test/java/io/github/camelcliq/docs");

    private SourceRegion() {}

    /** The lines between {@code // docs: NAME} and {@code // end} of a class here, by {@code Class#NAME}. */
    static String of(String reference) {
        String[] parts = reference.split("#", 2);
        Matcher region = Pattern.compile("// docs: " + Pattern.quote(parts[1]) + "\n(.*?)\n *// end\n", Pattern.DOTALL)
                .matcher(source(parts[0]));
        if (!region.find()) {
            throw new IllegalArgumentException("no region " + reference);
        }
        return region.group(1).stripIndent();
    }

    /** A class here as somebody may take it to a project of their own: all of it but its package. */
    static String wholeTest(String className) {
        return source(className).replaceFirst("(?m)^package .*\\R\\R", "");
    }

    private static String source(String className) {
        try {
            return Files.readString(HERE.resolve(className + ".java")).replace("\r\n", "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
