package io.github.camelcliq.webhook;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;

/**
 * A banner for the person who clicked, which nobody else sees.
 *
 * @param status whether it worked
 * @param text what the banner says; required, and a text as a message may have it
 * @param navigation whether Cliq shows a way back
 */
public record BannerReply(Status status, String text, boolean navigation) implements FunctionReply {

    /** Whether it worked. */
    public enum Status {
        /** It worked. */
        SUCCESS,
        /** It did not work. */
        FAILURE;

        /** The status as JSON spells it. */
        String jsonName() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** The status that JSON spells so, or {@code null} when there is none. */
        static Status ofJsonName(String name) {
            return Arrays.stream(values())
                    .filter(status -> status.jsonName().equals(name))
                    .findFirst()
                    .orElse(null);
        }
    }

    public BannerReply {
        Objects.requireNonNull(status, "status");
    }

    @Override
    public BannerReply withNavigation() {
        return new BannerReply(status, text, true);
    }

    @Override
    public ObjectNode output() {
        ObjectNode output = JsonNodeFactory.instance
                .objectNode()
                .put(ReplyFields.TYPE, ReplyFields.BANNER)
                .put(ReplyFields.STATUS, status.jsonName())
                .put(ReplyFields.TEXT, text);
        return navigation ? output.put(ReplyFields.NAVIGATION, true) : output;
    }
}
