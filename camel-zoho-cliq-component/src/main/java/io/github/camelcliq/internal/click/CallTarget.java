package io.github.camelcliq.internal.click;

import io.github.camelcliq.webhook.FunctionCall;

/**
 * The function or bot that a call is for, and whose calls a route takes.
 *
 * @param bot {@code true} for a bot, with its unique name; {@code false} for a function
 * @param name the name; empty for calls that no other route takes
 */
public record CallTarget(boolean bot, String name) {

    /** The kinds of endpoint URIs that take calls. */
    public static final String FUNCTION = "function";

    public static final String BOT = "bot";

    public static CallTarget of(String kind, String id) {
        return new CallTarget(kind.equals(BOT), id == null ? "" : id);
    }

    /** Returns the target of a call. A bot is known by its unique name, a function by its name. */
    public static CallTarget of(FunctionCall call) {
        String name = call.isBot() && call.uniqueName() != null ? call.uniqueName() : call.name();
        return new CallTarget(call.isBot(), name == null ? "" : name);
    }

    /** Returns the target for calls of the same kind that no other route takes. */
    CallTarget rest() {
        return new CallTarget(bot, "");
    }

    static CallTarget anythingElse() {
        return new CallTarget(false, "");
    }

    /** Returns the target as in an endpoint URI: {@code function/approve_q4_budget}. */
    @Override
    public String toString() {
        return (bot ? BOT : FUNCTION) + (name.isEmpty() ? "" : "/" + name);
    }
}
