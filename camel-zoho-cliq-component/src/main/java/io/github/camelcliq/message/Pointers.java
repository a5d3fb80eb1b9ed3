package io.github.camelcliq.message;

/** The grammar of JSON pointers (RFC 6901). */
public final class Pointers {

    private Pointers() {}

    /** A field's name as a piece of a pointer, with the slash before it. */
    public static String segment(String name) {
        return "/" + name.replace("~", "~0").replace("/", "~1");
    }

    /** The pointer of what {@code pointer} is inside of; null for the document itself. */
    public static String parent(String pointer) {
        int last = pointer.lastIndexOf('/');
        return last < 0 ? null : pointer.substring(0, last);
    }
}
