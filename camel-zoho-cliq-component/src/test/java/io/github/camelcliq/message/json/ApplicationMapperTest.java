package io.github.camelcliq.message.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.PropertyAccessor;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.jsontype.BasicPolymorphicTypeValidator;
import io.github.camelcliq.message.Action;
import io.github.camelcliq.message.Card;
import io.github.camelcliq.message.CardField;
import io.github.camelcliq.message.CliqMessage;
import io.github.camelcliq.message.Copy;
import io.github.camelcliq.message.Documents;
import io.github.camelcliq.message.Emotion;
import io.github.camelcliq.message.RecipientsField;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** An application's own mapper writes and reads messages as the component does, whatever its settings. */
class ApplicationMapperTest {

    record Envelope(String before, CliqMessage message, String after) {}

    private final CliqMessage everything =
            MessageReader.read(Documents.file("everything.json")).message();

    @SuppressWarnings("deprecation") // EVERYTHING, since NON_FINAL leaves records alone
    static Stream<ObjectMapper> mappers() {
        return Stream.of(
                new ObjectMapper(),
                JsonMapper.builder()
                        .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
                        .serializationInclusion(JsonInclude.Include.NON_EMPTY)
                        .enable(SerializationFeature.INDENT_OUTPUT)
                        .build(),
                JsonMapper.builder()
                        .propertyNamingStrategy(PropertyNamingStrategies.UPPER_CAMEL_CASE)
                        .enable(MapperFeature.ALLOW_EXPLICIT_PROPERTY_RENAMING)
                        .enable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
                        .serializationInclusion(JsonInclude.Include.ALWAYS)
                        .build(),
                JsonMapper.builder()
                        .serializationInclusion(JsonInclude.Include.NON_DEFAULT)
                        .visibility(PropertyAccessor.ALL, JsonAutoDetect.Visibility.NONE)
                        .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
                        .enable(SerializationFeature.WRITE_SINGLE_ELEM_ARRAYS_UNWRAPPED)
                        .enable(SerializationFeature.WRITE_ENUMS_USING_INDEX)
                        .enable(JsonWriteFeature.WRITE_NUMBERS_AS_STRINGS)
                        .disable(JsonWriteFeature.QUOTE_FIELD_NAMES)
                        .enable(JsonWriteFeature.ESCAPE_NON_ASCII)
                        .build(),
                JsonMapper.builder()
                        .activateDefaultTyping(
                                BasicPolymorphicTypeValidator.builder()
                                        .allowIfBaseType(Object.class)
                                        .build(),
                                ObjectMapper.DefaultTyping.EVERYTHING)
                        .disable(MapperFeature.DEFAULT_VIEW_INCLUSION)
                        .enable(DeserializationFeature.UNWRAP_SINGLE_VALUE_ARRAYS)
                        .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                        .build());
    }

    @ParameterizedTest
    @MethodSource("mappers")
    void writesWhatTheComponentWrites(ObjectMapper mapper) throws Exception {
        assertThat(MessageJson.parse(mapper.writeValueAsString(everything)).root())
                .isEqualTo(Documents.file("everything.json"));
        assertThat(MessageJson.parse(mapper.writeValueAsBytes(everything)).root())
                .isEqualTo(Documents.file("everything.json"));
    }

    @ParameterizedTest
    @MethodSource("mappers")
    void readsWithoutLoss(ObjectMapper mapper) throws Exception {
        String document = new String(MessageJson.write(everything, RecipientsField.USERIDS), StandardCharsets.UTF_8);

        assertThat(mapper.readValue(document, CliqMessage.class)).isEqualTo(everything);
    }

    @Test
    void readsMessagesInsideOtherThings() throws Exception {
        ObjectMapper mapper = new ObjectMapper();
        Envelope envelope = new Envelope("a", everything, "b");
        String document = mapper.writeValueAsString(List.of(envelope, envelope));

        assertThat(mapper.readValue(document, new TypeReference<List<Envelope>>() {}))
                .containsExactly(envelope, envelope);
        assertThat(mapper.readValue("[" + mapper.writeValueAsString(everything) + ",null]", CliqMessage[].class))
                .containsExactly(everything, null);
        assertThat(mapper.readValue("{\"a\":null}", new TypeReference<Map<String, CliqMessage>>() {}))
                .containsEntry("a", null);
    }

    @Test
    void saysAllThatCannotBeReadInOneException() {
        ObjectMapper mapper = new ObjectMapper();

        assertThatThrownBy(() -> mapper.readValue(
                        "{\"message\":{\"text\":{},\"hint\":1,\"buttons\":[5],\"card\":{\"title\":\"a\",\"title\":\"b\"}}}",
                        Envelope.class))
                .isInstanceOf(JsonMappingException.class)
                .hasMessageContaining("/card/title: stands once in its object, was there again; ")
                .hasMessageContaining("/text: a string, was an object; ")
                .hasMessageContaining("/buttons/0: an object, was 5; ")
                .hasMessageContaining("/hint: a string, was 1");
    }

    @Test
    void convertsBetweenMessagesAndMaps() {
        ObjectMapper mapper = new ObjectMapper();
        CliqMessage message = CliqMessage.text("a")
                .card(Card.poll("t", "x", "y"))
                .other("new", null)
                .build();

        Map<String, Object> map = mapper.convertValue(message, new TypeReference<>() {});

        assertThat(map).containsEntry("text", "a").containsEntry("new", null).containsOnlyKeys("text", "card", "new");
        assertThat(mapper.convertValue(map, CliqMessage.class)).isEqualTo(message);
        assertThat(mapper.<CliqMessage>convertValue(mapper.valueToTree(message), CliqMessage.class))
                .isEqualTo(message);
    }

    @Test
    void writesPartsOnTheirOwn() throws Exception {
        assertThat(new ObjectMapper()
                        .writeValueAsString(List.of(
                                new Copy("x"),
                                new Action(new Copy("x")),
                                Emotion.NEUTRAL.jsonName(),
                                new CardField("a", "b"))))
                .isEqualTo(
                        "[{\"text\":\"x\"},{\"type\":\"copy\",\"data\":{\"text\":\"x\"}},\"neutral\",{\"title\":\"a\",\"value\":\"b\"}]");
    }
}
