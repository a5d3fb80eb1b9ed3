package io.github.camelcliq.sandbox.judging;

/**
 * How much of a message is refused where Cliq's references disagree or say nothing, from the mildest to the strictest.
 */
public enum RuleLevel {
    /** All that any page shows or allows passes. */
    TOLERANT,
    /** What the buttons reference refuses, and what all pages that speak of a point agree on. */
    REFERENCE,
    /** Our own choices too. */
    STRICT
}
