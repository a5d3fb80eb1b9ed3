package io.github.camelcliq.sandbox.config;

/**
 * One thing that is wrong with a configuration file.
 *
 * @param line the line, from 1; 0 for the file as a whole
 * @param pointer the place, as a JSON pointer such as {@code /users/0/email}; {@code ""} is the file as a whole
 * @param text what is wrong, in English
 */
public record FileProblem(int line, String pointer, String text) {

    @Override
    public String toString() {
        String where = (line == 0 ? "" : "line " + line + ", ") + (pointer.isEmpty() ? "" : pointer + ", ");
        return where.isEmpty() ? text : where.substring(0, where.length() - 2) + ": " + text;
    }
}
