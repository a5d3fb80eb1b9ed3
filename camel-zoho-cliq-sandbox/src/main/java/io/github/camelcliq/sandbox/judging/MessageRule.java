package io.github.camelcliq.sandbox.judging;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * A rule about several places of a message at once, which no schema can express. Any JSON may come: what has the wrong
 * type is the schema's business, and passed over here.
 */
interface MessageRule {

    /** Adds what is wrong to the complaints. */
    void judge(JsonNode message, Judgement.Collector complaints);
}
