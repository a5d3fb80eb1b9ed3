package io.github.camelcliq.sandbox.config;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/** Says that a configuration file cannot be used, with everything that is wrong with it. */
public final class UnusableFileException extends IllegalArgumentException {

    private final transient List<FileProblem> problems;

    UnusableFileException(Path file, List<FileProblem> problems) {
        super(file + " cannot be used:"
                + problems.stream()
                        .map(problem -> System.lineSeparator() + "  " + problem)
                        .collect(Collectors.joining()));
        this.problems = List.copyOf(problems);
    }

    /** What is wrong, in the order of the file; at least one thing. */
    public List<FileProblem> problems() {
        return problems;
    }
}
