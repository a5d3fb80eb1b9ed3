package io.github.camelcliq.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelcliq.message.json.MessageJson;
import io.github.camelcliq.message.json.MessageReader;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A message that was built does not change, whatever becomes of what it was built from. */
class ImmutabilityTest {

    @Test
    void whatIsChangedAfterBuildingChangesNothing() {
        List<Button> buttons =
                new ArrayList<>(List.of(Button.labelled("a").copy("x").build()));
        List<Slide> slides = new ArrayList<>(List.of(Slide.text("a").build()));
        Map<String, InstantButton> references = new HashMap<>();
        List<String> recipients = new ArrayList<>(List.of("1"));
        List<Object> deep = new ArrayList<>(List.of(1));
        Map<String, Object> unknown = new LinkedHashMap<>(Map.of("deep", deep));
        ObjectNode node = JsonNodeFactory.instance.objectNode().put("a", 1);
        CliqMessage message = CliqMessage.text("a")
                .buttons(buttons)
                .slides(slides)
                .references(references)
                .recipients(recipients)
                .other("unknown", unknown)
                .other("node", node)
                .build();
        byte[] before = MessageJson.write(message, RecipientsField.USER_IDS);

        buttons.clear();
        slides.clear();
        references.put("k", null);
        recipients.add("2");
        deep.add(2);
        unknown.clear();
        node.put("b", 2);

        assertThat(MessageJson.write(message, RecipientsField.USER_IDS)).isEqualTo(before);
    }

    @Test
    void aBuilderThatGoesOnChangesNoMessageItBuilt() {
        CliqMessage.Builder builder =
                CliqMessage.text("a").button(Button.labelled("a").copy("x")).slide(Slide.text("a"));
        CliqMessage first = builder.build();

        builder.button(Button.labelled("b").copy("y")).slide(Slide.text("b")).reference("k", (InstantButton) null);

        assertThat(first.buttons()).hasSize(1);
        assertThat(first.slides()).hasSize(1);
        assertThat(first.references()).isNull();
    }

    @Test
    void cellsAreCopiedToo() {
        Map<String, String> row = new HashMap<>(Map.of("a", "1"));
        TableData table = new TableData(List.of("a"), List.of(row), null);
        LabelSlide labels = new LabelSlide(null, List.of(row), null, null);

        row.put("a", "2");

        assertThat(table.rows()).containsExactly(Map.of("a", "1"));
        assertThat(labels.data()).containsExactly(Map.of("a", "1"));
    }

    @Test
    void nothingThatAMessageHandsOutCanBeChanged() {
        CliqMessage message =
                MessageReader.read(Documents.file("everything.json")).message();
        Map<?, ?> deep = (Map<?, ?>) message.other().get("new_field");

        for (List<?> list : List.of(
                message.buttons(),
                message.slides(),
                message.recipients(),
                ((TableSlide) message.slides().get(0)).data().rows(),
                (List<?>) deep.get("list"))) {
            assertThatThrownBy(() -> list.remove(0)).isInstanceOf(UnsupportedOperationException.class);
        }
        for (Map<?, ?> map : List.of(
                message.references(),
                message.other(),
                deep,
                message.references().get("ask").arguments(),
                ((TableSlide) message.slides().get(0)).data().rows().get(0))) {
            assertThatThrownBy(map::clear).isInstanceOf(UnsupportedOperationException.class);
        }
    }

    static Stream<Arguments> numbers() {
        return Stream.of(
                Arguments.of((byte) 1, 1),
                Arguments.of((short) 1, 1),
                Arguments.of(1L, 1),
                Arguments.of(1L << 40, 1L << 40),
                Arguments.of(BigInteger.ONE, 1),
                Arguments.of(BigInteger.ONE.shiftLeft(70), BigInteger.ONE.shiftLeft(70)),
                Arguments.of(new BigDecimal("1.10"), new BigDecimal("1.10")),
                Arguments.of(new BigDecimal("10"), 10),
                Arguments.of(1.5, new BigDecimal("1.5")),
                Arguments.of(0.1f, new BigDecimal("0.1")));
    }

    @ParameterizedTest
    @MethodSource("numbers")
    void numbersAreKeptInTheFormThatReadingGives(Number given, Number kept) {
        CliqMessage message = CliqMessage.builder().other("n", given).build();

        assertThat(message.other()).containsEntry("n", kept);
        assertThat(MessageReader.read(Documents.written(message)).message()).isEqualTo(message);
    }

    @Test
    void valuesThatJsonCannotSayAreNotTaken() {
        Map<String, Object> endless = new HashMap<>();
        endless.put("self", endless);

        for (Object value : List.of(
                Double.NaN, Float.POSITIVE_INFINITY, new Object(), new AtomicInteger(1), Map.of(1, 2), endless)) {
            CliqMessage.Builder builder = CliqMessage.builder().other("a", value);
            assertThatThrownBy(builder::build).isInstanceOf(IllegalArgumentException.class);
        }
        assertThatThrownBy(() -> new ChartEntry("a", true, null)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> ChartEntry.of("a", Double.NaN)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aKnownFieldIsNoneOfTheOthers() {
        for (String name : List.of("text", "buttons", "user_ids", "userids")) {
            CliqMessage.Builder builder = CliqMessage.builder().other(name, 1);
            assertThatThrownBy(builder::build)
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining(name);
        }
        assertThatThrownBy(
                        () -> Card.modernInline("t").other("options", List.of()).build())
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Card.plain("t").theme("poll").build()).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new OtherAction("copy", Map.of())).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new PreviewUrl("https://x", Map.of("web", 1)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> InstantButton.labelled("a").other("type", "+").build())
                .isInstanceOf(IllegalArgumentException.class);
    }
}
