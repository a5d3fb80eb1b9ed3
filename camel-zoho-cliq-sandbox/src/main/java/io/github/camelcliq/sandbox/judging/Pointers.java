package io.github.camelcliq.sandbox.judging;

/** JSON pointers (RFC 6901), written. */
public final class Pointers {

    private Pointers() {}

    /** The pointer to a member of the object at {@code parent}. */
    public static String child(String parent, String key) {
        return parent + "/" + key.replace("~", "~0").replace("/", "~1");
    }

    /** The pointer to an entry of the array at {@code parent}. */
    public static String child(String parent, int index) {
        return parent + "/" + index;
    }
}
