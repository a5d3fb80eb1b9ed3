package io.github.camelcliq.docs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Lines of these tests that the guide shows: what is shown is what is compiled and run. */
final class SourceRegion {

    private static final Path ROOT = Path.of("..");
    private static final Path HERE = Path.of("src/test/java/io/github/camelcliq/docs");

    private SourceRegion() {}

    /** The lines between {@code // docs: NAME} and {@code // end} of a class here, by {@code Class#NAME}. */
    static String of(String reference) {
        String[] parts = reference.split("#", 2);
        return region(read(HERE.resolve(parts[0] + ".java")), "//", parts[1]);
    }

    /**
     * A file by its path from the root, or the lines between {@code # docs: NAME} and {@code # end} of
     * {@code FILE#NAME}.
     */
    static String ofFile(String reference) {
        String[] parts = reference.split("#", 2);
        String file = read(ROOT.resolve(parts[0]));
        return parts.length == 1 ? file : region(file, "#", parts[1]);
    }

    private static String region(String source, String comment, String name) {
        Matcher region = Pattern.compile(
                        comment + " docs: " + Pattern.quote(name) + "\n(.*?)\n *" + comment + " end\n", Pattern.DOTALL)
                .matcher(source);
        if (!region.find()) {
            throw new IllegalArgumentException("no region " + name);
        }
        return region.group(1).stripIndent();
    }

    /** A class here as somebody may take it to a project of their own: all of it but its package. */
    static String wholeTest(String className) {
        return read(HERE.resolve(className + ".java")).replaceFirst("(?m)^package .*\\R\\R", "");
    }

    private static String read(Path file) {
        try {
            return Files.readString(file).replace("\r\n", "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
