package io.github.camelcliq.sandbox.config;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Collects what is wrong with a file, and knows on which line each place of it stands. */
final class FileProblems {

    private final Map<String, Integer> lines = new HashMap<>();
    private final List<FileProblem> found = new ArrayList<>();

    /** @return whether nothing stood there before */
    boolean stands(String pointer, int line) {
        return lines.putIfAbsent(pointer, line) == null;
    }

    /** Something is wrong with what stands at a place, or with what is missing there. */
    void add(String pointer, String text) {
        addAt(line(pointer), pointer, text);
    }

    void addAt(int line, String pointer, String text) {
        found.add(new FileProblem(line, pointer, text));
    }

    int count() {
        return found.size();
    }

    /** Whether something is wrong at a place or within it. */
    boolean anyWithin(String pointer) {
        return found.stream().anyMatch(problem -> (problem.pointer() + "/").startsWith(pointer + "/"));
    }

    /** What was found, in the order of the file. */
    List<FileProblem> inOrder() {
        return found.stream().sorted(Comparator.comparingInt(FileProblem::line)).toList();
    }

    /** The line of a place, or of the nearest one around it. */
    private int line(String pointer) {
        for (String around = pointer; !around.isEmpty(); around = around.substring(0, around.lastIndexOf('/'))) {
            if (lines.containsKey(around)) {
                return lines.get(around);
            }
        }
        return 0;
    }
}
