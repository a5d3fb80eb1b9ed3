package io.github.camelcliq.internal.click;

import io.github.camelcliq.webhook.FunctionCall;

/**
 * What a call is for, and what a route takes.
 *
 * @param bot whether it is a bot, by its unique name, rather than a function
 * @param name the name; empty for whatever no other route takes
 */
public record CallTarget(boolean bot, String name) {

    /** Every kind that an endpoint URI may name to take in calls. */
    public static final String FUNCTION = "function";

    public static final String BOT = "bot";

    public static CallTarget of(String kind, String id) {
        return new CallTarget(kind.equals(BOT), id == null ? "" : id);
    }

    /** Whom Cliq calls; a bot is known by its unique name, everybody else by the name. */
    public static CallTarget of(FunctionCall call) {
        String name = call.isBot() && call.uniqueName() != null ? call.uniqueName() : call.name();
        return new CallTarget(call.isBot(), name == null ? "" : name);
    }

    /** Whatever of its kind no other route takes. */
    CallTarget rest() {
        return new CallTarget(bot, "");
    }

    static CallTarget anythingElse() {
        return new CallTarget(false, "");
    }

    /** As in an endpoint URI: {@code function/approve_q4_budget}. */
    @Override
    public String toString() {
        return (bot ? BOT : FUNCTION) + (name.isEmpty() ? "" : "/" + name);
    }
}
