package io.github.camelcliq.internal.click;

import io.github.camelcliq.CliqConfiguration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The options of a path. They must be the same for all routes that share it. */
final class PathOptions {

    private final Map<String, Object> values = new LinkedHashMap<>();

    PathOptions(CliqConfiguration options) {
        values.put(
                "verification",
                new VerificationOptions(options).kind().map(Enum::name).orElse("unclear"));
        values.put("publicKey", new Unseen(options.getPublicKey()));
        values.put("sharedSecret", new Unseen(options.getSharedSecret()));
        values.put("timestampWindow", options.getTimestampWindow());
        values.put("maximumBodySize", options.getMaximumBodySize());
        values.put("replayRepository", new Unseen(options.getReplayRepository()));
    }

    /** Returns the names of the options in which another route of the same path differs. */
    List<String> differencesTo(PathOptions others) {
        List<String> names = new ArrayList<>();
        values.forEach((name, value) -> {
            if (!Objects.equals(value, others.values.get(name))) {
                names.add(
                        value instanceof Unseen
                                ? name
                                : name + " (" + value + " here, " + others.values.get(name) + " there)");
            }
        });
        return names;
    }

    /** A value that is compared, and never shown. */
    private record Unseen(Object value) {

        @Override
        public String toString() {
            return "xxxxxx";
        }
    }
}
