package io.github.camelcliq.message.rules;

import static io.github.camelcliq.message.Documents.pointers;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.camelcliq.message.CliqMessage;
import io.github.camelcliq.message.Documents;
import io.github.camelcliq.message.LabelSlide;
import io.github.camelcliq.message.Slide;
import io.github.camelcliq.message.TableData;
import io.github.camelcliq.message.TableSlide;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What slides must hold: tables with a cell per header, and no slide without content. */
class SlideRulesTest {

    @ParameterizedTest
    @ValueSource(strings = {"[100]", "[1,99]", "[33,33,34]", "[20,20,20,20,20]"})
    void widthsTogetherAreAHundred(String widths) {
        assertThat(pointers(table(widths))).isEmpty();
    }

    @Test
    void otherWidthsAreRefused() {
        assertThat(pointers(table("[99]"))).containsExactly("/slides/0/data/styles/width");
        assertThat(pointers(table("[50,51]"))).containsExactly("/slides/0/data/styles/width");
        assertThat(pointers(table("[0,100]"))).containsExactly("/slides/0/data/styles/width/0");
        assertThat(pointers(table("[-1,101]")))
                .containsExactly("/slides/0/data/styles/width/0", "/slides/0/data/styles/width/1");
        assertThat(pointers(table("[50,50.0]"))).containsExactly("/slides/0/data/styles/width/1");
        assertThat(pointers(CliqMessage.text("a")
                        .slide(Slide.table("a", "b").widths(100))
                        .build()))
                .containsExactly("/slides/0/data/styles/width");
        assertThat(pointers(
                        CliqMessage.text("a").slide(Slide.table("a").widths()).build()))
                .containsExactly("/slides/0/data/styles/width", "/slides/0/data/styles/width");
    }

    @Test
    void rowsHaveACellForEachHeaderAndNoOther() {
        TableSlide table = Slide.table("a", "b").build();

        assertThat(rows(Slide.table("a", "b").row("", "x"))).isEmpty();
        assertThat(rows(with(table, Map.of("a", "1")))).containsExactly("/slides/0/data/rows/0");
        assertThat(rows(with(table, Map.of("a", "1", "b", "2", "c", "3")))).containsExactly("/slides/0/data/rows/0");
        assertThat(rows(Slide.table("a", "b").row("x", null))).isEmpty();
    }

    @Test
    void headersAreThereDistinctAndNotBlank() {
        assertThat(rows(Slide.table())).containsExactly("/slides/0/data/headers");
        assertThat(rows(Slide.table("a", "a"))).containsExactly("/slides/0/data/headers/1");
        assertThat(rows(Slide.table("a", " "))).containsExactly("/slides/0/data/headers/1");
        assertThat(rows(new TableSlide(null, null, null, null))).containsExactly("/slides/0/data");
        assertThat(rows(new TableSlide(null, new TableData(null, null, null), null, null)))
                .containsExactly("/slides/0/data/headers");
    }

    @Test
    void aRowOfAnotherLengthIsNotMade() {
        assertThatThrownBy(() -> Slide.table("a", "b").row("1")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void stickyRowsAndColumnsAreNotNegative() {
        assertThat(rows(Slide.table("a").sticky(-1, -1)))
                .containsExactly("/slides/0/data/styles/sticky/rows", "/slides/0/data/styles/sticky/columns");
    }

    @Test
    void noSlideIsWithoutContent() {
        assertThat(pointers(CliqMessage.text("a")
                        .slide(Slide.list())
                        .slide(Slide.labels())
                        .slide(Slide.images())
                        .slide(Slide.percentageChart())
                        .slide(Slide.graph())
                        .slide(Slide.graph().category("c"))
                        .slide(new LabelSlide(null, List.of(Map.of()), null, null))
                        .build()))
                .containsExactly(
                        "/slides/0/data",
                        "/slides/1/data",
                        "/slides/2/data",
                        "/slides/3/data",
                        "/slides/4/data",
                        "/slides/5/data/0/values",
                        "/slides/6/data/0");
        assertThat(pointers(Documents.violations(
                        "{'text':'a','slides':[{'type':'list'},{'type':'label'},{'type':'images'},{'type':'text'},"
                                + "{'type':'table'},{'type':'percentage_chart'},{'type':'graph'},"
                                + "{'type':'graph','data':[{}]},{'type':'percentage_chart','data':[{}]}]}")))
                .containsExactly(
                        "/slides/0/data",
                        "/slides/1/data",
                        "/slides/2/data",
                        "/slides/3/data",
                        "/slides/4/data",
                        "/slides/5/data",
                        "/slides/6/data",
                        "/slides/7/data/0/category",
                        "/slides/7/data/0/values",
                        "/slides/8/data/0/label",
                        "/slides/8/data/0/value");
    }

    @Test
    void labelsHaveNamesOfTheirOwnOrLabelAndValue() {
        assertThat(
                        pointers(
                                Documents.violations(
                                        "{'text':'a','slides':[{'type':'label','data':[{'Owner':'Ada'},{'label':'Owner','value':''}]}]}")))
                .isEmpty();
    }

    private static String table(String widths) {
        StringBuilder headers = new StringBuilder();
        for (int i = 0; i < widths.split(",").length; i++) {
            headers.append(i == 0 ? "" : ",").append("'h").append(i).append('\'');
        }
        return "{'text':'a','slides':[{'type':'table','data':{'headers':[" + headers + "],'styles':{'width':" + widths
                + "}}}]}";
    }

    private static TableSlide with(TableSlide table, Map<String, String> row) {
        return new TableSlide(null, new TableData(table.data().headers(), Arrays.asList(row), null), null, null);
    }

    private static List<String> rows(Slide.Builder slide) {
        return rows(slide.build());
    }

    private static List<String> rows(Slide slide) {
        return pointers(CliqMessage.text("a").slide(slide).build());
    }
}
