package io.github.camelcliq.sandbox.config;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Collects the problems of a file, and knows the line of each place in it. */
final class FileProblems {

    private final Map<String, Integer> lines = new HashMap<>();
    private final List<FileProblem> found = new ArrayList<>();

    /** @return whether the place is new */
    boolean stands(String pointer, int line) {
        return lines.putIfAbsent(pointer, line) == null;
    }

    /** Adds a problem of a value, or of a missing value. */
    void add(String pointer, String text) {
        addAt(line(pointer), pointer, text);
    }

    void addAt(int line, String pointer, String text) {
        found.add(new FileProblem(line, pointer, text));
    }

    int count() {
        return found.size();
    }

    /** Returns whether a place, or a place inside it, has a problem. */
    boolean anyWithin(String pointer) {
        return found.stream().anyMatch(problem -> (problem.pointer() + "/").startsWith(pointer + "/"));
    }

    /** Returns all problems, in the order of the file. */
    List<FileProblem> inOrder() {
        return found.stream().sorted(Comparator.comparingInt(FileProblem::line)).toList();
    }

    /** Returns the line of a place, or of the nearest one around it. */
    private int line(String pointer) {
        for (String around = pointer; !around.isEmpty(); around = around.substring(0, around.lastIndexOf('/'))) {
            if (lines.containsKey(around)) {
                return lines.get(around);
            }
        }
        return 0;
    }
}
