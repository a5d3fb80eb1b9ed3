package io.github.camelcliq;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelcliq.message.Card;
import io.github.camelcliq.message.CardField;
import io.github.camelcliq.message.ChartEntry;
import io.github.camelcliq.message.CliqMessage;
import io.github.camelcliq.message.Slide;
import io.github.camelcliq.message.Violation;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Cells and fields for which a template found nothing: the message is posted without them. */
class CliqNullsTest extends CliqTestSupport {

    private static final String NULLS = """
            {'text': 'Hello',
             'card': {'title': 'Card', 'sections': [null, {'title': null, 'fields': [
               null, {'title': 'Author', 'value': null}, {'title': 'Branch', 'value': 'main'}]}]},
             'slides': [
               {'type': 'table', 'data': {'headers': ['a', 'b'], 'rows': [null, {'a': '1', 'b': null}]}},
               {'type': 'list', 'data': ['one', null]},
               {'type': 'label', 'data': [{'Host': 'db1'}, {'Owner': null}, {'label': 'Rack', 'value': null}, null]},
               {'type': 'images', 'data': [null, 'https://x/y.png']},
               {'type': 'percentage_chart', 'data': [{'label': 'used', 'value': 93}, {'label': 'free', 'value': null}]},
               {'type': 'graph', 'data': [null, {'category': 'load', 'values': [
                 {'label': '8:00', 'value': null}, {'label': '9:00', 'value': 0.5}]}]}]}""";

    private static final String POSTED = """
            {'text': 'Hello',
             'card': {'title': 'Card', 'sections': [{'fields': [{'title': 'Branch', 'value': 'main'}]}]},
             'slides': [
               {'type': 'table', 'data': {'headers': ['a', 'b'], 'rows': [{'a': '1', 'b': ''}]}},
               {'type': 'list', 'data': ['one']},
               {'type': 'label', 'data': [{'Host': 'db1'}, {'Owner': ''}, {'label': 'Rack', 'value': ''}]},
               {'type': 'images', 'data': ['https://x/y.png']},
               {'type': 'percentage_chart', 'data': [{'label': 'used', 'value': 93}]},
               {'type': 'graph', 'data': [{'category': 'load', 'values': [{'label': '9:00', 'value': 0.5}]}]}]}""";

    @Test
    void inJson() {
        post(NULLS.replace('\'', '"'));

        assertThat(posted()).isEqualTo(json(POSTED));
    }

    @Test
    void inHeaders() {
        JsonNode nulls = json(NULLS);

        post("Hello", Map.of(CliqConstants.CARD, nulls.get("card"), CliqConstants.SLIDES, nulls.get("slides")));

        assertThat(posted()).isEqualTo(json(POSTED));
    }

    @Test
    void inAMessageMadeInJava() {
        CliqMessage message = CliqMessage.text("Hello")
                .card(Card.plain("Card")
                        .section("Commit", new CardField("Author", null), new CardField("Branch", "main")))
                .slide(Slide.table("a", "b").row("1", null))
                .slide(Slide.labels().label("Owner", null))
                .slide(Slide.list("one", null))
                .slide(Slide.percentageChart(ChartEntry.of("used", 93), new ChartEntry("free", null, null)))
                .build();
        String expected = """
                {'text': 'Hello', 'card': {'title': 'Card', 'sections': [
                   {'title': 'Commit', 'fields': [{'title': 'Branch', 'value': 'main'}]}]},
                 'slides': [
                   {'type': 'table', 'data': {'headers': ['a', 'b'], 'rows': [{'a': '1', 'b': ''}]}},
                   {'type': 'label', 'data': [{'Owner': ''}]},
                   {'type': 'list', 'data': ['one']},
                   {'type': 'percentage_chart', 'data': [{'label': 'used', 'value': 93}]}]}""";

        post(message);
        post(message, Map.of(CliqConstants.TEXT, "Hello"));

        assertThat(sandbox.messages())
                .hasSize(2)
                .allSatisfy(posted -> assertThat(tree(posted.json())).isEqualTo(json(expected)));
    }

    @Test
    void aValueThatIsMissingIsToldSinceItsNameMayBeMisspelt() {
        String json = """
                {'text': 'Hello',
                 'card': {'sections': [{'fields': [{'title': 'Author', 'valeu': 'Scott'}, {}]}]},
                 'slides': [{'type': 'percentage_chart', 'data': [{'label': 'used', 'figure': 93}, {}]}]}""";

        assertThat(violations(post(json.replace('\'', '"'))))
                .extracting(Violation::pointer)
                .containsExactly(
                        "/card/sections/0/fields/0/value",
                        "/card/sections/0/fields/1/title",
                        "/card/sections/0/fields/1/value",
                        "/slides/0/data/0/value",
                        "/slides/0/data/1/label",
                        "/slides/0/data/1/value");
    }

    @Test
    void violationsPointIntoTheDocumentBehindWhatIsLeftOut() {
        String json = "{'text': 'Hello', 'slides': [{'type': 'list', 'data': [null, 'one', ' ']}]}";

        assertThat(violations(post(json.replace('\'', '"'))))
                .extracting(Violation::pointer)
                .containsExactly("/slides/0/data/2");
    }
}
