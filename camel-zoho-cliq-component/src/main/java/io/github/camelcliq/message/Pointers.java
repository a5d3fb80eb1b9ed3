package io.github.camelcliq.message;

/** Builds and splits JSON pointers (RFC 6901). */
public final class Pointers {

    private Pointers() {}

    /** Returns a field's name as a segment of a pointer, with the slash before it. */
    public static String segment(String name) {
        return "/" + name.replace("~", "~0").replace("/", "~1");
    }

    /** Returns the pointer of the object or list around {@code pointer}; null for the document itself. */
    public static String parent(String pointer) {
        int last = pointer.lastIndexOf('/');
        return last < 0 ? null : pointer.substring(0, last);
    }
}
