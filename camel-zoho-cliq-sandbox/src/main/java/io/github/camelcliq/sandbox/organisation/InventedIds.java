package io.github.camelcliq.sandbox.organisation;

import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;

/** Makes ids that look like Cliq's, always the same for the same name. */
public final class InventedIds {

    private InventedIds() {}

    /**
     * Returns nineteen digits, as in the references' examples.
     *
     * @param kind the kind of thing; things of different kinds with one name have different ids
     */
    public static String of(String kind, String name) {
        CRC32 sum = new CRC32();
        sum.update((kind + "/" + name).getBytes(StandardCharsets.UTF_8));
        return "1203304" + String.format("%012d", sum.getValue());
    }
}
