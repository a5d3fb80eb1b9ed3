package io.github.camelcliq.sandbox.judging;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/**
 * The rows of a table have exactly its headers as keys (message formats page); its column widths are one per header,
 * and sum to 100.
 */
final class TableShape implements MessageRule {

    private static final int WHOLE_WIDTH = 100;

    @Override
    public void judge(JsonNode message, Judgement.Collector complaints) {
        JsonNode slides = message.path("slides");
        for (int at = 0; slides.isArray() && at < slides.size(); at++) {
            JsonNode slide = slides.get(at);
            if ("table".equals(slide.path("type").textValue())) {
                judgeTable("/slides/" + at, slide, complaints);
            }
        }
    }

    private static void judgeTable(String pointer, JsonNode slide, Judgement.Collector complaints) {
        JsonNode data = slide.path("data");
        JsonNode headers = data.path("headers");
        if (!headers.isArray()) {
            return;
        }
        judgeRows(pointer + "/data/rows", headers, data.path("rows"), complaints);
        judgeWidths(pointer + "/data/styles/width", headers, data.path("styles").path("width"), complaints);
        judgeWidths(pointer + "/styles/width", headers, slide.path("styles").path("width"), complaints);
    }

    private static void judgeRows(String pointer, JsonNode headers, JsonNode rows, Judgement.Collector complaints) {
        Set<String> columns = StreamSupport.stream(headers.spliterator(), false)
                .map(JsonNode::textValue)
                .collect(Collectors.toSet());
        for (int at = 0; rows.isArray() && at < rows.size(); at++) {
            JsonNode row = rows.get(at);
            if (row.isObject() && !hasExactly(columns, row)) {
                complaints.add(new Complaint(Pointers.child(pointer, at), "must have exactly the headers as keys"));
            }
        }
    }

    private static void judgeWidths(String pointer, JsonNode headers, JsonNode widths, Judgement.Collector complaints) {
        if (!widths.isArray()) {
            return;
        }
        if (widths.size() != headers.size()) {
            complaints.add(new Complaint(pointer, "must have one width for each header"));
        }
        long sum = 0;
        for (JsonNode width : widths) {
            if (!width.isInt()) {
                return;
            }
            sum += width.intValue();
        }
        if (sum != WHOLE_WIDTH) {
            complaints.add(new Complaint(pointer, "must sum to " + WHOLE_WIDTH + ", not " + sum));
        }
    }

    private static boolean hasExactly(Set<String> columns, JsonNode row) {
        return row.size() == columns.size() && columns.stream().allMatch(row::has);
    }
}
