package io.github.camelcliq.message.rules;

import io.github.camelcliq.message.MessageLimit;
import io.github.camelcliq.message.QuotedValue;
import io.github.camelcliq.message.Rule;
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

    Findings check(TableData table) {
        if (table == null) {
            return TextRules.missing();
        }
        return headers(table.headers())
                .at("headers")
                .and(rows(table.rows(), table.headers()).at("rows"))
                .and(styles(table.styles(), table.headers()).at("styles"))
                .and(otherFields.check(table.other()));
    }

    /** Checks that all cells are writable. A null cell is written as an empty one. */
    static Findings cells(Map<String, String> cells) {
        Findings found = Findings.NONE;
        for (Map.Entry<String, String> cell : cells.entrySet()) {
            found = found.and(TextRules.wellFormed(cell.getKey())
                    .and(TextRules.optional(cell.getValue()))
                    .at(cell.getKey()));
        }
        return found;
    }

    private static Findings headers(List<String> headers) {
        if (headers == null) {
            return TextRules.missing();
        }
        Findings found = TextRules.notEmpty(headers, "headers");
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < headers.size(); i++) {
            found = found.and(header(headers.get(i), seen).at(i));
        }
        return found;
    }

    private static Findings header(String header, Set<String> seen) {
        if (header == null) {
            return TextRules.nullEntry();
        }
        Findings found = TextRules.required(header);
        return seen.add(header)
                ? found
                : found.and(Findings.of(Rule.UNIQUE_HEADER, "unique among the headers", QuotedValue.text(header)));
    }

    private static Findings rows(List<Map<String, String>> rows, List<String> headers) {
        Findings found = Findings.NONE;
        boolean known = headers != null && headers.stream().noneMatch(Objects::isNull);
        Set<String> names = known ? Set.copyOf(headers) : null;
        for (int i = 0; rows != null && i < rows.size(); i++) {
            found = found.and(row(rows.get(i), names).at(i));
        }
        return found;
    }

    /** Checks a row. Its keys are checked only if the headers are known. */
    private static Findings row(Map<String, String> row, Set<String> headers) {
        if (row == null) {
            return Findings.NONE;
        }
        boolean asHeaders = headers == null || row.keySet().equals(headers);
        Findings keys = asHeaders
                ? Findings.NONE
                : Findings.of(
                        Rule.TABLE_SHAPE,
                        "a cell for each header and no other",
                        QuotedValue.text(String.join(", ", row.keySet())));
        return keys.and(cells(row));
    }

    private Findings styles(TableStyles styles, List<String> headers) {
        if (styles == null) {
            return Findings.NONE;
        }
        return widths(styles.width(), headers)
                .at("width")
                .and(sticky(styles.sticky()).at("sticky"))
                .and(otherFields.check(styles.other()));
    }

    private static Findings widths(List<Integer> widths, List<String> headers) {
        if (widths == null) {
            return Findings.NONE;
        }
        Findings found = headers == null || widths.size() == headers.size()
                ? Findings.NONE
                : Findings.of(
                        Rule.TABLE_SHAPE,
                        "one for each header, " + headers.size() + " together",
                        QuotedValue.count(widths.size(), "widths"));
        return found.and(sum(widths)).and(eachWidth(widths));
    }

    private static Findings eachWidth(List<Integer> widths) {
        Findings found = Findings.NONE;
        for (int i = 0; i < widths.size(); i++) {
            Integer width = widths.get(i);
            if (width == null) {
                found = found.and(TextRules.nullEntry().at(i));
            } else if (width < 1 || width > MessageLimit.TABLE_WIDTH.value()) {
                found = found.and(
                        Findings.of(Rule.TABLE_SHAPE, WIDTH, width.toString()).at(i));
            }
        }
        return found;
    }

    private static Findings sum(List<Integer> widths) {
        long sum = 0;
        for (Integer width : widths) {
            if (width == null) {
                return Findings.NONE;
            }
            sum += width;
        }
        return sum == WIDTHS_TOGETHER
                ? Findings.NONE
                : Findings.of(Rule.TABLE_SHAPE, WIDTHS_TOGETHER + " together", String.valueOf(sum));
    }

    private Findings sticky(Sticky sticky) {
        if (sticky == null) {
            return Findings.NONE;
        }
        return stuck(sticky.rows())
                .at("rows")
                .and(stuck(sticky.columns()).at("columns"))
                .and(otherFields.check(sticky.other()));
    }

    private static Findings stuck(Integer count) {
        return count == null || count >= 0 && count <= MessageLimit.TABLE_STICKY.value()
                ? Findings.NONE
                : Findings.of(Rule.TABLE_SHAPE, STICKY, count.toString());
    }
}
