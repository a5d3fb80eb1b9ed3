package io.github.camelcliq.sandbox.click;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * What came of a click. Immutable.
 *
 * @param id the click's id; unique within one sandbox
 * @param time when it was clicked
 * @param message the id of the clicked message
 * @param button the button as the {@link Click} named it
 * @param user the ZUID of who clicked
 * @param action the type of the button's action, such as {@code invoke.function}
 * @param status how it ended
 * @param request what was delivered; empty where nothing was
 * @param answer what was answered; empty where nothing was
 * @param shown what Cliq would show
 * @param error what went wrong, a sentence; empty where nothing did
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

    /** Refuses what is missing. */
    public ClickOutcome {
        Objects.requireNonNull(status, "status");
        Objects.requireNonNull(request, "request");
        Objects.requireNonNull(answer, "answer");
        Objects.requireNonNull(shown, "shown");
        Objects.requireNonNull(error, "error");
    }

    /** A click of which nothing has come yet. */
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

    /** The same, now that this was sent. */
    public ClickOutcome delivered(DeliveredClick sent) {
        return new ClickOutcome(
                id, time, message, button, user, action, status, Optional.of(sent), answer, shown, error);
    }

    /** The same, now that this was answered. */
    public ClickOutcome answered(FunctionAnswer given) {
        return new ClickOutcome(
                id, time, message, button, user, action, status, request, Optional.of(given), shown, error);
    }

    /** The same, with that to show. */
    public ClickOutcome shown(Shown what) {
        return switch (what.kind()) {
            case ERROR -> failed(what.text());
            case NOTHING -> ended(ClickStatus.NOTHING, what, "");
            default -> ended(ClickStatus.SHOWN, what, "");
        };
    }

    /** The same, gone wrong. */
    public ClickOutcome failed(String sentence) {
        return ended(ClickStatus.FAILED, Shown.error(sentence), sentence);
    }

    /** The same, without an answer in time. */
    public ClickOutcome timedOut(String sentence) {
        return ended(ClickStatus.TIMED_OUT, Shown.error(sentence), sentence);
    }

    /** The same, with a confirmation that was not filled in. */
    public ClickOutcome refused(String sentence) {
        return ended(ClickStatus.REFUSED, Shown.error(sentence), sentence);
    }

    /** The same, with that to show later. */
    public ClickOutcome late(Shown what) {
        return what.kind() == Shown.Kind.ERROR ? failed(what.text()) : ended(ClickStatus.LATE, what, "");
    }

    /**
     * This outcome, now that another one of the same click is known: a late answer stays what is shown, whichever came
     * first, with the request and the answer in time of either.
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

    /** How many characters of JSON and of bodies it holds. */
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
