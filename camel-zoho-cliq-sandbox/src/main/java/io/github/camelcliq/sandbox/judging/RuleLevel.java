package io.github.camelcliq.sandbox.judging;

/** How strict the rules are if Zoho's pages disagree or say nothing, from the most tolerant to the strictest. */
public enum RuleLevel {
    /** Passes what any page shows or allows. */
    TOLERANT,
    /** Also refuses what the buttons reference refuses, or what all pages on the point refuse. */
    REFERENCE,
    /** Also applies our own choices. */
    STRICT
}
