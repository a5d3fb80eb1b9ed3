package io.github.camelcliq.message;

/**
 * How strict the rules are if Zoho's pages disagree or say nothing, from the mildest level to the strictest. Each level
 * refuses what the level before it refuses. What a level lets pass, and is doubtful, is a remark.
 */
public enum RuleLevel {
    /** Passes all that any page of Zoho's shows or allows. */
    TOLERANT,
    /**
     * Refuses what the buttons reference refuses, and what all pages that speak of a point agree on. Of our own choices
     * it refuses those alone that protect people, or without which nothing could come of the message. The default.
     */
    REFERENCE,
    /** Also applies the rules that this component has chosen. */
    STRICT
}
