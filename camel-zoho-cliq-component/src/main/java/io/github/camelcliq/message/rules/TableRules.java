package io.github.camelcliq.message.rules;

import io.github.camelcliq.message.MessageLimit;
import io.github.camelcliq.message.Rule;
import io.github.camelcliq.message.Shown;
import io.github.camelcliq.message.Sticky;
import io.github.camelcliq.message.TableData;
import io.github.camelcliq.message.TableStyles;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** The rules for tables (message formats reference). */
final class TableRules {

    private static final String WIDTH = "1 to " + MessageLimit.TABLE_WIDTH.value();
    private static final String STICKY = "0 to " + MessageLimit.TABLE_STICKY.value();
    private static final int WIDTHS_TOGETHER = MessageLimit.TABLE_WIDTH.value();

    private final OtherFieldRules otherFields;

    TableRules(OtherFieldRules otherFields) {
        this.otherFields = otherFields;
    }

    Violations check(TableData table) {
        if (table == null) {
            return TextRules.missing();
        }
        return headers(table.headers())
                .at("headers")
                .and(rows(table.rows(), table.headers()).at("rows"))
                .and(styles(table.styles(), table.headers()).at("styles"))
                .and(otherFields.check(table.other()));
    }

    /** Strings by their names, all writable; one that is null is written as an empty one. */
    static Violations cells(Map<String, String> cells) {
        Violations found = Violations.NONE;
        for (Map.Entry<String, String> cell : cells.entrySet()) {
            found = found.and(TextRules.wellFormed(cell.getKey())
                    .and(TextRules.optional(cell.getValue()))
                    .at(cell.getKey()));
        }
        return found;
    }

    private static Violations headers(List<String> headers) {
        if (headers == null) {
            return TextRules.missing();
        }
        Violations found = TextRules.notEmpty(headers, "headers");
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < headers.size(); i++) {
            found = found.and(header(headers.get(i), seen).at(i));
        }
        return found;
    }

    private static Violations header(String header, Set<String> seen) {
        if (header == null) {
            return TextRules.nullEntry();
        }
        Violations found = TextRules.required(header);
        return seen.add(header)
                ? found
                : found.and(Violations.of(Rule.UNIQUE_HEADER, "unique among the headers", Shown.text(header)));
    }

    private static Violations rows(List<Map<String, String>> rows, List<String> headers) {
        Violations found = Violations.NONE;
        boolean known = headers != null && headers.stream().noneMatch(Objects::isNull);
        Set<String> names = known ? Set.copyOf(headers) : null;
        for (int i = 0; rows != null && i < rows.size(); i++) {
            found = found.and(row(rows.get(i), names).at(i));
        }
        return found;
    }

    /** Checks a row. Its keys are checked only if the headers are known. */
    private static Violations row(Map<String, String> row, Set<String> headers) {
        if (row == null) {
            return Violations.NONE;
        }
        boolean asHeaders = headers == null || row.keySet().equals(headers);
        Violations keys = asHeaders
                ? Violations.NONE
                : Violations.of(
                        Rule.TABLE_SHAPE,
                        "a cell for each header and no other",
                        Shown.text(String.join(", ", row.keySet())));
        return keys.and(cells(row));
    }

    private Violations styles(TableStyles styles, List<String> headers) {
        if (styles == null) {
            return Violations.NONE;
        }
        return widths(styles.width(), headers)
                .at("width")
                .and(sticky(styles.sticky()).at("sticky"))
                .and(otherFields.check(styles.other()));
    }

    private static Violations widths(List<Integer> widths, List<String> headers) {
        if (widths == null) {
            return Violations.NONE;
        }
        Violations found = headers == null || widths.size() == headers.size()
                ? Violations.NONE
                : Violations.of(
                        Rule.TABLE_SHAPE,
                        "one for each header, " + headers.size() + " together",
                        Shown.count(widths.size(), "widths"));
        return found.and(sum(widths)).and(eachWidth(widths));
    }

    private static Violations eachWidth(List<Integer> widths) {
        Violations found = Violations.NONE;
        for (int i = 0; i < widths.size(); i++) {
            Integer width = widths.get(i);
            if (width == null) {
                found = found.and(TextRules.nullEntry().at(i));
            } else if (width < 1 || width > MessageLimit.TABLE_WIDTH.value()) {
                found = found.and(
                        Violations.of(Rule.TABLE_SHAPE, WIDTH, width.toString()).at(i));
            }
        }
        return found;
    }

    private static Violations sum(List<Integer> widths) {
        long sum = 0;
        for (Integer width : widths) {
            if (width == null) {
                return Violations.NONE;
            }
            sum += width;
        }
        return sum == WIDTHS_TOGETHER
                ? Violations.NONE
                : Violations.of(Rule.TABLE_SHAPE, WIDTHS_TOGETHER + " together", String.valueOf(sum));
    }

    private Violations sticky(Sticky sticky) {
        if (sticky == null) {
            return Violations.NONE;
        }
        return stuck(sticky.rows())
                .at("rows")
                .and(stuck(sticky.columns()).at("columns"))
                .and(otherFields.check(sticky.other()));
    }

    private static Violations stuck(Integer count) {
        return count == null || count >= 0 && count <= MessageLimit.TABLE_STICKY.value()
                ? Violations.NONE
                : Violations.of(Rule.TABLE_SHAPE, STICKY, count.toString());
    }
}
