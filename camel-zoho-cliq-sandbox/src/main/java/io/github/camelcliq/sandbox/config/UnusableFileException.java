package io.github.camelcliq.sandbox.config;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/** A configuration file cannot be used. It names all problems of the file. */
public final class UnusableFileException extends IllegalArgumentException {

    private final transient List<FileProblem> problems;

    UnusableFileException(Path file, List<FileProblem> problems) {
        super(file + " cannot be used:"
                + problems.stream()
                        .map(problem -> System.lineSeparator() + "  " + problem)
                        .collect(Collectors.joining()));
        this.problems = List.copyOf(problems);
    }

    /** Returns the problems, in the order of the file; at least one. */
    public List<FileProblem> problems() {
        return problems;
    }
}
