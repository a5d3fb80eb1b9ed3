package io.github.camelcliq.sandbox.judging;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * A rule about several places of a message at once, which no schema can express. It gets any JSON. It ignores values of
 * a wrong type, since the schema reports them.
 */
interface MessageRule {

    /** Adds the errors to the complaints. */
    void judge(JsonNode message, Judgement.Collector complaints);
}
