package io.github.camelcliq.internal.figures;

import io.github.camelcliq.internal.client.FailureKind;
import io.github.camelcliq.internal.client.PostFailure;
import io.github.camelcliq.internal.client.PostResult;
import java.util.Locale;

/** How a post, or a request for a token, ended. */
public enum Outcome {
    SUCCESS,
    THROTTLED,
    UNAVAILABLE,
    AUTH,
    REJECTED;

    static Outcome of(PostResult result) {
        return result instanceof PostFailure failure ? of(failure.kind()) : SUCCESS;
    }

    private static Outcome of(FailureKind kind) {
        return switch (kind) {
            case THROTTLED -> THROTTLED;
            case UNAVAILABLE -> UNAVAILABLE;
            case AUTH -> AUTH;
            case REJECTED -> REJECTED;
        };
    }

    /** Returns the outcome as meters, logs and consoles show it. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
