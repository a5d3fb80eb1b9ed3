package io.github.camelcliq.webhook;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;

/**
 * A banner that only the person who clicked sees.
 *
 * @param status whether the action worked
 * @param text the text of the banner; required, with the limits of a message's text
 * @param navigation whether Cliq shows a way back
 */
public record BannerReply(Status status, String text, boolean navigation) implements FunctionReply {

    /** Whether the action worked. */
    public enum Status {
        /** The action worked. */
        SUCCESS,
        /** The action did not work. */
        FAILURE;

        /** Returns the status as in JSON. */
        String jsonName() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** Returns the status for a JSON value; {@code null} for an unknown value. */
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
