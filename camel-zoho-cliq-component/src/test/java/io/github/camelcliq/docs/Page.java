package io.github.camelcliq.docs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A page of the guide. What stands between {@code <!-- rendered: NAME -->} and {@code <!-- end -->} is rendered from
 * the code, the rest is written by hand.
 *
 * @param path where it is, from the module's directory, in which tests run
 * @param text what it says
 */
record Page(Path path, String text) {

    private static final Path ROOT = Path.of("..");

    private static final Pattern RENDERED =
            Pattern.compile("(<!-- rendered: (.+?) -->\n)(.*?)(<!-- end -->\n)", Pattern.DOTALL);
    private static final Pattern CODE = Pattern.compile("^```(\\w+)\n(.*?)^```$", Pattern.DOTALL | Pattern.MULTILINE);

    static Page readme() {
        return read(ROOT.resolve("README.md"));
    }

    /** A page of docs, by the name of its file. */
    static Page of(String name) {
        return read(ROOT.resolve("docs").resolve(name));
    }

    /** The README and all pages of docs. */
    static List<Page> all() {
        try (Stream<Path> docs = Files.list(ROOT.resolve("docs"))) {
            List<Page> pages = new ArrayList<>(List.of(readme()));
            docs.filter(file -> file.toString().endsWith(".md"))
                    .sorted()
                    .map(Page::read)
                    .forEach(pages::add);
            return pages;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Page read(Path path) {
        try {
            return new Page(path, Files.readString(path).replace("\r\n", "\n"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The page with every rendered part made anew. */
    String rendered(UnaryOperator<String> renderer) {
        return RENDERED.matcher(text).replaceAll(part -> Matcher.quoteReplacement(rendered(part, renderer)));
    }

    private static String rendered(MatchResult part, UnaryOperator<String> renderer) {
        return part.group(1) + renderer.apply(part.group(2)).strip() + "\n" + part.group(4);
    }

    void write(String newText) {
        try {
            Files.writeString(path, newText);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What stands in the page's code blocks of a language, in order. */
    List<String> code(String language) {
        return CODE.matcher(text)
                .results()
                .filter(block -> block.group(1).equals(language))
                .map(block -> block.group(2))
                .toList();
    }

    @Override
    public String toString() {
        return path.getFileName().toString();
    }
}
