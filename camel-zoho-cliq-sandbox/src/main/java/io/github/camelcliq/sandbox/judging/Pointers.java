package io.github.camelcliq.sandbox.judging;

/** JSON pointers (RFC 6901), written. */
final class Pointers {

    private Pointers() {}

    /** The pointer to a member of the object at {@code parent}. */
    static String child(String parent, String key) {
        return parent + "/" + key.replace("~", "~0").replace("/", "~1");
    }

    /** The pointer to an entry of the array at {@code parent}. */
    static String child(String parent, int index) {
        return parent + "/" + index;
    }
}
