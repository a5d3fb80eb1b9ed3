package io.github.camelcliq.sandbox.judging;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/** A message names at most 100 recipients, comma-separated, none of them blank (bots page). */
final class RecipientList implements MessageRule {

    private static final int MOST = 100;

    @Override
    public void judge(JsonNode message, Judgement.Collector complaints) {
        for (String field : List.of("user_ids", "userids")) {
            JsonNode recipients = message.path(field);
            if (recipients.isTextual()) {
                judge(Pointers.child("", field), recipients.textValue(), complaints);
            }
        }
    }

    private static void judge(String pointer, String recipients, Judgement.Collector complaints) {
        // -1 keeps the blank entries at the end
        List<String> entries = List.of(recipients.split(",", -1));
        if (entries.size() > MOST) {
            complaints.add(new Complaint(pointer, "must name at most " + MOST + " recipients, not " + entries.size()));
        }
        if (entries.stream().anyMatch(MessageKeywords::isBlank)) {
            complaints.add(new Complaint(pointer, "must not name a blank recipient"));
        }
    }
}
