package io.github.camelcliq.message;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.Serializable;
import java.util.Objects;

/**
 * One violation of a rule by a message, or a remark about something doubtful that passes. Two violations are equal if
 * place, rule and value are equal.
 *
 * <p>Immutable, and serializable as part of the exception that carries it. Jackson writes it as an object of its three
 * parts.
 */
@JsonPropertyOrder({"pointer", "rule", "actual"})
public final class Violation implements Serializable {

    private static final long serialVersionUID = 1L;

    private final String pointer;
    private final String rule;
    private final String actual;
    private final Rule broken;

    /** Creates a violation. The methods of the same names say what each part holds. */
    public Violation(String pointer, String rule, String actual) {
        this(pointer, rule, actual, Rule.SHAPE);
    }

    /** Creates a violation by a node of a tree. A missing node and null are shown as missing. */
    public static Violation of(String pointer, String rule, JsonNode actual) {
        return new Violation(pointer, rule, actual == null || actual.isMissingNode() ? null : QuotedValue.node(actual));
    }

    /** Does the same for a rule of this component. */
    public Violation(String pointer, String rule, String actual, Rule broken) {
        this.pointer = Objects.requireNonNull(pointer, "pointer");
        this.rule = Objects.requireNonNull(rule, "rule");
        this.actual = actual;
        this.broken = broken;
    }

    /**
     * Returns the place as a JSON pointer into the message ({@code /buttons/0/label}; the message itself is the empty
     * pointer).
     */
    @JsonProperty
    public String pointer() {
        return pointer;
    }

    /**
     * Returns what the reference asks for. If two pages disagree, it names both and the option that lets the value
     * pass. If no page states the rule, it says "our choice".
     */
    @JsonProperty
    public String rule() {
        return rule;
    }

    /** Returns the actual value, shortened to one line of about sixty characters; null if it is missing. */
    @JsonProperty
    public String actual() {
        return actual;
    }

    /**
     * Returns the same violation for a document that has this one's document at {@code place}.
     *
     * @param place a JSON pointer, which is put before this violation's pointer
     */
    public Violation inside(String place) {
        return at(place + pointer);
    }

    public Violation at(String place) {
        return new Violation(place, rule, actual, broken);
    }

    /** Returns the broken rule; {@link #rule()} has its text. */
    public Rule broken() {
        return broken;
    }

    /** Returns the same violation with the rule and its pages. */
    public Violation told(boolean refused) {
        return new Violation(pointer, broken.text(rule, refused), actual, broken);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Violation violation
                && pointer.equals(violation.pointer)
                && rule.equals(violation.rule)
                && Objects.equals(actual, violation.actual);
    }

    @Override
    public int hashCode() {
        return Objects.hash(pointer, rule, actual);
    }

    /**
     * Returns place and rule on one line, without the value, which may be secret: {@code /text: at most 10,000
     * characters}.
     */
    public String withoutValue() {
        String where = pointer.isEmpty() ? "the message" : QuotedValue.pointer(pointer);
        return where + ": " + rule;
    }

    /** Returns one line for a log: {@code /buttons/0/hint: at most 100 characters, was "Approve…" (134 characters)}. */
    @Override
    public String toString() {
        return withoutValue() + ", was " + (actual == null ? "missing" : actual);
    }
}
