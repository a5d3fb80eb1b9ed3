package io.github.camelcliq.sandbox.judging;

import static io.github.camelcliq.sandbox.Sample.button;
import static io.github.camelcliq.sandbox.Sample.chars;
import static io.github.camelcliq.sandbox.Sample.message;
import static io.github.camelcliq.sandbox.Sample.slide;
import static io.github.camelcliq.sandbox.Sample.times;

import io.github.camelcliq.sandbox.JudgedMessages;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class SlideRulesTest extends JudgedMessages {

    private static final String HEADERS = "'headers': ['a', 'b']";
    private static final String ROWS = "'rows': [{'a': '1', 'b': ''}, {'b': '2', 'a': '3'}]";
    private static final String DATA = "/slides/0/data";
    private static final String STYLES = "/slides/0/styles";

    static Stream<Arguments> commonRules() {
        return Stream.of(
                rule("an object", slide("text", "'x'"), message("'slides': [null]"), "/slides/0"),
                rule("complete", slide("text", "'x'"), message("'slides': [{}]"), "/slides/0/type", DATA),
                rule("data is not null", slide("text", "'x'"), slide("text", "null"), DATA),
                rule("type", slide("text", "'x'"), slide("Text", "'x'"), "/slides/0/type"),
                rule(
                        "title",
                        slide("text", "'x'", "'title': " + chars(300)),
                        slide("text", "'x'", "'title': 1"),
                        "/slides/0/title"),
                rule(
                        "styles is an object",
                        slide("text", "'x'", "'styles': {'any': 1}"),
                        slide("text", "'x'", "'styles': 1"),
                        STYLES),
                rule(
                        "buttons in number",
                        slide("text", "'x'", "'buttons': " + times(5, button())),
                        slide("text", "'x'", "'buttons': " + times(6, button())),
                        "/slides/0/buttons"),
                rule(
                        "buttons are buttons",
                        slide("text", "'x'", "'buttons': " + times(1, button())),
                        slide("text", "'x'", "'buttons': [{}]"),
                        "/slides/0/buttons/0/label",
                        "/slides/0/buttons/0/type",
                        "/slides/0/buttons/0/action"),
                rule("text", slide("text", "'x'"), slide("text", "' '"), DATA),
                rule("text is a string", slide("text", "'x'"), slide("text", "['x']"), DATA),
                rule(
                        "list",
                        slide("list", "['a', 'b']"),
                        slide("list", "['a', ' ', null, 1]"),
                        DATA + "/1",
                        DATA + "/2",
                        DATA + "/3"),
                rule("list is not empty", slide("list", "['a']"), slide("list", "[]"), DATA),
                rule("list is an array", slide("list", "['a']"), slide("list", "'a'"), DATA),
                rule(
                        "list style",
                        slide("list", "['a']", "'styles': {'type': 'upper-roman'}"),
                        slide("list", "['a']", "'styles': {'type': 'roman'}"),
                        STYLES + "/type"),
                rule(
                        "label",
                        slide("label", "[{'Key': 'Value', 'More': ''}]"),
                        slide("label", "[{'Key': 5}]"),
                        DATA + "/0/Key"),
                rule(
                        "label, the other form",
                        slide("label", "[{'label': 'l', 'value': 'v'}]"),
                        slide("label", "[{'label': 'l', 'value': null}]"),
                        DATA + "/0/value"),
                rule("label is not empty", slide("label", "[{'a': 'b'}]"), slide("label", "[{}]"), DATA + "/0"),
                rule("labels are not none", slide("label", "[{'a': 'b'}]"), slide("label", "[]"), DATA),
                rule(
                        "images",
                        slide("images", "['https://x/a.png']"),
                        slide("images", "['https://x', '/a.png', null]"),
                        DATA + "/1",
                        DATA + "/2"),
                rule("image", slide("image", "['https://x/a.png']"), slide("image", "[]"), DATA));
    }

    static Stream<Arguments> tableRules() {
        return Stream.of(
                rule("table", table(HEADERS, ROWS), slide("table", "[]"), DATA),
                rule("headers", table(HEADERS), table(ROWS), DATA + "/headers"),
                rule("headers are not none", table(HEADERS), table("'headers': []"), DATA + "/headers"),
                rule("headers are not blank", table(HEADERS), table("'headers': ['a', '']"), DATA + "/headers/1"),
                rule("headers are strings", table(HEADERS), table("'headers': ['a', null]"), DATA + "/headers/1"),
                rule(
                        "headers are distinct",
                        table("'headers': ['a', 'A']"),
                        table("'headers': ['a', 'a']"),
                        DATA + "/headers"),
                rule("rows", table(HEADERS, "'rows': []"), table(HEADERS, "'rows': {}"), DATA + "/rows"),
                rule("rows are objects", table(HEADERS, ROWS), table(HEADERS, "'rows': [null]"), DATA + "/rows/0"),
                rule(
                        "a row lacks no header",
                        table(HEADERS, ROWS),
                        table(HEADERS, "'rows': [{'a': '1'}]"),
                        DATA + "/rows/0"),
                rule(
                        "a row has no other key",
                        table(HEADERS, ROWS),
                        table(HEADERS, "'rows': [{'a': '1', 'b': '2', 'c': '3'}]"),
                        DATA + "/rows/0"),
                rule(
                        "cells are strings",
                        table(HEADERS, ROWS),
                        table(HEADERS, "'rows': [{'a': 1, 'b': null}]"),
                        DATA + "/rows/0/a",
                        DATA + "/rows/0/b"),
                rule("widths sum to 100", width("1, 99"), width("1, 98"), DATA + "/styles/width"),
                rule("one for each header", width("50, 50"), width("50, 25, 25"), DATA + "/styles/width"),
                rule("widths are at least 1", width("1, 99"), width("0, 100"), DATA + "/styles/width/0"),
                rule(
                        "and at most 100",
                        table("'headers': ['a']", "'styles': {'width': [100]}"),
                        table("'headers': ['a']", "'styles': {'width': [101]}"),
                        DATA + "/styles/width/0",
                        DATA + "/styles/width"),
                rule("widths are whole", width("50, 50"), width("50.0, 50"), DATA + "/styles/width/0"),
                rule(
                        "widths are numbers",
                        width("50, 50"),
                        width("'50', null"),
                        DATA + "/styles/width/0",
                        DATA + "/styles/width/1"),
                rule(
                        "sticky",
                        sticky("'rows': 2, 'columns': 0"),
                        sticky("'rows': 3, 'columns': -1"),
                        DATA + "/styles/sticky/rows",
                        DATA + "/styles/sticky/columns"),
                rule("sticky is whole", sticky("'rows': null"), sticky("'rows': 1.0"), DATA + "/styles/sticky/rows"),
                rule(
                        "styles beside data",
                        slide("table", "{" + HEADERS + "}", "'styles': {'width': [40, 60]}"),
                        slide("table", "{" + HEADERS + "}", "'styles': {'width': [40, 61]}"),
                        STYLES + "/width"),
                rule(
                        "styles in one place",
                        slide("table", "{" + HEADERS + ", 'styles': null}", "'styles': {}"),
                        slide("table", "{" + HEADERS + ", 'styles': {}}", "'styles': {}"),
                        STYLES));
    }

    static Stream<Arguments> chartRules() {
        return Stream.of(
                rule("chart", chart(measures(5)), chart(measures(6)), DATA),
                rule("chart is not empty", chart(measures(1)), chart("[]"), DATA),
                rule("measure", chart(measure(chars(20), "1")), chart(measure(chars(21), "1")), DATA + "/0/label"),
                rule(
                        "measure is complete",
                        chart(measure("'l'", "1")),
                        chart("[{}]"),
                        DATA + "/0/label",
                        DATA + "/0/value"),
                rule("measure is an object", chart(measure("'l'", "1")), chart("[null]"), DATA + "/0"),
                rule(
                        "value is a number or a string",
                        chart(measure("'l'", "-1.5e10")),
                        chart(measure("'l'", "true")),
                        DATA + "/0/value"),
                rule(
                        "value is not blank",
                        chart(measure("'l'", "'50 %'")),
                        chart(measure("'l'", "''")),
                        DATA + "/0/value"),
                rule(
                        "chart preview",
                        slide("percentage_chart", measures(1), "'styles': {'preview': 'semi_doughnut'}"),
                        slide("percentage_chart", measures(1), "'styles': {'preview': 'trend'}"),
                        STYLES + "/preview"),
                rule(
                        "graph",
                        graph(times(5, category("'c'", measures(20)))),
                        graph(times(6, category("'c'", measures(1)))),
                        DATA),
                rule("graph is not empty", graph(times(1, category("'c'", measures(1)))), graph("[]"), DATA),
                rule(
                        "category",
                        graph(times(1, category(chars(20), measures(1)))),
                        graph(times(1, category(chars(21), measures(1)))),
                        DATA + "/0/category"),
                rule(
                        "category is complete",
                        graph(times(1, category("'c'", measures(1)))),
                        graph("[{}]"),
                        DATA + "/0/category",
                        DATA + "/0/values"),
                rule(
                        "values",
                        graph(times(1, category("'c'", measures(20)))),
                        graph(times(1, category("'c'", measures(21)))),
                        DATA + "/0/values"),
                rule(
                        "values are not none",
                        graph(times(1, category("'c'", measures(1)))),
                        graph(times(1, category("'c'", "[]"))),
                        DATA + "/0/values"),
                rule(
                        "graph preview",
                        graphStyle("'preview': 'trend'"),
                        graphStyle("'preview': 'pie'"),
                        STYLES + "/preview"),
                rule(
                        "axes",
                        graphStyle("'x_axis': " + chars(20) + ", 'y_axis': " + chars(20)),
                        graphStyle("'x_axis': " + chars(21) + ", 'y_axis': " + chars(21)),
                        STYLES + "/x_axis",
                        STYLES + "/y_axis"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource({"commonRules", "tableRules", "chartRules"})
    void everyRuleHoldsAtItsEdge(String what, String within, String beyond, List<String> pointers) {
        isTaken(within);
        isRefusedAt(pointers, beyond);
    }

    @ParameterizedTest
    @ValueSource(strings = {"title", "styles", "buttons"})
    void aFieldThatIsNullIsAbsent(String field) {
        isTaken(slide("text", "'x'", "'" + field + "': null"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"disc", "circle", "square", "decimal", "lower-alpha", "upper-alpha", "lower-roman", "upper-roman"
            })
    void theseListsAreKnown(String type) {
        isTaken(slide("list", "['a']", "'styles': {'type': '" + type + "'}"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"pie", "doughnut", "semi_doughnut"})
    void theseChartsAreKnown(String preview) {
        isTaken(slide("percentage_chart", measures(1), "'styles': {'preview': '" + preview + "'}"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"vertical_bar", "vertical_stacked_bar", "trend"})
    void theseGraphsAreKnown(String preview) {
        isTaken(graphStyle("'preview': '" + preview + "'"));
    }

    @Test
    void stylesThatAreNullAreAbsent() {
        isTaken(slide("list", "['a']", "'styles': {'type': null}"));
        isTaken(slide("percentage_chart", measures(1), "'styles': {'preview': null}"));
        isTaken(graphStyle("'preview': null, 'x_axis': null, 'y_axis': null"));
        isTaken(table(HEADERS, "'rows': null", "'styles': {'width': null, 'sticky': null}"));
        isTaken(sticky("'rows': 0, 'columns': null"));
        isTaken(sticky("'rows': null, 'columns': 2"));
    }

    @Test
    void everyTypeOfDataIsWhatItShouldBe() {
        isRefusedAt(List.of("/slides/0/type"), message("'slides': [{'data': 5}]"));
        isRefusedAt(List.of(DATA), slide("list", "{}"));
        isRefusedAt(List.of(DATA), slide("label", "{}"));
        isRefusedAt(List.of(DATA + "/0"), slide("label", "['a']"));
        isRefusedAt(List.of(DATA), slide("images", "'https://x'"));
        isRefusedAt(List.of(DATA), slide("percentage_chart", "{}"));
        isRefusedAt(List.of(DATA), slide("graph", "{}"));
        isRefusedAt(List.of(DATA + "/0"), slide("graph", "[1]"));
        isRefusedAt(List.of(DATA + "/0/values"), graph(times(1, category("'c'", "{}"))));
        isRefusedAt(List.of(DATA + "/0/values/0/value"), graph(times(1, category("'c'", "[{'label': 'l'}]"))));
        isRefusedAt(List.of(DATA + "/0/category"), graph(times(1, category("' '", measures(1)))));
        isRefusedAt(List.of(DATA + "/0/category"), graph(times(1, category("1", measures(1)))));
        isRefusedAt(List.of(DATA + "/0/label"), chart(measure("' '", "1")));
        isRefusedAt(List.of(DATA + "/0/label"), chart(measure("1", "1")));
        isRefusedAt(List.of(DATA + "/headers"), table("'headers': 'a'"));
        isRefusedAt(List.of(DATA + "/styles"), table(HEADERS, "'styles': []"));
        isRefusedAt(List.of(DATA + "/styles/width"), table(HEADERS, "'styles': {'width': '100'}"));
        isRefusedAt(List.of(DATA + "/styles/sticky"), table(HEADERS, "'styles': {'sticky': 1}"));
        isRefusedAt(List.of(DATA + "/styles/sticky/rows"), sticky("'rows': '1'"));
        isRefusedAt(List.of(DATA + "/styles/sticky/rows"), sticky("'rows': -1"));
        isRefusedAt(List.of(DATA + "/styles/sticky/columns"), sticky("'columns': 3"));
        isRefusedAt(List.of(DATA + "/styles/sticky/columns"), sticky("'columns': '1'"));
        isRefusedAt(List.of(DATA + "/styles/sticky/columns"), sticky("'columns': 1.0"));
        isRefusedAt(List.of(DATA), message("'slides': [{'type': 'table', 'styles': {}}]"));
        isTaken(slide("images", "['http://x/a.png']"));
        isRefusedAt(List.of(STYLES + "/x_axis", STYLES + "/y_axis"), graphStyle("'x_axis': 1, 'y_axis': 1"));
    }

    private static String table(String... data) {
        return slide("table", "{" + String.join(", ", data) + "}");
    }

    private static String width(String widths) {
        return table(HEADERS, "'styles': {'width': [" + widths + "]}");
    }

    private static String sticky(String sticky) {
        return table(HEADERS, "'styles': {'sticky': {" + sticky + "}}");
    }

    private static String chart(String data) {
        return slide("percentage_chart", data);
    }

    private static String graph(String data) {
        return slide("graph", data);
    }

    private static String graphStyle(String styles) {
        return slide("graph", times(1, category("'c'", measures(1))), "'styles': {" + styles + "}");
    }

    private static String category(String name, String values) {
        return "{'category': " + name + ", 'values': " + values + "}";
    }

    private static String measure(String label, String value) {
        return "[{'label': " + label + ", 'value': " + value + "}]";
    }

    private static String measures(int count) {
        return times(count, "{'label': 'l', 'value': 1}");
    }
}
