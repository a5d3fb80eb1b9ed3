package io.github.camelcliq.sandbox.judging;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.Set;

/** No two buttons of a message have the same key. Our choice: the reference does not say. */
final class DistinctButtonKeys implements MessageRule {

    @Override
    public void judge(JsonNode message, Judgement.Collector complaints) {
        Set<String> seen = new HashSet<>();
        judge("/buttons", message.path("buttons"), seen, complaints);
        judge("/card/buttons", message.path("card").path("buttons"), seen, complaints);
        JsonNode slides = message.path("slides");
        for (int at = 0; slides.isArray() && at < slides.size(); at++) {
            judge("/slides/" + at + "/buttons", slides.get(at).path("buttons"), seen, complaints);
        }
    }

    private static void judge(String pointer, JsonNode buttons, Set<String> seen, Judgement.Collector complaints) {
        for (int at = 0; buttons.isArray() && at < buttons.size(); at++) {
            JsonNode key = buttons.get(at).path("key");
            if (key.isTextual() && !seen.add(key.textValue())) {
                complaints.add(new Complaint(
                        pointer + "/" + at + "/key", "must not be the key of two buttons", RuleLevel.STRICT));
            }
        }
    }
}
