package io.github.camelcliq.sandbox.click;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * The outcome of a click. Immutable.
 *
 * @param id the click's id; unique within one sandbox
 * @param time when it was clicked
 * @param message the id of the clicked message
 * @param button the button as the {@link Click} named it
 * @param user the ZUID of the user who clicked
 * @param action the type of the button's action, such as {@code invoke.function}
 * @param status how it ended
 * @param request the request to the function; empty if there was none
 * @param answer the function's answer; empty if there was none
 * @param shown what Cliq would show
 * @param error a sentence about what went wrong; empty if nothing did
 */
public record ClickOutcome(
        String id,
        Instant time,
        String message,
        String button,
        String user,
        String action,
        ClickStatus status,
        Optional<DeliveredClick> request,
        Optional<FunctionAnswer> answer,
        Shown shown,
        String error) {

    /** Refuses {@code null}. */
    public ClickOutcome {
        Objects.requireNonNull(status, "status");
        Objects.requireNonNull(request, "request");
        Objects.requireNonNull(answer, "answer");
        Objects.requireNonNull(shown, "shown");
        Objects.requireNonNull(error, "error");
    }

    /** Returns the outcome of a click that has just begun. */
    public static ClickOutcome begun(String id, Instant time, Click click, String user, String action) {
        return new ClickOutcome(
                id,
                time,
                click.message(),
                click.button(),
                user,
                action,
                ClickStatus.NOTHING,
                Optional.empty(),
                Optional.empty(),
                Shown.nothing(),
                "");
    }

    /** Returns this outcome with the request to the function. */
    public ClickOutcome delivered(DeliveredClick sent) {
        return new ClickOutcome(
                id, time, message, button, user, action, status, Optional.of(sent), answer, shown, error);
    }

    /** Returns this outcome with the function's answer. */
    public ClickOutcome answered(FunctionAnswer given) {
        return new ClickOutcome(
                id, time, message, button, user, action, status, request, Optional.of(given), shown, error);
    }

    /** Returns this outcome with what is shown. */
    public ClickOutcome shown(Shown what) {
        return switch (what.kind()) {
            case ERROR -> failed(what.text());
            case NOTHING -> ended(ClickStatus.NOTHING, what, "");
            default -> ended(ClickStatus.SHOWN, what, "");
        };
    }

    /** Returns this outcome as failed. */
    public ClickOutcome failed(String sentence) {
        return ended(ClickStatus.FAILED, Shown.error(sentence), sentence);
    }

    /** Returns this outcome as timed out. */
    public ClickOutcome timedOut(String sentence) {
        return ended(ClickStatus.TIMED_OUT, Shown.error(sentence), sentence);
    }

    /** Returns this outcome as refused, since the confirmation was not filled in. */
    public ClickOutcome refused(String sentence) {
        return ended(ClickStatus.REFUSED, Shown.error(sentence), sentence);
    }

    /** Returns this outcome with what a late answer shows. */
    public ClickOutcome late(Shown what) {
        return what.kind() == Shown.Kind.ERROR ? failed(what.text()) : ended(ClickStatus.LATE, what, "");
    }

    /**
     * Returns this outcome joined with another one of the same click. A late answer stays shown, although the outcome
     * of the first request comes later. The request and the answer in time come from the outcome that has them.
     */
    public ClickOutcome after(ClickOutcome known) {
        boolean overtaken = known.status == ClickStatus.LATE && status != ClickStatus.LATE;
        ClickOutcome stays = overtaken ? known : this;
        ClickOutcome other = overtaken ? this : known;
        return new ClickOutcome(
                id,
                time,
                message,
                button,
                user,
                action,
                stays.status,
                stays.request.or(() -> other.request),
                stays.answer.or(() -> other.answer),
                stays.shown,
                stays.error);
    }

    /** Returns how many characters of JSON and of bodies it holds. */
    public int length() {
        return request.map(sent -> sent.body().length()).orElse(0)
                + answer.map(given -> given.body().length()).orElse(0)
                + shown.json().length()
                + shown.text().length();
    }

    private ClickOutcome ended(ClickStatus how, Shown what, String sentence) {
        return new ClickOutcome(id, time, message, button, user, action, how, request, answer, what, sentence);
    }
}
