package io.github.camelcliq.sandbox.judging;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * Slides are at most 10,000 characters together (bots page). Our choice: the reference does not say what is counted;
 * here it is the array as compact JSON, in UTF-16 units.
 */
final class SlidesSize implements MessageRule {

    private static final int MOST = 10_000;

    @Override
    public void judge(JsonNode message, Judgement.Collector complaints) {
        JsonNode slides = message.path("slides");
        if (slides.isArray()) {
            int length = slides.toString().length();
            if (length > MOST) {
                complaints.add(new Complaint(
                        "/slides", "must be at most " + MOST + " characters long together, not " + length));
            }
        }
    }
}
