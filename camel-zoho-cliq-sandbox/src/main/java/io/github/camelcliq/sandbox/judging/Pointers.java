package io.github.camelcliq.sandbox.judging;

/** Writes JSON pointers (RFC 6901). */
public final class Pointers {

    private Pointers() {}

    /** Returns the pointer to a member of the object at {@code parent}. */
    public static String child(String parent, String key) {
        return parent + "/" + key.replace("~", "~0").replace("/", "~1");
    }

    /** Returns the pointer to an entry of the array at {@code parent}. */
    public static String child(String parent, int index) {
        return parent + "/" + index;
    }
}
