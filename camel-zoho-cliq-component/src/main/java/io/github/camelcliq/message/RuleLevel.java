package io.github.camelcliq.message;

/**
 * How strict the rules are if Zoho's pages disagree or say nothing, from the mildest level to the strictest. Each level
 * refuses what the level before it refuses. What a level lets pass, and is doubtful, is a remark.
 */
public enum RuleLevel {
    /** Passes what any page of Zoho's shows or allows, but for the rules of ours that protect people. */
    TOLERANT,
    /**
     * Refuses what the buttons reference refuses, and what all pages agree on that mention it. Of our own rules it
     * applies only those that protect people, and those without which the message cannot work. The default.
     */
    REFERENCE,
    /** Also applies the rules that this component has chosen. */
    STRICT
}
